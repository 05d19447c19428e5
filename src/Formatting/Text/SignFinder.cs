using System.Text;

namespace BotDigest.Formatting.Text;

/// <summary>Finds what begins with a sign: hashtags, cashtags, mentions, commands.</summary>
internal static class SignFinder
{
    private const int MaxCommand = 64;
    private const int MinName = 3;
    private const int MinMention = 4;
    private const int MaxName = 32;
    private const int MaxCashtag = 8;

    /// <summary>Inline bots whose names are shorter than any that is given out now.</summary>
    private static readonly string[] ShortMentions = ["gif", "vid", "pic"];

    /// <summary>Reads what the sign at a place begins, if anything.</summary>
    internal static bool TryRead(ReadOnlySpan<char> text, int sign, out AutomaticEntity found)
    {
        var (kind, length) = text[sign] switch
        {
            '#' => (AutomaticKind.Hashtag, Hashtag(text, sign)),
            '$' => (AutomaticKind.Cashtag, Cashtag(text, sign)),
            '@' => (AutomaticKind.Mention, Mention(text, sign)),
            _ => (AutomaticKind.BotCommand, Command(text, sign)),
        };
        found = new AutomaticEntity(kind, sign, length);
        return length > 0;
    }

    private static int Hashtag(ReadOnlySpan<char> text, int sign)
    {
        if (sign > 0 && Text.Hashtag.IsWord(TextCursor.Before(text, sign)))
            return 0;
        var (end, count, letter) = (sign + 1, 0, false);
        while (end < text.Length && TextCursor.At(text, end) is var rune && Text.Hashtag.IsWord(rune))
        {
            if (++count > Text.Hashtag.MaxLength)
                break;
            letter |= Rune.IsLetter(rune);
            end += rune.Utf16SequenceLength;
        }

        if (!letter)
            return 0;
        end += ChatSuffix(text, end);
        return end < text.Length && text[end] == '#' ? 0 : end - sign;
    }

    private static int Cashtag(ReadOnlySpan<char> text, int sign)
    {
        if (sign > 0 && TextCursor.Before(text, sign) is var before && (Text.Hashtag.IsWord(before) || before.Value == '$'))
            return 0;
        var end = sign + 1;
        if (text[end..].StartsWith("1INCH"))
            end += 5;
        else
        {
            while (end < text.Length && end - sign <= MaxCashtag && char.IsAsciiLetterUpper(text[end]))
                end++;
        }

        if (end == sign + 1)
            return 0;
        end += ChatSuffix(text, end);
        return end < text.Length && TextCursor.At(text, end) is var after && (Text.Hashtag.IsWord(after) || after.Value == '$') ? 0 : end - sign;
    }

    private static int Mention(ReadOnlySpan<char> text, int sign)
    {
        if (sign > 0 && TextCursor.IsWord(TextCursor.Before(text, sign)))
            return 0;
        var length = NameLength(text[(sign + 1)..]);
        var end = sign + 1 + length;
        var isLong = length is >= MinMention and <= MaxName || ShortMentions.Contains(text.Slice(sign + 1, length).ToString(), StringComparer.OrdinalIgnoreCase);
        return isLong && !(end < text.Length && TextCursor.IsWord(TextCursor.At(text, end))) ? length + 1 : 0;
    }

    private static int Command(ReadOnlySpan<char> text, int sign)
    {
        if (sign > 0 && TextCursor.Before(text, sign) is var before && (TextCursor.IsWord(before) || before.Value is '/' or '<' or '>'))
            return 0;
        var length = NameLength(text[(sign + 1)..]);
        if (length is 0 or > MaxCommand)
            return 0;
        var end = sign + 1 + length;
        if (end < text.Length && text[end] == '@')
        {
            if (ChatSuffix(text, end) is 0)
                return 0;
            end += ChatSuffix(text, end);
        }

        return end < text.Length && TextCursor.At(text, end) is var after && (TextCursor.IsWord(after) || after.Value is '/' or '<' or '>') ? 0 : end - sign;
    }

    private static int ChatSuffix(ReadOnlySpan<char> text, int at)
    {
        if (at >= text.Length || text[at] != '@')
            return 0;
        var length = NameLength(text[(at + 1)..]);
        return length is >= MinName and <= MaxName ? length + 1 : 0;
    }

    private static int NameLength(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && TextCursor.IsAsciiWord(text[length]))
            length++;
        return length;
    }
}
