using System.Globalization;
using BotDigest.Formatting.Issues;

namespace BotDigest.Formatting.Tests.Issues;

/// <summary>What each heading of the real issues is read as, by its line: t the title, n a section, s a story, g a heading that groups briefs.</summary>
public sealed class RealHeadingTests
{
    [Theory]
    [InlineData("2026-01-15.md", "10t 12n 14s 24n 26s 35s 44n 46s 55n 57s 66n 68s 76n")]
    [InlineData("2026-01-23.md", "10t 12n 14s 34s 54s 72n 74s 94s 111n 113s 132s 154n 156s 177s 196n 198s 220s 240n")]
    [InlineData("2026-01-30.md", "10t 12n 14s 29s 46s 61g 67g 75n 77g 91g 105g 115g 123g 127n 129s 135s 141s 145s 151n")]
    public void Each_heading_of_a_real_issue_is_what_a_reader_takes_it_for(string file, string expected)
    {
        var bytes = RealIssues.Read(file);
        var issue = new IssueParser().Parse(bytes, file).Issue!;
        var articles = issue.Stories.Where(s => s.Form == StoryForm.Article).Select(s => s.Line).ToHashSet();

        var headings = File.ReadLines(Path.Combine(RealIssues.Folder, file)).Index().Where(l => l.Item.StartsWith('#')).Select(l => Decision(l.Index + 1, l.Item));

        Assert.Equal(expected, string.Join(' ', headings));
        Assert.Equal(expected.Count(c => c == 's'), articles.Count);
        Assert.Equal(expected.Count(c => c == 'g'), issue.Sections.SelectMany(s => s.Items).OfType<SectionItem.SubSection>().Count());
        Assert.Equal(expected.Count(c => c == 'n'), issue.Sections.Count(s => s.Heading is not null));

        string Decision(int line, string text) => string.Create(CultureInfo.InvariantCulture, $"{line}{(text[1] == ' ' ? 't' : text[2] == ' ' ? 'n' : articles.Contains(line) ? 's' : 'g')}");
    }
}
