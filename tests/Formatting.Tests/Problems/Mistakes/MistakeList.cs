using System.Text.RegularExpressions;
using BotDigest.Formatting.Issues;

namespace BotDigest.Formatting.Tests.Problems.Mistakes;

/// <summary>The mistakes that editors of a daily make.</summary>
internal static partial class MistakeList
{
    internal static IReadOnlyList<Mistake> All { get; } =
    [
        new("bold never closed", ["MD003"], f => f.Change(f.Pick(HasBold), l => Bold().Replace(l, "**${words}", 1))),
        new("bold never opened", ["MD003"], f => f.Change(f.Pick(HasBold), l => Bold().Replace(l, "${words}**", 1))),
        new("space within bold", ["MD003"], f => f.Change(f.Pick(l => HasBold(l) && !l.StartsWith("**", StringComparison.Ordinal)), l => Bold().Replace(l, "** ${words} **", 1))),
        new("space in an address", ["LINK002"], f => f.Change(f.Pick(HasLink), l => Link().Replace(l, m => $"[{m.Groups["words"].Value}]({m.Groups["url"].Value.Insert(8 + f.Below(m.Groups["url"].Length - 9), " ")})", 1))),
        new("space before the address", ["LINK002"], f => f.Change(f.Pick(HasLink), l => Link().Replace(l, "[${words}] (${url})", 1))),
        new("no https://", ["LINK001"], f => f.Change(f.Pick(HasLink), l => Link().Replace(l, m => $"[{m.Groups["words"].Value}]({m.Groups["url"].Value.Split("://")[1]})", 1))),
        new("full-width brackets round an address", ["LINK003"], f => f.Change(f.Pick(HasLink), l => Link().Replace(l, "[${words}]（${url}）", 1))),
        new("one full-width bracket after an address", ["LINK003"], f => f.Change(f.Pick(HasLink), l => Link().Replace(l, "[${words}](${url}）", 1))),
        new("full-width square brackets", ["LINK003"], f => f.Change(f.Pick(HasLink), l => Link().Replace(l, "【${words}】(${url})", 1))),
        new("link never closed", ["LINK007", "LINK002"], f => f.Change(f.Pick(HasLink), l => Link().Replace(l, "[${words}](${url}", 1))),
        new("link without an address", ["LINK005"], f => f.Change(f.Pick(HasLink), l => Link().Replace(l, "[${words}]()", 1))),
        new("no title", ["FM002"], f => Without(f, "title")),
        new("no date", ["FM003"], f => Without(f, "date")),
        new("a date of another form", ["FM004"], f => f.Change(f.PickFront(IsDate), l => Pick(f, l.Replace('-', '/'), l.Replace("-", "", StringComparison.Ordinal), "date: 2026-02-30", "date: 2月3日", l + " 周二"))),
        new("a date that is not the file's", ["FM014"], f => f.Change(f.PickFront(IsDate), _ => "date: 2026-02-20")),
        new("a date of ten years on", ["FM015"], f => f.Change(f.PickFront(IsDate), l => l.Replace("2026", "2036", StringComparison.Ordinal))),
        new("misspelt key", ["FM009"], f => f.Change(f.PickFront(l => Key().IsMatch(l)), l => l[..1] + l[2..])),
        new("key given twice", ["FM008"], f => f.PickFront(l => Key().IsMatch(l)) is var i and >= 0 ? f.Insert(i + 1, 0, f[i]) : null),
        new("full-width colon after a key", ["FM020"], f => f.Change(f.PickFront(l => Key().IsMatch(l)), l => KeyColon().Replace(l, "：", 1))),
        new("no space after a key", ["FM020"], f => f.Change(f.PickFront(l => Key().IsMatch(l)), l => KeyColon().Replace(l, ":", 1))),
        new("tab in the front matter", ["FM018"], f => f.PickFront(l => Key().IsMatch(l)) is var i and >= 0 ? f.Change(i, l => "\t" + l) : null),
        new("quotation mark never closed", ["FM019"], f => f.Change(f.PickFront(IsQuoted), l => LastQuote().Replace(l, "${end}"))),
        new("quotation mark never opened", ["FM021", "FM019"], f => f.Change(f.PickFront(IsQuoted), l => FirstQuote().Replace(l, "${key}"))),
        new("colon in a title without quotation marks", ["FM005"], f => f.Change(f.PickFront(l => l.StartsWith("title: ", StringComparison.Ordinal)), l => l.Insert(8 + f.Below(l.Length - 8), ": "))),
        new("front matter never closed", ["FM006"], f => f.Remove(f.FrontEnd, f.FrontEnd + 1, f.FrontEnd)),
        new("front matter never opened", ["FM001"], f => f.Remove(0, 1, 0)),
        new("heading that is not the title", ["FM017"], f => f.Change(f.Pick(l => l.StartsWith("# ", StringComparison.Ordinal) && f.PickFront(t => t.EndsWith(l[2..], StringComparison.Ordinal)) > 0), l => l[..3] + l[4..])),
        new("story told twice", ["STORY002"], f => Twice(f, l => l)),
        new("story told twice under another headline", ["STORY003"], f => Twice(f, l => Link().Replace(l, "[另有报道说起同一件事](${url})", 1))),
        new("headline without words", ["STORY001"], f => f.Change(f.Pick(IsStory), "###")),
        new("story without text", ["MD006"], f => f.Insert(f.Pick(IsHeading), 0, "### 还没有写的一条", "")),
        new("section without text", ["MD006"], f => f.Insert(f.Pick(l => l.StartsWith("## ", StringComparison.Ordinal)), 0, "## 还没有写的一节", "")),
        new("heading without a space", ["MD011"], f => f.Change(f.Pick(IsHeading), l => l.Remove(l.IndexOf(' ', StringComparison.Ordinal), 1))),
        new("bullet without a space", ["MD012"], f => f.Change(f.Pick(l => l.StartsWith("- ", StringComparison.Ordinal) && l.Length > 3 && (l[2] is '*' or '[' || IsHan(l[2]))), l => "-" + l[2..])),
        new("label with a wrong character", ["STORY008", "STORY005"], f => f.Change(f.Pick(l => LabelLine().IsMatch(l)), l => l.Remove(2 + f.Below(2), 1).Insert(3, "侗"))),
        new("label with two characters swapped", ["STORY008", "STORY005"], f => f.Change(f.Pick(l => LabelLine().IsMatch(l)), l => $"**{l[3]}{l[2]}{l[4..]}")),
        new("HTML that Telegram has not", ["MD004"], f => f.Change(f.Pick(IsText), l => l.Insert(l.Length - f.Below(Math.Min(8, l.Length - 4)), Pick(f, "<font color=\"red\">", "<kbd>", "<mark>", "<center>")))),
        new("picture without text", ["MD005"], f => f.Insert(f.Pick(IsHeading), 0, "![](https://example.com/a.png)", "")),
        new("code never closed", ["MD013"], f => f.Insert(f.Pick(IsHeading), 0, "```python", "print(1)", "")),
        new("comment never closed", ["MD014"], f => f.Insert(f.Pick(IsHeading), 0, "<!-- 这里以后再写", "")),
        new("note that is not there", ["MD008"], f => f.Change(f.Pick(IsText), l => l + "[^9]")),
        new("note that nothing refers to", ["MD007"], f => f.Insert(f.Pick(IsHeading), 0, "[^9]: 出处", "")),
        new("remark that is read as a link's definition", ["MD015"], f => f.Insert(f.Pick(IsHeading), 0, "[编者注]: 本文为转载", "")),
        new("words after the language of code", ["MD016"], f => f.Insert(f.Pick(IsHeading), 0, "```python 示例", "print(1)", "```", "")),
        new("promo card never closed", ["MD017"], f => f.Insert(f.Pick(IsHeading), 0, "<div class=\"telegram-card\">", "", "欢迎关注", "")),
        new("rule right under a text", ["MD018"], f => f.Insert(f.Pick(IsHeading), 0, "这里接着说上面那件事", "---", "")),
        new("script", ["MD019"], f => f.Insert(f.Pick(IsHeading), 0, "<script src=\"https://example.com/a.js\"></script>", "")),
        new("mark that Telegram takes out", ["MD020"], f => f.Insert(f.Pick(IsHeading), 0, "变量 x\u030A 的值", "")),
        new("link in a link", ["LINK008"], f => f.Change(f.Pick(HasLink), l => Link().Replace(l, "[${words}<a href=\"https://example.com/in\">内</a>](${url})", 1))),
        new("link with a title", ["LINK009"], f => f.Change(f.Pick(HasLink), l => Link().Replace(l, "[${words}](${url} \"标题\")", 1))),
        new("story of a line of the summary removed", ["FM016"], WithoutSummarized),
    ];

    /// <summary>Removes the one story that tells of a line of the summary.</summary>
    private static MadeMistake? WithoutSummarized(IssueLines file)
    {
        var summary = file.PickFront(l => l.StartsWith("summary: \"- ", StringComparison.Ordinal));
        if (summary < 0)
            return null;
        var lines = file[summary][10..].Split("\\n", StringSplitOptions.RemoveEmptyEntries);
        var line = lines[file.Below(lines.Length)];
        var stories = new IssueParser().Parse(string.Join('\n', file.Range(0, file.Count))).Issue!.Stories.ToList();
        var found = stories.Select(s => (Story: s, Shared: Shared(s.Headline.Text + StoryText.Plain(s), line))).OrderByDescending(s => s.Shared).ToList();
        if (found[0].Shared * 2 < line.Length || found[1].Shared * 2 > found[0].Shared)
            return null;
        var start = found[0].Story.Line - 1;
        var next = stories.Find(s => s.Line > found[0].Story.Line)?.Line - 1 ?? file.Count;
        return file.Remove(start, Math.Min(next, file.EndOfStory(start)), summary);
    }

    private static int Shared(string one, string other) => other.Zip(other.Skip(1)).Intersect(one.Zip(one.Skip(1))).Count();

    private static MadeMistake? Without(IssueLines file, string key)
    {
        var line = file.PickFront(l => l.StartsWith(key + ":", StringComparison.Ordinal));
        return file.Remove(line, line + 1, file.FrontEnd - 1);
    }

    private static MadeMistake? Twice(IssueLines file, Func<string, string> headline)
    {
        var story = file.Pick(l => IsStory(l) && HasLink(l));
        if (story < 0)
            return null;
        var end = file.EndOfStory(story);
        var copy = file.Range(story, end);
        copy[0] = headline(copy[0]);
        return file.Insert(end, 0, copy);
    }

    private static string Pick(IssueLines file, params string[] choices) => choices[file.Below(choices.Length)];

    private static bool HasBold(string line) => Bold().IsMatch(line);

    private static bool HasLink(string line) => Link().IsMatch(line);

    private static bool IsDate(string line) => line.StartsWith("date: 2026-", StringComparison.Ordinal);

    private static bool IsQuoted(string line) => line.Contains('"', StringComparison.Ordinal);

    private static bool IsStory(string line) => line.StartsWith("### ", StringComparison.Ordinal);

    private static bool IsHeading(string line) => IsStory(line) || line.StartsWith("## ", StringComparison.Ordinal);

    private static bool IsText(string line) => line.Length > 12 && (line.StartsWith("- ", StringComparison.Ordinal) || IsHan(line[0])) && !line.Contains('`', StringComparison.Ordinal);

    private static bool IsHan(char c) => c is >= '\u4E00' and <= '\u9FFF';

    [GeneratedRegex(@"\*\*(?<words>[^*]+)\*\*", RegexOptions.CultureInvariant)]
    private static partial Regex Bold();

    [GeneratedRegex(@"(?<!!)\[(?<words>[^\[\]]+)\]\((?<url>https?://[^\s()]{12,})\)", RegexOptions.CultureInvariant)]
    private static partial Regex Link();

    [GeneratedRegex("^[a-zA-Z]{4,}: ", RegexOptions.CultureInvariant)]
    private static partial Regex Key();

    [GeneratedRegex(": ", RegexOptions.CultureInvariant)]
    private static partial Regex KeyColon();

    [GeneratedRegex("\"(?<end>\\]?)$", RegexOptions.CultureInvariant)]
    private static partial Regex LastQuote();

    [GeneratedRegex("^(?<key>[a-zA-Z]+: \\[?)\"", RegexOptions.CultureInvariant)]
    private static partial Regex FirstQuote();

    [GeneratedRegex(@"^\*\*[\u4E00-\u9FFF]{2}[^*]*(：\*\*|\*\*：)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex LabelLine();
}
