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
    [InlineData("**甲 (一)**App，**阿里**跟进。\n", "MD003 6:8")]
    [InlineData("**加粗。**App，**阿里**跟进。\n", "")]
    [InlineData("****甲**** 与 **“乙”**App、**丙**\n", "")]
    public void A_bold_that_begins_within_a_bold_is_reported(string body, string expected)
    {
        Assert.Equal(expected, string.Join(' ', new IssueParser().Parse($"---\ntitle: 标题\ndate: 2026-02-03\n---\n\n{body}").Problems.Select(p => $"{p.Code} {p.Line}:{p.Column}")));
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
