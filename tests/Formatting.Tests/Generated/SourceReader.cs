using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace BotDigest.Formatting.Tests.Generated;

/// <summary>
/// Reads what a reader should see of an issue's file, line by line and by patterns: a second opinion that shares nothing with the parser.
/// It knows what a digest drops and moves (docs/architecture.md), and no more of Markdown than <see cref="IssueGenerator"/> writes.
/// </summary>
internal sealed partial class SourceReader
{
    /// <summary>Stands where something is that nobody sees: a list ends there all the same.</summary>
    private const string Nothing = "\u200B";

    private readonly Dictionary<string, string> _definitions;
    private readonly StringBuilder _visible = new();
    private readonly StringBuilder _notes = new();
    private readonly ListNumberReader _numbers = new();
    private bool _fenced;
    private bool _preformatted;
    private bool _afterEmptyLine;
    private bool _indented;

    private SourceReader(string body) => _definitions = Definition().Matches(body).ToDictionary(match => match.Groups["name"].Value, match => match.Groups["url"].Value, StringComparer.Ordinal);

    /// <summary>The characters and addresses of everything after the front matter, in the order in which messages show them.</summary>
    internal static string Read(string markdown)
    {
        var lines = markdown.Replace("\r\n", "\n", StringComparison.Ordinal);
        var body = Underlined().Replace(Hidden().Replace(Card().Replace(lines[(lines.IndexOf("\n---\n", StringComparison.Ordinal) + 5)..], ""), Nothing), "");
        var reader = new SourceReader(body);
        foreach (var line in Definition().Replace(body, "").Split('\n'))
            reader.Read(line, line.StartsWith("    ", StringComparison.Ordinal));
        return VisibleText.Of(reader._visible.Append(reader._notes).ToString());
    }

    private void Read(string line, bool indented)
    {
        _indented = indented && (_indented || _afterEmptyLine) || line.Length == 0 && _indented;
        _afterEmptyLine = line.Trim().Length == 0;
        var number = _fenced || _indented ? "" : _numbers.Of(line);
        if (line.TrimStart().StartsWith("```", StringComparison.Ordinal))
            _fenced = !_fenced;
        else if (line is "<pre>" or "</pre>")
            _preformatted = line is "<pre>";
        else if (_preformatted)
            _visible.Append(VisibleText.Exactly(WebUtility.HtmlDecode(line))).Append('\n');
        else if (_fenced || _indented)
            _visible.Append(VisibleText.Exactly(line)).Append('\n');
        else if (line.StartsWith("# ", StringComparison.Ordinal) || Rule().IsMatch(line))
            return;
        else if (Note().Match(line) is { Success: true } note)
            _notes.Append(Inline(line[note.Length..], "")).Append('\n');
        else
            _visible.Append(Inline(line, number)).Append('\n');
    }

    /// <summary>A line without the marks before it, but with the number of a list's item, and without the colon of a label; of a brief's marks a half-width colon becomes a full one.</summary>
    private string Inline(string line, string number)
    {
        line = line.TrimStart().StartsWith("| ", StringComparison.Ordinal) ? line.Replace("|", "", StringComparison.Ordinal) : Brief().Replace(line, "$1：");
        line = Marker().Replace(Label().Replace(line, "**$1**"), "");
        var visible = new StringBuilder(number);
        var parts = line.Split('`');
        for (var i = 0; i < parts.Length; i++)
            visible.Append(i % 2 == 1 ? VisibleText.Exactly(parts[i]) : WebUtility.HtmlDecode(Markup().Replace(parts[i], Shown)));
        return visible.ToString();
    }

    private string Shown(Match match)
    {
        var words = match.Groups["words"].Value;
        if (match.Groups["name"] is { Success: true, Value: var name })
            return words + VisibleText.Link(_definitions[name]);
        if (match.Groups["below"].Success)
            return "₂";
        if (match.Groups["break"].Success)
            return "\n";
        if (match.Groups["cell"].Success)
            return " | ";
        if (match.Groups["url"] is not { Success: true, Value: var url })
            return "";
        if (!url.StartsWith("http", StringComparison.Ordinal))
            return $"{words} ({url})";
        return (words.Length > 0 || match.Groups["drop"].Success ? words : VisibleText.Exactly(url)) + VisibleText.Link(url);
    }

    [GeneratedRegex("""\n<div class="telegram-card">.*?\n</div>\n""", RegexOptions.Singleline)]
    private static partial Regex Card();

    [GeneratedRegex("<!--.*?-->|<script>.*?</script>", RegexOptions.Singleline)]
    private static partial Regex Hidden();

    [GeneratedRegex(@"^.*\n===$", RegexOptions.Multiline)]
    private static partial Regex Underlined();

    [GeneratedRegex(@"^\[(?<name>r\d+)\]: (?<url>\S+)$", RegexOptions.Multiline)]
    private static partial Regex Definition();

    [GeneratedRegex(@"^(---|\s*\| ---.*)$")]
    private static partial Regex Rule();

    [GeneratedRegex(@"^\[\^\d+\]: ")]
    private static partial Regex Note();

    [GeneratedRegex(@"^(- \*\*[^*]*\*\*):")]
    private static partial Regex Brief();

    [GeneratedRegex(@"^\s*(?:(?:#{2,6}|[->]|\d+[.)]|\[[ x]\])(?:\s+|$))+")]
    private static partial Regex Marker();

    [GeneratedRegex(@"^\*\*([^*]*?)(?:[：:]\*\*|\*\*：)")]
    private static partial Regex Label();

    [GeneratedRegex("""
        \[\^\d+\]
        |\*\*(?<drop>\[(链接|原文|来源|详情|source|link)\])\((?<url>[^)]*)\)
        |!?\[(?<words>[^\[\]]*)\]\((?<url>[^()\[\]\s]*)\)
        |\[(?<words>[^\[\]]*)\]\[(?<name>r\d+)\]
        |<(?<url>https?://[^>]*)>
        |<a\ href="(?<url>[^"]*)">(?<words>[^<]*)</a>
        |(?<url>https?://[!-;=?-~]+)
        |<sub>(?<below>2)</sub>
        |(?<break><br>)
        |(?<cell></t[hd]><t[hd]>)
        |</?[a-zA-Z][^<>]*>
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture)]
    private static partial Regex Markup();
}
