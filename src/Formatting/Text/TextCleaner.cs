using System.Buffers;
using System.Collections.Immutable;
using System.Text;

namespace BotDigest.Formatting.Text;

/// <summary>Removes and replaces the characters that Telegram removes and replaces (TELEGRAM 1.6), before it does so itself.</summary>
internal static class TextCleaner
{
    private const char LeftToRightMark = '\u200E';
    private const char RightToLeftMark = '\u200F';
    private const char NonJoiner = '\u200C';

    private static readonly SearchValues<char> Suspicious = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Where(c => c != '\n').Select(c => (char)c),
         '\u0333', '\u033F', '\u030A', LeftToRightMark, RightToLeftMark,
         .. Enumerable.Range(0x2028, 7).Select(c => (char)c)]);

    internal static bool IsClean(ReadOnlySpan<char> text) => !text.ContainsAny(Suspicious) && !HasLoneSurrogate(text);

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
            if (Replacement(text.Text, i) is { } c)
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

    private static char? Replacement(string text, int index) => text[index] switch
    {
        '\n' => '\n',
        '\r' or '\u0333' or '\u033F' or '\u030A' or (>= '\u2028' and <= '\u202E') => null,
        < ' ' => ' ',
        LeftToRightMark or RightToLeftMark when index + 1 < text.Length && text[index + 1] is LeftToRightMark or RightToLeftMark => NonJoiner,
        var c when char.IsHighSurrogate(c) && (index + 1 == text.Length || !char.IsLowSurrogate(text[index + 1])) => '\uFFFD',
        var c when char.IsLowSurrogate(c) && (index == 0 || !char.IsHighSurrogate(text[index - 1])) => '\uFFFD',
        var c => c,
    };

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
