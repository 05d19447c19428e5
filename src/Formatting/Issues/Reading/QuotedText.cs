namespace BotDigest.Formatting.Issues.Reading;

/// <summary>Text of the file as a problem's message quotes it: one line, not too long.</summary>
internal static class QuotedText
{
    private const int Longest = 60;

    internal static string Of(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        var end = text.IndexOfAny('\r', '\n');
        if (end >= 0)
            text = text[..end];
        if (text.Length <= Longest)
            return text.ToString();
        var cut = char.IsHighSurrogate(text[Longest - 1]) ? Longest - 1 : Longest;
        return string.Concat(text[..cut], "…");
    }
}
