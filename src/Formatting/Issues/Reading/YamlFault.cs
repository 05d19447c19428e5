using BotDigest.Formatting.Problems;

namespace BotDigest.Formatting.Issues.Reading;

/// <summary>Finds what editors do wrong in front matter that cannot be read: the scanner stumbles later, and says so in words of its own.</summary>
internal static class YamlFault
{
    /// <summary>The first fault, the offset at which it stands and its length; null where none of the usual ones is there.</summary>
    internal static (ProblemKind Kind, int Offset, int Length)? Find(ReadOnlySpan<char> yaml)
    {
        var isContinued = false;
        for (var at = 0; at < yaml.Length;)
        {
            var rest = yaml[at..];
            var end = rest.IndexOfAny('\r', '\n');
            var line = end < 0 ? rest : rest[..end];
            at = end < 0 ? yaml.Length : at + end + 1;
            var indent = line.Length - line.TrimStart().Length;
            if (indent == line.Length)
                continue;
            var start = yaml.Length - rest.Length;
            if (line[..indent].IndexOf('\t') is var tab and >= 0)
                return (ProblemKinds.TabInYaml, start + tab, line.Length - tab);
            if (isContinued && indent > 0)
                continue;
            isContinued = false;
            if (FindIn(line, indent, yaml[at..].TrimStart("\r\n") is [' ', ..], ref isContinued) is var (kind, within))
                return (kind, start + within, line.Length - within);
        }

        return null;
    }

    /// <summary>The fault of a line; where its value goes on in the lines indented below it, it has none and says so.</summary>
    private static (ProblemKind Kind, int Start)? FindIn(ReadOnlySpan<char> line, int indent, bool isIndentedBelow, ref bool isContinued)
    {
        var key = indent == 0 ? KeyLength(line) : 0;
        if (key > 0 && key < line.Length && (line[key] == '：' || (line[key] == ':' && key + 1 < line.Length && !char.IsWhiteSpace(line[key + 1]))))
            return (ProblemKinds.NoColonAfterKey, 0);
        var value = key > 0 && key < line.Length && line[key] == ':' ? key + 1 : SkipDash(line, indent);
        value += line[value..].Length - line[value..].TrimStart().Length;
        isContinued = value < line.Length && line[value] is '|' or '>';
        if (isContinued || (FindOpenQuote(line, value) ?? FindLoneClose(line, value)) is not var (quote, isClosed))
            return null;
        isContinued = !isClosed && isIndentedBelow;
        return isContinued ? null : (ProblemKinds.UnpairedQuote, quote);
    }

    private static int KeyLength(ReadOnlySpan<char> line)
    {
        var length = 0;
        while (length < line.Length && (char.IsAsciiLetterOrDigit(line[length]) || line[length] is '_' or '-'))
            length++;
        return length;
    }

    private static int SkipDash(ReadOnlySpan<char> line, int indent) => line[indent..] is ['-', ' ', ..] ? indent + 2 : indent;

    /// <summary>A quotation mark that opens a value, or an entry of a list in brackets, and is closed nowhere or before the value ends.</summary>
    private static (int Quote, bool IsClosed)? FindOpenQuote(ReadOnlySpan<char> line, int value)
    {
        if (value >= line.Length || line[value] is not ('"' or '\'' or '['))
            return null;
        var inList = line[value] == '[';
        for (var at = value + (inList ? 1 : 0); at < line.Length; at++)
        {
            if (line[at] is not ('"' or '\''))
                continue;
            var close = CloseOf(line, at);
            if (close < 0)
                return (at, false);
            var after = line[(close + 1)..].TrimStart();
            if (!after.IsEmpty && after[0] != '#' && !(inList && after[0] is ',' or ']'))
                return (at, true);
            at = close;
        }

        return null;
    }

    /// <summary>A value without a quotation mark at its beginning and with one at its end.</summary>
    private static (int Quote, bool IsClosed)? FindLoneClose(ReadOnlySpan<char> line, int value)
    {
        var text = line[value..].TrimEnd();
        return text is [not '"' and not '[', .., '"'] && text.Count('"') % 2 == 1 ? (value, true) : null;
    }

    private static int CloseOf(ReadOnlySpan<char> line, int open)
    {
        for (var at = open + 1; at < line.Length; at++)
        {
            if (line[at] == '\\' && line[open] == '"')
                at++;
            else if (line[at] == line[open])
                return at;
        }

        return -1;
    }
}
