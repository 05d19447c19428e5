using System.Data.Common;
using System.Globalization;
using BotDigest.Bot.Subscribers;

namespace BotDigest.Bot.Storage;

/// <summary>Broadcasts and their pushes: a row for each push, written before its call and after it.</summary>
/// <param name="database">The database.</param>
/// <param name="clock">Tells what is due.</param>
internal sealed class PushStore(Database database, TimeProvider clock)
{
    /// <summary>The pushes that are due, in the order of the readers' hours: whoever has the first message of several gets the next one before others get their first. The plus keeps the engine on the index of that order.</summary>
    internal const string SelectDue = "select id from broadcast_pushes where state = 'planned' and wanted_at <= @now and +due_at <= @now order by wanted_at, id limit @limit";

    private const string Begin = """
        insert into broadcasts (kind, date, published_at) values (@kind, @date, @at) on conflict (kind, date) do nothing
        """;

    private const string SelectBroadcast = "select id, kind, date, published_at as PublishedAt, planned_to as PlannedTo from broadcasts";

    // a page is one statement: a row by itself costs more on its way to the engine than in it
    private const string PlanPage = """
        with page (chat, kind, due) as (values {0})
        insert into broadcast_pushes (broadcast_id, chat, kind, state, wanted_at, due_at)
        select @broadcast, chat, kind, 'planned', due, due from page where exists (select 1 from subscribers where subscribers.chat = page.chat)
        on conflict (broadcast_id, chat, kind) do nothing
        """;

    private const string Claim = $"""
        update broadcast_pushes set state = 'sending', attempts = attempts + 1, attempted_at = @now where id in ({SelectDue}) and state = 'planned' returning id
        """;

    private const string SelectPushes = $"""
        select p.id as PushId, p.kind, b.date, p.part, p.attempts, p.wanted_at as WantedAt, {SubscriberRow.Columns}
        from broadcast_pushes p join broadcasts b on b.id = p.broadcast_id join subscribers s on s.chat = p.chat
        """;

    private const string Settle = """
        update broadcast_pushes set state = @state, part = @part, message_id = coalesce(@message, message_id), reason = @reason where id = @id
        """;

    // whoever has unsubscribed meanwhile gets no more of it
    private const string PutBack = """
        update broadcast_pushes set part = @part, attempts = @attempts, due_at = @due,
            state = case when exists (select 1 from subscriptions i where i.chat = broadcast_pushes.chat and i.kind = @subscription) then 'planned' else 'rejected' end
        where id = @id
        """;

    private const string Finish = """
        update broadcasts set finished_at = @now,
            sent = (select count(distinct chat) from broadcast_pushes where broadcast_id = broadcasts.id and state = 'sent'),
            missed = (select count(distinct chat) from broadcast_pushes where broadcast_id = broadcasts.id)
                - (select count(distinct chat) from broadcast_pushes where broadcast_id = broadcasts.id and state = 'sent')
        where planned_at is not null and finished_at is null
            and not exists (select 1 from broadcast_pushes where broadcast_id = broadcasts.id and state in ('planned', 'sending'))
        """;

    // who watches a word and subscribes has two pushes and is one person: waiting while either waits, reached where any has arrived
    private const string SelectProgress = """
        select b.date as Date, coalesce(b.sent, sum(case when p.waiting = 0 then p.arrived else 0 end)) as Sent,
            coalesce(b.missed, sum(case when p.waiting = 0 then 1 - p.arrived else 0 end)) as Missed,
            case when b.finished_at is null then coalesce(sum(p.waiting), 0) else 0 end as Waiting
        from broadcasts b left join (
            select broadcast_id, chat, max(case when state in ('planned', 'sending') then 1 else 0 end) as waiting, max(case when state = 'sent' then 1 else 0 end) as arrived
            from broadcast_pushes where broadcast_id in (select id from broadcasts where finished_at is null) group by broadcast_id, chat
        ) p on p.broadcast_id = b.id
        where b.kind = 'issue' and b.planned_at is not null group by b.id, b.date, b.sent, b.missed, b.finished_at
        """;

    private long Now => Times.Write(clock.GetUtcNow());

    /// <summary>Enters a broadcast; one of that kind and date that is known already stays as it is.</summary>
    /// <param name="kind">What it is.</param>
    /// <param name="date">The issue; the Monday of a week.</param>
    /// <param name="publishedAt">Since when it can be pushed.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>False where it was known.</returns>
    public Task<bool> BeginAsync(BroadcastKind kind, DateOnly date, DateTimeOffset publishedAt, CancellationToken cancellationToken) =>
        database.WriteLedgerAsync(
            async c => await c.RunAsync(Begin, new { kind = Words.Write(kind), date = Dates.Write(date), at = Times.Write(publishedAt) }, cancellationToken) > 0,
            cancellationToken);

