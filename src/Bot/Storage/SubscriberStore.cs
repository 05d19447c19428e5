using System.Data.Common;
using BotDigest.Bot.Subscribers;

namespace BotDigest.Bot.Storage;

/// <summary>Who has subscribed, and their settings.</summary>
/// <param name="database">The database.</param>
/// <param name="clock">Stamps what happens.</param>
internal sealed class SubscriberStore(Database database, TimeProvider clock)
{
    private const string Select = $"select {SubscriberRow.Columns} from subscribers s";

    private const string SelectPage = Select + """
         where s.chat > @after and s.parked_at is null and exists (select 1 from subscriptions i where i.chat = s.chat) order by s.chat limit @limit
        """;

    private const string Upsert = """
        insert into subscribers (chat, language, own_language, zone, push_minute, weekdays, whole, silent, topic, created_at)
        values (@chat, @language, @own, @zone, @minute, @weekdays, @whole, @silent, @topic, @at)
        on conflict (chat) do update set language = excluded.language, own_language = excluded.own_language, zone = excluded.zone, push_minute = excluded.push_minute,
            weekdays = excluded.weekdays, whole = excluded.whole, silent = excluded.silent, topic = excluded.topic
        """;

    private const string Enter = """
        insert into subscribers (chat, own_language, silent, created_at) values (@chat, @own, 0, @at)
        on conflict (chat) do update set own_language = excluded.own_language, parked_at = null
        """;

    private const string AddSubscription = """
        insert into subscriptions (chat, kind, argument, created_at) values (@chat, @kind, @argument, @at) on conflict (chat, kind, argument) do nothing
        """;

    private const string SelectWaiting = """
        select p.id, b.kind, b.published_at as PublishedAt from broadcast_pushes p join broadcasts b on b.id = p.broadcast_id
        where p.chat = @chat and p.state = 'planned' and p.attempts = 0 and p.part = 0
        """;

    private long Now => Times.Write(clock.GetUtcNow());

    /// <summary>What is known about a chat, or null.</summary>
    public Task<Subscriber?> FindAsync(long chat, CancellationToken cancellationToken) =>
        database.ReadAsync(
            async connection =>
            {
                if (await connection.FirstAsync<Row>(Select + " where s.chat = @chat", new { chat }, cancellationToken) is not { } row)
                    return null;
                return row.ToSubscriber() with { Wants = await WantsAsync(connection, chat, cancellationToken) };
            },
            cancellationToken);

    /// <summary>The chats that want anything and can be reached, in order of their ids, with what they want.</summary>
    /// <param name="after">The last chat of the former page.</param>
    /// <param name="limit">The size of a page.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<List<Interests>> ListInterestsAsync(long after, int limit, CancellationToken cancellationToken) =>
        database.ReadAsync(
            async connection =>
            {
                var rows = await connection.ListAsync<Row>(SelectPage, new { after, limit }, cancellationToken);
                if (rows.Count == 0)
                    return [];
                var subscriptions = await connection.ListAsync<SubscriptionRow>(
                    "select chat, kind, argument from subscriptions where chat > @after and chat <= @last order by chat, id", new { after, last = rows[^1].Chat }, cancellationToken);
                var byChat = subscriptions.ToLookup(s => s.Chat);
                return rows.ConvertAll(r => ToInterests(r, byChat[r.Chat]));
            },
            cancellationToken);

    /// <summary>A chat with all that it wants to hear of, or null.</summary>
    public Task<Interests?> FindInterestsAsync(long chat, CancellationToken cancellationToken) =>
        database.ReadAsync(
            async connection =>
            {
                if (await connection.FirstAsync<Row>(Select + " where s.chat = @chat", new { chat }, cancellationToken) is not { } row)
                    return null;
                return ToInterests(row, await connection.ListAsync<SubscriptionRow>("select chat, kind, argument from subscriptions where chat = @chat order by id", new { chat }, cancellationToken));
            },
            cancellationToken);

