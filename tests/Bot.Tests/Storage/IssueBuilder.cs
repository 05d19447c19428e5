using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using BotDigest.Formatting.Issues;
using BotDigest.Formatting.Text;

namespace BotDigest.Bot.Tests.Storage;

/// <summary>Builds an issue story by story, without a file.</summary>
internal sealed class IssueBuilder(string date)
{
    private readonly List<Story> _stories = [];
    private ImmutableArray<string> _tags = [];
    private string _title = "Title of " + date;

    internal IssueBuilder Titled(string title)
    {
        _title = title;
        return this;
    }

    internal IssueBuilder Tagged(params string[] tags)
    {
        _tags = [.. tags];
        return this;
    }

    internal IssueBuilder With(string headline, string text = "", string? url = null)
    {
        _stories.Add(new Story
        {
            Index = _stories.Count,
            Form = StoryForm.Article,
            Headline = FormattedText.Plain(headline),
            Url = url,
            Blocks = text.Length == 0 ? [] : [.. text.Split('\n').Select(line => new Block.Paragraph(FormattedText.Plain(line)))],
        });
        return this;
    }

    internal Issue Build()
    {
        var content = new StringBuilder(_title).AppendJoin('|', _tags);
        foreach (var story in _stories)
            content.Append(CultureInfo.InvariantCulture, $"\n{story.Headline} {story.Url} {string.Join('\n', story.Blocks)}");
        return new Issue
        {
            Title = _title,
            Date = DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture),
            Tags = _tags,
            Category = "AI 日报",
            Summary = [new FormattedText("bold start", [new TextEntity(EntityKind.Bold, 0, 4)]), new FormattedText("link", [new TextEntity(EntityKind.TextLink, 0, 4, "https://example.com/")])],
            Sections = [new Section(FormattedText.Plain("Section"), [.. _stories.Select(s => new SectionItem.StoryItem(s))])],
            Fingerprint = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content.ToString()))),
        };
    }
}
