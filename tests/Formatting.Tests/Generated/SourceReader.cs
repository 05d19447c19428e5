using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace BotDigest.Formatting.Tests.Generated;

/// <summary>
/// Reads what a reader should see of an issue's file, line by line and by patterns: a second opinion that shares nothing with the parser.
/// It knows what a digest drops and moves (docs/architecture.md), and no more of Markdown than <see cref="IssueGenerator"/> writes.
/// </summary>
internal static partial class SourceReader
{
    /// <summary>Stands round the headers of tables, which may be repeated.</summary>
    internal const char HeaderMark = '표';

    /// <summary>The letters and digits of everything after the front matter, in the order in which messages show them.</summary>
    internal static string LettersOf(string markdown)
    {
        var body = markdown[(markdown.IndexOf("\n---\n", StringComparison.Ordinal) + 5)..];
        body = Card().Replace(body, "");
        body = Hidden().Replace(body, "");
        var (visible, notes, inCode) = (new StringBuilder(), new StringBuilder(), false);
        foreach (var line in body.Split('\n'))
        {
            if (line.StartsWith("```", StringComparison.Ordinal))
                inCode = !inCode;
            else if (inCode)
                visible.Append(line).Append('\n');
            else if (line.StartsWith("# ", StringComparison.Ordinal) || Rule().IsMatch(line))
                continue;
            else if (Note().Match(line) is { Success: true } note)
                notes.Append(Inline(line[note.Length..])).Append('\n');
            else
                visible.Append(Inline(Marker().Replace(line, ""))).Append('\n');
        }

        return Letters(visible.Append(notes).ToString());
    }

    /// <summary>The letters and digits of a text, table headers left out; a digit above or below the line is that digit.</summary>
    internal static string Letters(string text)
    {
        var letters = new StringBuilder(text.Length);
        foreach (var rune in Header().Replace(text, "").EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune))
                letters.Append(rune);
            else if (rune.Value is (>= '⁰' and <= '₉') or '²' or '³' or '¹')
                letters.Append((int)Rune.GetNumericValue(rune));
        }

        return letters.ToString();
    }

    private static string Inline(string line)
    {
        var visible = new StringBuilder();
        var parts = line.Split('`');
        for (var i = 0; i < parts.Length; i++)
            visible.Append(i % 2 == 1 ? parts[i] : Text(parts[i]));
        return visible.ToString();
    }

    private static string Text(string text)
    {
        text = NoteMark().Replace(text, "");
        text = LinkWords().Replace(text, "**");
        text = WordlessImage().Replace(text, "$1");
        text = DroppedLink().Replace(text, "$1 $2");
        text = Link().Replace(text, "$1");
        text = Autolink().Replace(text, "$1");
        text = Tag().Replace(text, "");
        return WebUtility.HtmlDecode(text);
    }

    [GeneratedRegex("""\n<div class="telegram-card">.*?\n</div>\n""", RegexOptions.Singleline)]
    private static partial Regex Card();

    [GeneratedRegex("<!--.*?-->|<script>.*?</script>", RegexOptions.Singleline)]
    private static partial Regex Hidden();

    [GeneratedRegex(@"^(---|\| ---.*)$")]
    private static partial Regex Rule();

    [GeneratedRegex(@"^\[\^\d+\]: ")]
    private static partial Regex Note();

    [GeneratedRegex(@"^\s*((#{2,3}|[-*>]|\d+\.|\[[ x]\])\s+)+")]
    private static partial Regex Marker();

    [GeneratedRegex(@"\[\^\d+\]")]
    private static partial Regex NoteMark();

    [GeneratedRegex(@"\*\*\[(链接|原文|来源|详情|source|link)\]\([^)]*\)")]
    private static partial Regex LinkWords();

    [GeneratedRegex(@"!\[\]\(([^)]*)\)")]
    private static partial Regex WordlessImage();

    [GeneratedRegex(@"\[([^\[\]]*)\]\((?!https?://)([^)]*)\)")]
    private static partial Regex DroppedLink();

    [GeneratedRegex(@"!?\[([^\[\]]*)\]\([^)]*\)")]
    private static partial Regex Link();

    [GeneratedRegex("<(https?://[^>]*)>")]
    private static partial Regex Autolink();

    [GeneratedRegex(@"</?[a-zA-Z][^<>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex("표[^표]*표")]
    private static partial Regex Header();
}