    /// <summary>Keeps the settings of a chat; pushes that still wait follow its hour and days. What it wants is not touched.</summary>
    /// <param name="subscriber">The settings.</param>
    /// <param name="channelZone">The zone of those who have chosen none.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task SaveAsync(Subscriber subscriber, TimeZoneInfo channelZone, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async connection =>
            {
                await SaveAsync(connection, subscriber, cancellationToken);
                foreach (var push in await connection.ListAsync<Waiting>(SelectWaiting, new { chat = subscriber.Chat }, cancellationToken))
                {
                    // an hour that is over already is now
                    var due = Math.Max(Now, Times.Write(PushClock.Due(Words.Read<BroadcastKind>(push.Kind), DateTimeOffset.FromUnixTimeMilliseconds(push.PublishedAt), subscriber, channelZone)));
                    await connection.RunAsync("update broadcast_pushes set wanted_at = @due, due_at = @due where id = @id", new { due, id = push.Id }, cancellationToken);
                }
            },
            cancellationToken);

    /// <summary>Changes what a chat wants; pushes that wait for what it no longer wants are dropped. A chat that was out of reach counts as reachable again.</summary>
    /// <param name="chat">The chat.</param>
    /// <param name="ownLanguage">The language that Telegram gives for the person.</param>
    /// <param name="wants">What it wants from now on.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>What it wanted before.</returns>
    public Task<Wants> WantAsync(long chat, string ownLanguage, Wants wants, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async connection =>
            {
                await connection.RunAsync(Enter, new { chat, own = ownLanguage, at = Now }, cancellationToken);
                var before = await WantsAsync(connection, chat, cancellationToken);
                foreach (var kind in SubscriptionKinds.Of(wants & ~before))
                    await connection.RunAsync(AddSubscription, new { chat, kind, argument = "", at = Now }, cancellationToken);
                foreach (var kind in SubscriptionKinds.Of(before & ~wants))
                    await connection.RunAsync("delete from subscriptions where chat = @chat and kind = @kind", new { chat, kind }, cancellationToken);
                foreach (var kind in Unwanted(wants))
                    await connection.RunAsync("delete from broadcast_pushes where chat = @chat and state = 'planned' and kind = @kind", new { chat, kind = Words.Write(kind) }, cancellationToken);
                return before;
            },
            cancellationToken);

    /// <summary>Keeps that nothing reaches a chat: nothing is sent there until it comes back.</summary>
    public Task ParkAsync(long chat, CancellationToken cancellationToken) =>
        database.WriteAsync(connection => ParkAsync(connection, chat, Now, cancellationToken), cancellationToken);

    /// <summary>Keeps that a chat can be reached again.</summary>
    public Task ReviveAsync(long chat, CancellationToken cancellationToken) =>
        database.WriteAsync(
            connection => connection.RunAsync("update subscribers set parked_at = null where chat = @chat and parked_at is not null", new { chat }, cancellationToken),
            cancellationToken);

    /// <summary>Follows a group to its new number.</summary>
    public Task MoveAsync(long from, long to, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async connection =>
            {
                var chats = new { from, to };
                await connection.RunAsync(
                    """
                    insert into subscribers (chat, language, own_language, zone, push_minute, weekdays, whole, silent, topic, created_at)
                    select @to, language, own_language, zone, push_minute, weekdays, whole, silent, topic, created_at from subscribers where chat = @from on conflict (chat) do nothing
                    """,
                    chats,
                    cancellationToken);
                await connection.RunAsync(
                    "insert into subscriptions (chat, kind, argument, created_at) select @to, kind, argument, created_at from subscriptions where chat = @from on conflict (chat, kind, argument) do nothing",
                    chats,
                    cancellationToken);
                await connection.RunAsync(
                    """
                    update broadcast_pushes set chat = @to where chat = @from and not exists (
                        select 1 from broadcast_pushes o where o.chat = @to and o.broadcast_id = broadcast_pushes.broadcast_id and o.kind = broadcast_pushes.kind)
                    """,
                    chats,
                    cancellationToken);
                await connection.RunAsync("delete from broadcast_pushes where chat = @from", chats, cancellationToken);
                await connection.RunAsync("delete from subscriptions where chat = @from", chats, cancellationToken);
                await connection.RunAsync("delete from subscribers where chat = @from", chats, cancellationToken);
            },
            cancellationToken);

    /// <summary>Deletes all that is stored about a person, from the database's log as well. What they decided as an editor stands, but no longer who it was.</summary>
    public async Task ForgetAsync(long chat, CancellationToken cancellationToken)
    {
        await database.WriteAsync(
            async connection =>
            {
                foreach (var table in (string[])["feedback", "saved", "visits", "broadcast_pushes", "subscriptions", "subscribers", "pauses"])
                    await connection.RunAsync($"delete from {table} where chat = @chat", new { chat }, cancellationToken);
                await connection.RunAsync("delete from dialogues where chat = @chat or member = @chat", new { chat }, cancellationToken);
                await connection.RunAsync("update approvals set editor = 0, editor_name = '' where editor = @chat", new { chat }, cancellationToken);
                await connection.RunAsync("update halts set editor = 0, editor_name = '' where editor = @chat", new { chat }, cancellationToken);
            },
            cancellationToken);
        await database.CleanLogAsync(cancellationToken);
    }

    /// <summary>Makes sure that a chat is written down, before something is kept for it.</summary>
    internal static Task KnowAsync(DbConnection connection, long chat, string ownLanguage, long at, CancellationToken cancellationToken) =>
        connection.RunAsync(
            "insert into subscribers (chat, own_language, silent, created_at) values (@chat, @own, 0, @at) on conflict (chat) do nothing",
            new { chat, own = ownLanguage, at },
            cancellationToken);

    /// <summary>Keeps that nothing reaches a chat, within a transaction.</summary>
    internal static async Task ParkAsync(DbConnection connection, long chat, long now, CancellationToken cancellationToken)
    {
        await connection.RunAsync("delete from broadcast_pushes where chat = @chat and state = 'planned'", new { chat }, cancellationToken);
        await connection.RunAsync("update subscribers set parked_at = @now where chat = @chat and parked_at is null", new { chat, now }, cancellationToken);
    }

    private static async Task<Wants> WantsAsync(DbConnection connection, long chat, CancellationToken cancellationToken)
    {
        var kinds = await connection.ListAsync<string>("select kind from subscriptions where chat = @chat and argument = ''", new { chat }, cancellationToken);
        return kinds.Aggregate(Wants.None, (wants, kind) => wants | SubscriptionKinds.Read(kind));
    }

    private static Interests ToInterests(SubscriberRow row, IEnumerable<SubscriptionRow> subscriptions)
    {
        var all = subscriptions.ToList();
        var wants = all.Aggregate(Wants.None, (wants, s) => wants | SubscriptionKinds.Read(s.Kind));
        return new Interests(row.ToSubscriber() with { Wants = wants }, [.. Arguments(SubscriptionKinds.Tag)], [.. Arguments(SubscriptionKinds.Watch)]);

        IEnumerable<string> Arguments(string kind) => all.Where(s => s.Kind == kind).Select(s => s.Argument);
    }

    private static IEnumerable<PushKind> Unwanted(Wants wants)
    {
        if (!wants.HasFlag(Wants.Issues))
            yield return PushKind.Issue;
        if (!wants.HasFlag(Wants.Tags) || wants.HasFlag(Wants.Issues))
            yield return PushKind.Tags;
        if (!wants.HasFlag(Wants.Weekly))
            yield return PushKind.Weekly;
    }

    private Task<int> SaveAsync(DbConnection connection, Subscriber subscriber, CancellationToken cancellationToken)
    {
        var row = new
        {
            chat = subscriber.Chat,
            language = subscriber.Language,
            own = subscriber.OwnLanguage,
            zone = subscriber.Zone,
            minute = subscriber.PushAt is { } at ? (long?)(at.Hour * 60) + at.Minute : null,
            weekdays = (long)subscriber.Days,
            whole = subscriber.Whole ? 1L : 0L,
            silent = (long)subscriber.Sound,
            topic = (long?)subscriber.Topic,
            at = Now,
        };
        return connection.RunAsync(Upsert, row, cancellationToken);
    }

    private sealed class Row : SubscriberRow;

    private sealed class SubscriptionRow
    {
        public required long Chat { get; init; }

        public required string Kind { get; init; }

        public required string Argument { get; init; }
    }

    private sealed class Waiting
    {
        public required long Id { get; init; }

        public required string Kind { get; init; }

        public required long PublishedAt { get; init; }
    }
}
