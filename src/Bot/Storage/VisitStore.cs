namespace BotDigest.Bot.Storage;

/// <summary>How far readers have seen, for those who ask what is new.</summary>
/// <param name="database">The database.</param>
/// <param name="clock">Stamps visits.</param>
internal sealed class VisitStore(Database database, TimeProvider clock)
{
    // A second look within this time shows the same again: the first answer may not have arrived.
    private static readonly TimeSpan SameVisit = TimeSpan.FromMinutes(5);

    // An issue this much older than the newest one seen may still come late, or grow.
    private const int LateDays = 7;

    private const string Select = "select at, date, story, before_at as BeforeAt, before_date as BeforeDate, before_story as BeforeStory from visits where chat = @chat";

    private const string SelectNewest = "select max(date) as Date from issues where listed = 1";

    private const string SelectLast = "select coalesce(max(stories.id), 0) from issues join stories on stories.issue_id = issues.id where issues.listed = 1 and issues.date >= @since";

    private const string SelectNew = $"""
        select {StoryRow.Columns} from issues join stories on stories.issue_id = issues.id
        where issues.listed = 1 and stories.leader = stories.recency and (issues.date > @date or (issues.date >= @late and stories.id > @story))
        order by stories.recency desc
        """;

    private const string Upsert = """
        insert into visits (chat, at, date, story, before_at, before_date, before_story) values (@chat, @at, @date, @story, @beforeAt, @beforeDate, @beforeStory)
        on conflict (chat) do update set at = excluded.at, date = excluded.date, story = excluded.story,
            before_at = excluded.before_at, before_date = excluded.before_date, before_story = excluded.before_story
        """;

    /// <summary>Notes a visit, and reads what has become visible since the one before.</summary>
    /// <param name="chat">The reader's private chat.</param>
    /// <param name="ownLanguage">The language that Telegram gives for the person.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>When the visit before was and what is new since then, newest first; null at the first visit, and while there is no issue.</returns>
    public Task<Visit?> VisitAsync(long chat, string ownLanguage, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async connection =>
            {
                var now = clock.GetUtcNow();
                if (await connection.ValueAsync<string>(SelectNewest, null, cancellationToken) is not { } newest)
                    return null;
                var last = await connection.ValueAsync<long>(SelectLast, new { since = Dates.Write(Dates.Read(newest).AddDays(-LateDays)) }, cancellationToken);
                var row = await connection.FirstAsync<Row>(Select, new { chat }, cancellationToken);
                var before = row is null ? null : row.BeforeOf(now - SameVisit);
                await SubscriberStore.KnowAsync(connection, chat, ownLanguage, Times.Write(now), cancellationToken);
                var at = row is not null && before?.At != row.At ? row.At : Times.Write(now);
                var next = new { chat, at, date = newest, story = last, beforeAt = before?.At, beforeDate = before?.Date, beforeStory = before?.Story };
                await connection.RunAsync(Upsert, next, cancellationToken);
                if (before is null)
                    return null;
                var since = new { date = before.Date, late = Dates.Write(Dates.Read(before.Date).AddDays(-LateDays)), story = before.Story };
                var stories = await connection.ListAsync<StoryRow>(SelectNew, since, cancellationToken);
                return new Visit(DateTimeOffset.FromUnixTimeMilliseconds(before.At), [.. stories.Select(s => s.ToStory())]);
            },
            cancellationToken);

    private sealed record Mark(long At, string Date, long Story);

    private sealed class Row
    {
        public required long At { get; init; }

        public required string Date { get; init; }

        public required long Story { get; init; }

        public long? BeforeAt { get; init; }

        public string? BeforeDate { get; init; }

        public long? BeforeStory { get; init; }

        /// <summary>What was seen before the visit that happens now: before the last one where that was just now.</summary>
        internal Mark? BeforeOf(DateTimeOffset sameVisit)
        {
            if (At <= Times.Write(sameVisit))
                return new Mark(At, Date, Story);
            return BeforeAt is { } at ? new Mark(at, BeforeDate!, BeforeStory!.Value) : null;
        }
    }
}

/// <summary>What is new at a visit.</summary>
/// <param name="Since">When the visit before was.</param>
/// <param name="Stories">The stories that were not to be seen then, newest first.</param>
internal sealed record Visit(DateTimeOffset Since, IReadOnlyList<StoredStory> Stories);
