using System.Collections.Immutable;
using System.Text;
using BotDigest.Formatting.Issues;
using BotDigest.Formatting.Problems;
using BotDigest.Formatting.Vocabularies;

namespace BotDigest.Formatting.Tests.Problems;

public sealed class DocumentedProblemTests
{
    private const string WholeFile = "the file begins with ";
    private const string Head = "---\ntitle: 标题\ndate: 2026-02-03\n---\n\n## 节\n\n";

    private static readonly string[] Base = ["title: 标题", "date: 2026-02-03"];

    /// <summary>Examples that a table gives in words, because they are bytes, too long for it, or more than a file.</summary>
    private static readonly Dictionary<string, byte[]> InWords = new(StringComparer.Ordinal)
    {
        ["a file saved as UTF-16"] = [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Head + "正文")],
        ["a file saved by an old Chinese editor"] = CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!.GetBytes(Head + "正文"),
        ["a picture renamed to `x.md`"] = [0x89, .. "PNG\r\n"u8, 0x1A, 0x0A, 0, 0, 0, 0x0D],
        ["an issue with a picture pasted in as base64"] = Encoding.UTF8.GetBytes(Head + "![图](data:image/png;base64," + new string('A', 300_000) + ")"),
        ["a file of blank lines"] = "\n\n \n"u8.ToArray(),
        ["a whole article without a blank line"] = Encoding.UTF8.GetBytes(Head + string.Concat(Enumerable.Repeat("这一句话正好十个字。", 600))),
        ["a line of two hundred `>`"] = Encoding.UTF8.GetBytes(Head + new string('>', 200)),
        ["front matter alone"] = "---\ntitle: 标题\ndate: 2026-02-03\n---\n"u8.ToArray(),
        ["a paragraph of seven thousand `*`"] = Encoding.UTF8.GetBytes(Head + string.Concat(Enumerable.Repeat("*a", 7_000))),
        ["`---` right under a line of text"] = Encoding.UTF8.GetBytes(Head + "正文\n---\n别的"),
        ["a story of five thousand characters"] = Encoding.UTF8.GetBytes(Head + "### 甲\n\n" + string.Concat(Enumerable.Repeat("这一句话正好十个字。", 500))),
        ["a story with two hundred links"] = Encoding.UTF8.GetBytes(Head + "### 甲\n\n" + string.Concat(Enumerable.Repeat("[文](https://example.com)，", 200))),
        ["the headline of the day before"] = Encoding.UTF8.GetBytes(Head + "### 国产模型发布\n\n正文"),
        ["the link of the day before"] = Encoding.UTF8.GetBytes(Head + "### [另一个标题](https://example.com/a)\n\n正文"),
        ["`2026-02-04.md` with another date in it"] = Encoding.UTF8.GetBytes(Head + "正文"),
    };

    public static TheoryData<DocumentedProblem> Examples { get; } = [.. DocumentedProblem.All.Where(p => !p.Code.StartsWith("FILE", StringComparison.Ordinal))];

    [Fact]
    public void Every_code_is_on_the_page_about_writing_an_issue_and_no_other()
    {
        Assert.Equal(
            ProblemKinds.All.Select(k => (k.Code, k.Severity.ToString().ToLowerInvariant())).Order(),
            DocumentedProblem.All.Select(p => (p.Code, p.Grave)).Order());
    }

    [Theory]
    [MemberData(nameof(Examples), DisableDiscoveryEnumeration = true)]
    public void The_example_on_the_page_raises_its_code(DocumentedProblem documented)
    {
        Assert.Contains(Read(documented), p => p.Code == documented.Code);
    }

    private static ImmutableArray<Problem> Read(DocumentedProblem documented)
    {
        if (documented.Code.StartsWith("VOC", StringComparison.Ordinal))
            return Vocabulary.Parse(string.Join('\n', documented.Lines)).Problems;
        var file = InWords.TryGetValue(documented.Example, out var bytes) ? bytes : Encoding.UTF8.GetBytes(FileOf(documented));
        var (issue, problems) = new IssueParser().Parse(file, documented.Lines is [var name, ..] && name.StartsWith("2026", StringComparison.Ordinal) ? name : null, new DateOnly(2026, 2, 3));
        return issue is null ? problems : problems.AddRange(StoryRepeats.Find(issue.Date, issue.Stories, ProblemTests.Earlier()));
    }

    private static string FileOf(DocumentedProblem documented)
    {
        Assert.NotEmpty(documented.Lines);
        if (documented.Example.StartsWith(WholeFile, StringComparison.Ordinal))
            return string.Join('\n', documented.Lines) + "\n\n正文\n";
        if (!documented.Code.StartsWith("FM", StringComparison.Ordinal) && !documented.Lines[0].StartsWith("title:", StringComparison.Ordinal))
            return Head + string.Join("\n\n", documented.Lines) + "\n";

        var front = documented.Lines.Where(l => l[0] != '#').ToList();
        var body = documented.Lines.Where(l => l[0] == '#');
        var kept = Base.Where(line => !front.Exists(f => f.Split(':', '：')[0] == line.Split(':')[0]));
        return $"---\n{string.Join('\n', [.. kept, .. front])}\n---\n\n{string.Join("\n\n", [.. body, "## 节", "### 甲", "正文"])}\n";
    }
}
