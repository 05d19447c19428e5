using System.Collections.Immutable;
using System.Text;

namespace BotDigest.Formatting.Text;

/// <summary>Removes and replaces the characters that Telegram removes and replaces (TELEGRAM 1.6), before it does so itself.</summary>
internal static class TextCleaner
{
    private const char LeftToRightMark = '\u200E';
    private const char RightToLeftMark = '\u200F';
    private const char NonJoiner = '\u200C';

    internal static bool IsClean(ReadOnlySpan<char> text) => Ascii.IsValid(text) ? !HasControl(text) : !HasSuspicious(text) && !HasLoneSurrogate(text);

    internal static string Clean(string text) => IsClean(text) ? text : Clean(FormattedText.Plain(text)).Text;

    internal static FormattedText Clean(FormattedText text)
    {
        if (IsClean(text.Text))
            return text;
        var cleaned = new StringBuilder(text.Length);
        var places = new int[text.Length + 1];
        for (var i = 0; i < text.Length; i++)
        {
            places[i] = cleaned.Length;
            if (Replacement(text.Text, i) is not { } c)
                continue;
            if (IsMark(c) && cleaned.Length > 0 && IsMark(cleaned[^1]))
                cleaned[^1] = NonJoiner;
            cleaned.Append(c);
        }

        places[text.Length] = cleaned.Length;
        var entities = ImmutableArray.CreateBuilder<TextEntity>(text.Entities.Length);
        foreach (var entity in text.Entities)
        {
            var offset = places[entity.Offset];
            if (places[entity.End] > offset)
                entities.Add(entity with { Offset = offset, Length = places[entity.End] - offset });
        }

        return new FormattedText(cleaned.ToString(), entities.ToImmutable());
    }

    /// <summary>A few searches for ranges: quicker than one for a set that is spread so wide.</summary>
    private static bool HasSuspicious(ReadOnlySpan<char> text) =>
        HasControl(text) || text.ContainsAnyInRange('\u2028', '\u202E') || text.ContainsAny(LeftToRightMark, RightToLeftMark) || text.ContainsAny('\u0333', '\u033F', '\u030A');

    private static bool HasControl(ReadOnlySpan<char> text) =>
        text.ContainsAnyInRange('\0', '\u001F') && (text.ContainsAnyInRange('\0', '\u0009') || text.ContainsAnyInRange('\u000B', '\u001F'));

    /// <summary>True for a text in which Telegram sees nothing, and which it refuses (TELEGRAM 1.6).</summary>
    internal static bool IsBlank(ReadOnlySpan<char> text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (!IsInvisible(rune))
                return false;
        }

        return true;
    }

    private static bool IsInvisible(Rune rune) => rune.Value is ' ' or '\n' or '\t' or '\r' or 0 or 0x0B or 0xA0 or 0x1680 or 0x180E or (>= 0x2000 and <= 0x200F)
        or 0x202E or 0x202F or 0x205F or 0x2800 or 0x3000 or 0xFEFF or 0xFFFC or (>= 0xE0000 and <= 0xE007F);

    private static char? Replacement(string text, int index) => text[index] switch
    {
        '\n' => '\n',
        '\r' or '\u0333' or '\u033F' or '\u030A' or (>= '\u2028' and <= '\u202E') => null,
        < ' ' => ' ',
        var c when char.IsHighSurrogate(c) && (index + 1 == text.Length || !char.IsLowSurrogate(text[index + 1])) => '\uFFFD',
        var c when char.IsLowSurrogate(c) && (index == 0 || !char.IsHighSurrogate(text[index - 1])) => '\uFFFD',
        var c => c,
    };

    /// <summary>Of several direction marks in a row Telegram keeps the last.</summary>
    private static bool IsMark(char c) => c is LeftToRightMark or RightToLeftMark;

    private static bool HasLoneSurrogate(ReadOnlySpan<char> text)
    {
        while (text.IndexOfAnyInRange('\uD800', '\uDFFF') is var at and >= 0)
        {
            if (!char.IsHighSurrogate(text[at]) || at + 1 == text.Length || !char.IsLowSurrogate(text[at + 1]))
                return true;
            text = text[(at + 2)..];
        }

        return false;
    }
}
