using System.Collections.Immutable;
using System.Text;
using BotDigest.Formatting.Issues;
using BotDigest.Formatting.Problems;
using BotDigest.Formatting.Vocabularies;

namespace BotDigest.Formatting.Tests.Problems;

public sealed class ProblemTests
{
    private static readonly DateOnly Today = new(2026, 2, 3);

    public static TheoryData<ProblemRow> Rows { get; } = [.. ProblemRows.All];

    [Theory]
    [MemberData(nameof(Rows), DisableDiscoveryEnumeration = true)]
    public void A_problem_is_reported_at_its_place_with_the_text_it_is_about(ProblemRow row)
    {
        var problem = Assert.Single(Read(row.File, row), p => p.Code == row.Code);

        Assert.Equal((row.Line, row.Column, row.Quoted), (problem.Line, problem.Column, string.Join('|', problem.Arguments)));
    }

    [Theory]
    [MemberData(nameof(Rows), DisableDiscoveryEnumeration = true)]
    public void What_nearly_is_that_problem_is_not_reported(ProblemRow row)
    {
        Assert.DoesNotContain(Read(row.NearMiss, row with { FileName = null }), p => p.Code == row.Code);
    }

    [Theory]
    [InlineData("*要点一\n*要点二\n", "MD012 6:1 MD012 7:1")]
    [InlineData("1.第一\n2.第二\n", "MD012 7:1")]
    [InlineData("1.背景\n\n2.5倍\n3.5倍，*甲*\n*乙*\n", "")]
    public void A_list_without_spaces_is_reported(string body, string expected)
    {
        Assert.Equal(expected, string.Join(' ', new IssueParser().Parse($"---\ntitle: 标题\ndate: 2026-02-03\n---\n\n{body}").Problems.Select(p => $"{p.Code} {p.Line}:{p.Column}")));
    }

    [Theory]
    [InlineData("**甲 (一)**App，**阿里**跟进。\n", "MD003 6:8")]
    [InlineData("**加粗。**App，**阿里**跟进。\n", "")]
    [InlineData("****甲**** 与 **“乙”**App、**丙**\n", "")]
    public void A_bold_that_begins_within_a_bold_is_reported(string body, string expected)
    {
        Assert.Equal(expected, string.Join(' ', new IssueParser().Parse($"---\ntitle: 标题\ndate: 2026-02-03\n---\n\n{body}").Problems.Select(p => $"{p.Code} {p.Line}:{p.Column}")));
    }

    [Theory]
    [InlineData("融资 1.5 亿美元", "融资 15 亿美元", "")]
    [InlineData("Qwen 3.5 发布", "Qwen 35 发布", "")]
    [InlineData("Qwen 3.5 发布", "Qwen 3．5 发布！", "STORY002 STORY006")]
    [InlineData("融资 1.55 亿", "融资 15.5 亿", "")]
    [InlineData("融资 1,500.5 亿，3.5倍", "融资 1500.5 亿，3.5 倍", "STORY002 STORY006")]
    [InlineData("2-1 取胜", "21 取胜", "")]
    public void Headlines_that_differ_in_a_number_are_two(string one, string other, string expected)
    {
        ParseResult Parse(string headlines) => new IssueParser().Parse($"---\ntitle: 标题\ndate: 2026-02-03\n---\n\n## 节\n\n{headlines}");
        var earlier = Assert.Single(Parse($"### {one}\n\n正文。\n").Issue!.Stories);
        var (issue, problems) = Parse($"### {other}\n\n正文。\n");
        var across = StoryRepeats.Find(issue!.Date, issue.Stories, [new EarlierStory(StoryKey.OfHeadline(earlier.Headline.Text), 0, issue.Date.AddDays(-1), "", earlier.Headline.Text)]);
        var within = Parse($"### {one}\n\n正文。\n\n### {other}\n\n别的。\n").Problems;

        Assert.Empty(problems);
        Assert.Equal(expected, string.Join(' ', within.AddRange(across).Select(p => p.Code)));
    }

    [Fact]
    public void Every_code_that_a_file_can_raise_has_a_row()
    {
        // FILE codes are raised by the folder that a file lies in; the Bot's tests hold those.
        var codes = ProblemKinds.All.Select(k => k.Code).Where(c => !c.StartsWith("FILE", StringComparison.Ordinal));

        Assert.Equal(codes.Order(StringComparer.Ordinal), ProblemRows.All.Select(r => r.Code).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Codes_are_never_given_twice()
    {
        Assert.Distinct(ProblemKinds.All.Select(k => k.Code));
        Assert.Equal(typeof(ProblemKinds).GetProperties().Count(p => p.PropertyType == typeof(ProblemKind)), ProblemKinds.All.Length);
    }

    [Fact]
    public void Beyond_two_hundred_the_last_problem_tells_how_many_more_there_are()
    {
        var file = "---\ntitle: 标题\ndate: 2026-02-03\n---\n\n## 节\n\n" + string.Concat(Enumerable.Repeat("[文](/a)\n\n", 230));

        var problems = new IssueParser().Parse(file).Problems;

        Assert.Equal(201, problems.Length);
        Assert.Equal(("FILE006", Severity.Warning, 406, "30"), (problems[^1].Code, problems[^1].Severity, problems[^1].Line, Assert.Single(problems[^1].Arguments)));
    }

    private static ImmutableArray<Problem> Read(byte[] file, ProblemRow row)
    {
        if (row.Code.StartsWith("VOC", StringComparison.Ordinal))
            return Vocabulary.Parse(Encoding.UTF8.GetString(file)).Problems;
        var (issue, problems) = new IssueParser().Parse(file, row.FileName, Today);
        return issue is null ? problems : problems.AddRange(StoryRepeats.Find(issue.Date, issue.Stories, Earlier()));
    }

    internal static IEnumerable<EarlierStory> Earlier() =>
        from issue in new[] { new IssueParser().Parse(ProblemRows.DayBefore).Issue! }
        from story in issue.Stories
        select new EarlierStory(StoryKey.OfHeadline(story.Headline.Text), StoryKey.OfUrl(story.Url), issue.Date, $"2026-02-02.md:{story.Line}");
}
