namespace BotDigest.Bot.Storage;

/// <summary>A row of <c>issues</c>, without its source.</summary>
internal sealed class IssueRow
{
    internal const string Columns = "id, date, title, category, file, fingerprint, summary, story_count as StoryCount, listed, head_post as HeadPost";

    public required long Id { get; init; }

    public required string Date { get; init; }

    public required string Title { get; init; }

    public string? Category { get; init; }

    public required string File { get; init; }

    public required string Fingerprint { get; init; }

    public required string Summary { get; init; }

    public required long StoryCount { get; init; }

    public required long Listed { get; init; }

    public long? HeadPost { get; init; }

    internal IssueSummary ToSummary() =>
        new(Id, Dates.Read(Date), Title, Category, File, Listed != 0, StorageJson.ReadTexts(Summary), (int)StoryCount, (int?)HeadPost, Fingerprint);
}
