using Markdig.Helpers;

namespace BotDigest.Formatting.Issues.Reading;

/// <summary>The lines of a paragraph that are a table: Markdig sees one only where every line of the paragraph belongs to it.</summary>
internal static class TableLines
{
    /// <summary>The lines, but for the first, with which a table begins or the text below one does; null where there is no table.</summary>
    internal static List<int>? FindDivisions(StringLineGroup lines)
    {
        List<int>? divisions = null;
        var start = 0;
        for (var i = 1; i < lines.Count; i++)
        {
            if (!IsDelimiterRow(lines.Lines[i].Slice.AsSpan()) || i == start || !IsRow(lines, i - 1))
                continue;
            divisions ??= [];
            if (i - 1 > start)
                divisions.Add(i - 1);
            while (++i < lines.Count && IsRow(lines, i))
            {
            }

            if (i < lines.Count)
                divisions.Add(i);
            start = i;
        }

        return divisions;
    }

    private static bool IsRow(StringLineGroup lines, int index) => lines.Lines[index].Slice.AsSpan().Contains('|');

    private static bool IsDelimiterRow(ReadOnlySpan<char> line) => line.Contains('|') && line.Contains('-') && !line.ContainsAnyExcept("|-: \t");
}
