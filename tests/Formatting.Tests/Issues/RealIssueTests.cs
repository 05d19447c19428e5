using BotDigest.Formatting.Issues;

namespace BotDigest.Formatting.Tests.Issues;

public sealed class RealIssueTests
{
    [Theory]
    [InlineData("2026-01-15.md", 6, 13)]
    [InlineData("2026-01-23.md", 6, 24)]
    [InlineData("2026-01-30.md", 4, 52)]
    public void A_real_issue_is_read_without_an_error(string file, int sections, int stories)
    {
        var result = new IssueParser().Parse(RealIssues.Read(file), file);

        Assert.False(result.HasErrors);
        Assert.Equal(sections, result.Issue!.Sections.Length);
        Assert.Equal(Enumerable.Range(0, stories), result.Issue.Stories.Select(s => s.Index));
        Assert.All(result.Issue.Stories, s => Assert.NotEqual(0, s.Headline.Length));
    }
}
