using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace BotDigest.Bot.Tests;

/// <summary>Writes the file of an issue.</summary>
internal sealed record IssueText
{
    private IssueText(DateOnly date) => Date = date;

    /// <summary>The date.</summary>
    public DateOnly Date { get; init; }

    /// <summary>The title.</summary>
    public string Title { get; init; } = "国产芯片与开源模型";

    /// <summary>More lines of the front matter.</summary>
    public ImmutableArray<string> Front { get; init; } = [];

    /// <summary>The sections, each with its stories.</summary>
    public ImmutableArray<(string Heading, ImmutableArray<string> Stories)> Sections { get; init; } = [];

    /// <summary>The usual name of the file.</summary>
    public string FileName => Date.ToString("yyyy-MM-dd'.md'", CultureInfo.InvariantCulture);

    /// <summary>An issue with one short section: a single message.</summary>
    public static IssueText Of(int year, int month, int day) => new IssueText(new DateOnly(year, month, day)).With("今日要闻", Story("头条", 40));

    /// <summary>An issue of several messages: a head with a map, and sections that fill a message each.</summary>
    public static IssueText Long(int year, int month, int day, int sections = 4, int length = 2_200)
    {
        var issue = new IssueText(new DateOnly(year, month, day));
        for (var i = 1; i <= sections; i++)
            issue = issue.With($"第{i}部分", Story($"第{i}条新闻 {day} 日", length));
        return issue;
    }

    /// <summary>A story with text of a given length.</summary>
    public static string Story(string headline, int length)
    {
        var text = new StringBuilder();
        for (var i = 1; text.Length < length; i++)
            text.Append(CultureInfo.InvariantCulture, $"{headline}的第{i}句话说了一件具体的事。");
        return $"### [{headline}](https://example.com/{Uri.EscapeDataString(headline)})\n\n{text}";
    }

    /// <summary>The issue with another section at its end.</summary>
    public IssueText With(string heading, params ImmutableArray<string> stories) => this with { Sections = Sections.Add((heading, stories)) };

    /// <summary>The issue with another line of front matter.</summary>
    public IssueText WithFront(string line) => this with { Front = Front.Add(line) };

    /// <inheritdoc/>
    public override string ToString()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"---\ntitle: {Title}\ndate: {Date:yyyy-MM-dd}\n");
        foreach (var line in Front)
            text.Append(line).Append('\n');
        text.Append("---\n\n");
        foreach (var (heading, stories) in Sections)
            text.Append(CultureInfo.InvariantCulture, $"## {heading}\n\n{string.Join("\n\n", stories)}\n\n");
        return text.ToString();
    }
}
