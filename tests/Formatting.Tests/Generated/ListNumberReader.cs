using System.Globalization;
using System.Text.RegularExpressions;

namespace BotDigest.Formatting.Tests.Generated;

/// <summary>Reads the numbers that the items of lists have, line by line: its own, or where that repeats the one of the item before, one more.</summary>
internal sealed partial class ListNumberReader
{
    private readonly Stack<(int Indent, string Mark, int Written, int Number)> _open = new();
    private bool _afterEmptyLine;
    private int _html = -1;

    /// <summary>The number and its mark, to stand before a line's text; nothing where the line begins no item with a number.</summary>
    internal string Of(string line)
    {
        if (Begin().Match(line) is { Success: true } begin)
            _html = int.Parse(begin.Groups["start"].Value, CultureInfo.InvariantCulture);
        else if (line == "</ol>")
            _html = -1;
        else if (line == "<ul>")
            _html -= 1000;
        else if (line == "</ul>")
            _html += 1000;
        else if (line.StartsWith("<li>", StringComparison.Ordinal) && _html >= 0)
            return string.Create(CultureInfo.InvariantCulture, $"{_html++}. ");
        else
            return OfItem(line);
        return "";
    }

    private string OfItem(string line)
    {
        var (afterEmptyLine, item) = (_afterEmptyLine, Item().Match(line));
        _afterEmptyLine = line.Trim().Length == 0;
        if (_afterEmptyLine)
            return "";
        var indent = line.Length - line.TrimStart().Length;
        if (!item.Success)
        {
            // What follows an empty line and is not indented below an item ends its list; other lines go on with its text.
            while (afterEmptyLine && _open.TryPeek(out var ended) && indent <= ended.Indent)
                _open.Pop();
            return "";
        }

        while (_open.TryPeek(out var deeper) && deeper.Indent > indent)
            _open.Pop();
        var mark = item.Groups["mark"].Value;
        var goesOn = _open.TryPeek(out var last) && last.Indent == indent;
        if (goesOn)
            _open.Pop();
        var written = item.Groups["number"] is { Success: true, Value: var own } ? int.Parse(own, CultureInfo.InvariantCulture) : 0;
        var number = goesOn && last.Mark == mark && last.Written == written ? last.Number + 1 : written;
        _open.Push((indent, mark, written, number));
        return mark == "-" ? "" : string.Create(CultureInfo.InvariantCulture, $"{number}{mark} ");
    }

    [GeneratedRegex("""^<ol start="(?<start>\d+)">$""", RegexOptions.ExplicitCapture)]
    private static partial Regex Begin();

    [GeneratedRegex(@"^ *((?<mark>-)|(?<number>\d+)(?<mark>[.)]))( |$)", RegexOptions.ExplicitCapture)]
    private static partial Regex Item();
}