    /// <summary>When the newest broadcast of a kind could be pushed, or null.</summary>
    public Task<DateTimeOffset?> LastPublishedAtAsync(BroadcastKind kind, CancellationToken cancellationToken) =>
        MomentAsync("select max(published_at) from broadcasts where kind = @kind", new { kind = Words.Write(kind) }, cancellationToken);

    /// <summary>True where all pushes of a broadcast have been planned.</summary>
    public Task<bool> IsPlannedAsync(BroadcastKind kind, DateOnly date, CancellationToken cancellationToken) =>
        database.ReadAsync(
            async c => await c.ValueAsync<long>(
                "select count(*) from broadcasts where kind = @kind and date = @date and planned_at is not null", new { kind = Words.Write(kind), date = Dates.Write(date) }, cancellationToken) > 0,
            cancellationToken);

    /// <summary>The oldest broadcast whose pushes have not all been planned, or null.</summary>
    public async Task<Broadcast?> NextToPlanAsync(CancellationToken cancellationToken)
    {
        var row = await database.ReadAsync(
            c => c.FirstAsync<BroadcastRow>(SelectBroadcast + " where planned_at is null order by published_at, id limit 1", null, cancellationToken), cancellationToken);
        return row?.ToBroadcast();
    }

    /// <summary>Plans pushes of a broadcast and keeps how far that has come; nobody gets the same kind twice.</summary>
    /// <param name="broadcast">The broadcast.</param>
    /// <param name="pushes">Who gets what, and when it is due.</param>
    /// <param name="plannedTo">The last chat that was looked at; null where that was all.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task PlanAsync(Broadcast broadcast, IReadOnlyCollection<(long Chat, PushKind Kind, DateTimeOffset DueAt)> pushes, long? plannedTo, CancellationToken cancellationToken) =>
        database.WriteLedgerAsync(
            async connection =>
            {
                if (pushes.Count > 0)
                {
                    // numbers and words of our own, nothing that anybody has written
                    var rows = string.Join(',', pushes.Select(p => string.Create(CultureInfo.InvariantCulture, $"({p.Chat},'{Words.Write(p.Kind)}',{Times.Write(p.DueAt)})")));
                    await connection.RunOnceAsync(PlanPage.Replace("{0}", rows, StringComparison.Ordinal), new { broadcast = broadcast.Id }, cancellationToken);
                }

                var done = plannedTo is null ? Now : (long?)null;
                await connection.RunAsync(
                    "update broadcasts set planned_to = coalesce(@plannedTo, planned_to), planned_at = @done where id = @id", new { plannedTo, done, id = broadcast.Id }, cancellationToken);
            },
            cancellationToken);

    /// <summary>Keeps what became of pushes, and takes others that are due, the earliest first: in one transaction, so that a push is either claimed or not, and none is claimed before room has been made for it.</summary>
    /// <param name="results">What became of pushes that had been claimed.</param>
    /// <param name="places">How many can be taken.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<List<Push>> TurnAsync(IReadOnlyCollection<PushResult> results, int places, CancellationToken cancellationToken) =>
        database.WriteLedgerAsync(
            async connection =>
            {
                foreach (var result in results)
                    await SettleAsync(connection, result, Now, cancellationToken);
                if (places <= 0)
                    return [];
                var ids = await connection.ListAsync<long>(Claim, new { now = Now, limit = places }, cancellationToken);
                // numbers of our own: a list as a parameter is written differently for each engine
                return ids.Count == 0 ? [] : await ListAsync(connection, $" where p.id in ({string.Join(',', ids.Select(id => id.ToString(CultureInfo.InvariantCulture)))}) order by p.wanted_at, p.id", null, cancellationToken);
            },
            cancellationToken);

    /// <summary>The pushes that a former process was sending when it ended; whether they arrived is unknown.</summary>
    public Task<List<Push>> ListSendingAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(c => ListAsync(c, " where p.state = 'sending' order by p.id", null, cancellationToken), cancellationToken);

    /// <summary>How many pushes wait.</summary>
    public Task<long> CountWaitingAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(c => c.ValueAsync<long>("select count(*) from broadcast_pushes where state = 'planned'", null, cancellationToken), cancellationToken);

    /// <summary>Keeps how those broadcasts ended of which nothing waits any more.</summary>
    public Task FinishAsync(CancellationToken cancellationToken) => database.WriteLedgerAsync(c => c.RunAsync(Finish, new { now = Now }, cancellationToken), cancellationToken);

    /// <summary>How many people each issue has reached, by its date. What has not ended is counted: once in a while is often enough.</summary>
    public async Task<IReadOnlyDictionary<DateOnly, PushProgress>> ListProgressAsync(CancellationToken cancellationToken) =>
        (await database.ReadAsync(c => c.ListAsync<ProgressRow>(SelectProgress, null, cancellationToken), cancellationToken)).ToDictionary(r => Dates.Read(r.Date), r => new PushProgress(r.Sent, r.Missed, r.Waiting));

