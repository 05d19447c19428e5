namespace BotDigest.Formatting.Issues.Reading;

/// <summary>
/// Lines of a paragraph that editors mean as a list, though Markdown does not read them so: a list that begins at 2 right under a label, <c>1、</c>, <c>①</c>, <c>•</c>.
/// </summary>
internal static class ListLine
{
    private const int MostDigits = 2;

    internal static bool Begins(ReadOnlySpan<char> line)
    {
        if (line.IsEmpty)
            return false;
        if (line[0] is '•' or '◦' or '▪' or '●' or '■' or '◆' or (>= '①' and <= '⑳'))
            return true;
        var open = line[0] is '（' or '(' ? 1 : 0;
        var digits = open;
        while (digits < line.Length && char.IsAsciiDigit(line[digits]))
            digits++;
        if (digits == open || digits - open > MostDigits || digits == line.Length)
            return false;
        return line[digits] switch
        {
            '、' or '）' => true,
            ')' => open == 1 || IsSpaceAt(line, digits + 1),
            '.' or '．' => open == 0 && IsSpaceAt(line, digits + 1),
            _ => false,
        };
    }

    private static bool IsSpaceAt(ReadOnlySpan<char> line, int at) => at < line.Length && char.IsWhiteSpace(line[at]);
}
