namespace BotDigest.Formatting.Issues.Reading;

/// <summary>
/// Lines of a paragraph that editors mean as a list, though Markdown does not read them so: a list that begins at 2 right under a label, <c>1、</c>, <c>1.第一</c>, <c>①</c>, <c>•</c>.
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
        if (line[0] == '*')
            return IsChineseAt(line, 1);
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
            '.' or '．' => open == 0 && (digits + 1 == line.Length || IsSpaceAt(line, digits + 1) || IsChineseAt(line, digits + 1)),
            _ => false,
        };
    }

    /// <summary>True where a mark lacks only its space: <c>1.第一</c>, <c>*要点</c>.</summary>
    internal static bool LacksSpace(ReadOnlySpan<char> line) => line is ['*' or '-', >= '\u4E00' and <= '\u9FFF', ..] || (Begins(line) && line.IndexOf('.') is var dot and (1 or 2) && IsChineseAt(line, dot + 1));

    private static bool IsChineseAt(ReadOnlySpan<char> line, int at) => at < line.Length && line[at] is >= '\u4E00' and <= '\u9FFF';

    private static bool IsSpaceAt(ReadOnlySpan<char> line, int at) => at < line.Length && char.IsWhiteSpace(line[at]);
}