    /// <summary>The moment at which the next push is due, or null.</summary>
    public Task<DateTimeOffset?> NextDueAsync(CancellationToken cancellationToken) =>
        MomentAsync("select min(due_at) from broadcast_pushes where state = 'planned'", null, cancellationToken);

    /// <summary>Forgets pushes that ended long ago. The broadcasts themselves are kept, so that none is planned again.</summary>
    /// <param name="olderThan">How long ago they were due.</param>
    /// <param name="limit">How many at most, so that nothing else has to wait for long.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>How many were forgotten.</returns>
    public Task<int> ForgetAsync(TimeSpan olderThan, int limit, CancellationToken cancellationToken) =>
        database.WriteAsync(
            c => c.RunAsync(
                """
                delete from broadcast_pushes where id in (
                    select p.id from broadcast_pushes p join broadcasts b on b.id = p.broadcast_id
                    where b.published_at < @before and p.state not in ('planned', 'sending') limit @limit)
                """,
                new { before = Times.Write(clock.GetUtcNow() - olderThan), limit },
                cancellationToken),
            cancellationToken);

    private static Task SettleAsync(DbConnection connection, PushResult result, long now, CancellationToken cancellationToken)
    {
        var (id, part) = (result.Push.Id, (long)result.Push.Part);
        return result switch
        {
            PushResult.Sent sent => Run("sent", message: sent.MessageId),
            PushResult.Rejected { IsUnreachable: true } rejected => ParkAsync(rejected),
            PushResult.Rejected rejected => Run("rejected", reason: rejected.Reason),
            PushResult.Unknown unknown => Run("unknown", reason: unknown.Reason),
            PushResult.Again again => AgainAsync(again.At, again.Attempts),
            PushResult.TopicGone gone => TopicGoneAsync(gone),
            _ => throw new InvalidOperationException($"Unexpected {result}."),
        };

        async Task ParkAsync(PushResult.Rejected rejected)
        {
            await Run("rejected", reason: rejected.Reason);
            await SubscriberStore.ParkAsync(connection, rejected.Push.Chat, now, cancellationToken);
        }

        async Task TopicGoneAsync(PushResult.TopicGone gone)
        {
            await connection.RunAsync("update subscribers set topic = null where chat = @chat", new { chat = gone.Push.Chat }, cancellationToken);
            await AgainAsync(gone.Push.WantedAt, gone.Push.Attempts - 1);
        }

        Task AgainAsync(DateTimeOffset at, int attempts) =>
            connection.RunAsync(PutBack, new { id, part, attempts = (long)attempts, due = Times.Write(at), subscription = SubscriptionKinds.Of(result.Push.Kind) }, cancellationToken);

        Task Run(string state, long? message = null, string? reason = null) => connection.RunAsync(Settle, new { id, state, part, message, reason }, cancellationToken);
    }

    private static async Task<List<Push>> ListAsync(DbConnection connection, string where, object? parameters, CancellationToken cancellationToken) =>
        (await connection.ListAsync<PushRow>(SelectPushes + where, parameters, cancellationToken)).ConvertAll(r => r.ToPush());

    private Task<DateTimeOffset?> MomentAsync(string sql, object? parameters, CancellationToken cancellationToken) =>
        database.ReadAsync(async c => Times.Read(await c.ValueAsync<long?>(sql, parameters, cancellationToken)), cancellationToken);

    private sealed class BroadcastRow
    {
        public required long Id { get; init; }

        public required string Kind { get; init; }

        public required string Date { get; init; }

        public required long PublishedAt { get; init; }

        public long? PlannedTo { get; init; }

        internal Broadcast ToBroadcast() => new(Id, Words.Read<BroadcastKind>(Kind), Dates.Read(Date), DateTimeOffset.FromUnixTimeMilliseconds(PublishedAt), PlannedTo);
    }

    private sealed class ProgressRow
    {
        public required string Date { get; init; }

        public required long Sent { get; init; }

        public required long Missed { get; init; }

        public required long Waiting { get; init; }
    }

    private sealed class PushRow : SubscriberRow
    {
        public required long PushId { get; init; }

        public required string Kind { get; init; }

        public required string Date { get; init; }

        public required long Part { get; init; }

        public required long Attempts { get; init; }

        public required long WantedAt { get; init; }

        internal Push ToPush() =>
            new(PushId, ToSubscriber(), Words.Read<PushKind>(Kind), Dates.Read(Date), (int)Part, (int)Attempts, DateTimeOffset.FromUnixTimeMilliseconds(WantedAt));
    }
}
