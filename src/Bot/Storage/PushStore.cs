using BotDigest.Bot.Subscribers;

namespace BotDigest.Bot.Storage;

/// <summary>The pushes: one row for each issue and subscriber, written before the call and after it.</summary>
/// <param name="database">The database.</param>
/// <param name="clock">Tells what is due.</param>
internal sealed class PushStore(Database database, TimeProvider clock)
{
    private const string Claim = """
        update pushes set state = 'sending', attempts = attempts + 1, attempted_at = @now
        where id in (select p.id from pushes p where p.state = 'planned' and p.due_at <= @now order by p.due_at, p.id limit @limit) and state = 'planned'
        returning id, chat, issue_date as Date, attempts, due_at as DueAt
        """;

    /// <summary>True where the pushes of an issue have been planned already.</summary>
    public Task<bool> HasRoundAsync(DateOnly date, CancellationToken cancellationToken) =>
        database.ReadAsync(
            async connection => await connection.ValueAsync<long>("select count(*) from push_rounds where issue_date = @date", new { date = Dates.Write(date) }, cancellationToken) > 0,
            cancellationToken);

    /// <summary>When the issue was published whose pushes were planned last, or null.</summary>
    public Task<DateTimeOffset?> LastPublishedAtAsync(CancellationToken cancellationToken) => MomentAsync("select max(published_at) from push_rounds", cancellationToken);

    /// <summary>Plans the pushes of an issue, once: a second call for the same date does nothing.</summary>
    /// <param name="date">The issue.</param>
    /// <param name="publishedAt">When it was published.</param>
    /// <param name="due">The subscribers, each with the moment at which its push is due.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>False where it had been planned already.</returns>
    public Task<bool> PlanAsync(DateOnly date, DateTimeOffset publishedAt, IReadOnlyList<(long Chat, DateTimeOffset DueAt)> due, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async connection =>
            {
                var planned = await connection.RunAsync(
                    "insert into push_rounds (issue_date, published_at) values (@date, @at) on conflict (issue_date) do nothing",
                    new { date = Dates.Write(date), at = publishedAt.ToUnixTimeMilliseconds() },
                    cancellationToken);
                if (planned == 0)
                    return false;
                await connection.RunAsync(
                    "insert into pushes (chat, issue_date, state, attempts, due_at) values (@chat, @date, 'planned', 0, @at) on conflict (chat, issue_date) do nothing",
                    due.Select(d => new { chat = d.Chat, date = Dates.Write(date), at = d.DueAt.ToUnixTimeMilliseconds() }),
                    cancellationToken);
                return true;
            },
            cancellationToken);

    /// <summary>Takes pushes that are due and marks them as being sent, the earliest first.</summary>
    public Task<List<Push>> ClaimAsync(int limit, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async connection =>
            {
                var rows = await connection.ListAsync<Row>(Claim, new { now = clock.GetUtcNow().ToUnixTimeMilliseconds(), limit }, cancellationToken);
                return rows.ConvertAll(r => r.ToPush());
            },
            cancellationToken);

    /// <summary>How many pushes wait.</summary>
    public Task<long> CountWaitingAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(c => c.ValueAsync<long>("select count(*) from pushes where state = 'planned'", null, cancellationToken), cancellationToken);

    /// <summary>The moment at which the next push is due, or null.</summary>
    public Task<DateTimeOffset?> NextDueAsync(CancellationToken cancellationToken) => MomentAsync("select min(due_at) from pushes where state = 'planned'", cancellationToken);

    /// <summary>The pushes that a former process was sending when it ended; whether they arrived is unknown.</summary>
    public Task<List<Push>> ListSendingAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(
            async connection =>
            {
                var rows = await connection.ListAsync<Row>(
                    "select id, chat, issue_date as Date, attempts, due_at as DueAt from pushes where state = 'sending' order by id", null, cancellationToken);
                return rows.ConvertAll(r => r.ToPush());
            },
            cancellationToken);

    /// <summary>Keeps that a push has arrived.</summary>
    public Task SentAsync(long id, int messageId, CancellationToken cancellationToken) =>
        SetAsync(id, "sent", null, messageId, null, cancellationToken);

    /// <summary>Keeps that a push will never arrive, and why.</summary>
    public Task RejectedAsync(long id, string reason, CancellationToken cancellationToken) =>
        SetAsync(id, "rejected", null, null, reason, cancellationToken);

    /// <summary>Keeps that nobody knows whether a push has arrived, and that it is not tried again.</summary>
    public Task UnknownAsync(long id, string reason, CancellationToken cancellationToken) =>
        SetAsync(id, "unknown", null, null, reason, cancellationToken);

    /// <summary>Has a push tried once more whose arrival is unknown.</summary>
    /// <param name="id">The push.</param>
    /// <param name="until">Not before this moment.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task AgainAsync(long id, DateTimeOffset until, CancellationToken cancellationToken) =>
        SetAsync(id, "planned", until.ToUnixTimeMilliseconds(), null, null, cancellationToken);

    /// <summary>Has a push tried later that has certainly not arrived; this time does not count as an attempt.</summary>
    /// <param name="id">The push.</param>
    /// <param name="until">Not before this moment.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task PostponedAsync(long id, DateTimeOffset until, CancellationToken cancellationToken) =>
        database.WriteAsync(
            connection => connection.RunAsync(
                "update pushes set state = 'planned', attempts = attempts - 1, due_at = @until where id = @id",
                new { id, until = until.ToUnixTimeMilliseconds() },
                cancellationToken),
            cancellationToken);

    private Task<DateTimeOffset?> MomentAsync(string sql, CancellationToken cancellationToken) =>
        database.ReadAsync(async connection => Times.Read(await connection.ValueAsync<long?>(sql, null, cancellationToken)), cancellationToken);

    private Task<int> SetAsync(long id, string state, long? due, int? messageId, string? reason, CancellationToken cancellationToken) =>
        database.WriteAsync(
            connection => connection.RunAsync(
                "update pushes set state = @state, due_at = coalesce(@due, due_at), message_id = coalesce(@message, message_id), reason = @reason where id = @id",
                new { id, state, due, message = (long?)messageId, reason },
                cancellationToken),
            cancellationToken);

    private sealed class Row
    {
        public required long Id { get; init; }

        public required long Chat { get; init; }

        public required string Date { get; init; }

        public required long Attempts { get; init; }

        public required long DueAt { get; init; }

        internal Push ToPush() =>
            new(Id, Chat, Dates.Read(Date), (int)Attempts, DateTimeOffset.FromUnixTimeMilliseconds(DueAt));
    }
}
