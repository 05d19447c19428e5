namespace BotDigest.Bot.Storage;

/// <summary>A row of <c>stories</c>.</summary>
internal sealed class StoryRow
{
    internal const string Columns =
        "stories.id, stories.key, stories.issue_id as IssueId, stories.date, stories.position, stories.recency, stories.leader, stories.section, stories.headline, stories.url, stories.text, stories.tags, stories.post";

    public long? Id { get; init; }

    public required string Key { get; init; }

    public required long IssueId { get; init; }

    public required string Date { get; init; }

    public required long Position { get; init; }

    public required long Recency { get; init; }

    public required long Leader { get; init; }

    public required string Section { get; init; }

    public required string Headline { get; init; }

    public string? Url { get; init; }

    public required string Text { get; init; }

    /// <summary>The names, a line each.</summary>
    public required string Tags { get; init; }

    public long? Post { get; init; }

    /// <summary>Written only: what <see cref="RepeatStore"/> finds the story by.</summary>
    public long HeadlineKey { get; init; }

    /// <summary>Written only: what <see cref="RepeatStore"/> finds the story by.</summary>
    public long UrlKey { get; init; }

    internal string[] TagNames => Tags.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>What is written, without the id.</summary>
    internal object?[] ToValues() => [Key, IssueId, Date, Position, Recency, Leader, Section, Headline, Url, Text, Tags, Post, HeadlineKey, UrlKey];

    internal StoredStory ToStory() =>
        new(Id!.Value, Key, IssueId, Dates.Read(Date), (int)Position, Section, Headline, Url, Text, [.. TagNames], (int?)Post);
}
