using System.Data.Common;
using BotDigest.Bot.Subscribers;

namespace BotDigest.Bot.Storage;

/// <summary>Who has subscribed, and their settings.</summary>
/// <param name="database">The database.</param>
/// <param name="clock">Stamps what happens.</param>
internal sealed class SubscriberStore(Database database, TimeProvider clock)
{
    /// <summary>The subscription to every issue.</summary>
    private const string Issues = "issues";

    private const string Select = """
        select s.chat, s.language, s.own_language as OwnLanguage, s.zone, s.push_minute as PushMinute, s.silent, s.parked_at as ParkedAt,
               case when i.chat is null then 0 else 1 end as Subscribed
        from subscribers s left join subscriptions i on i.chat = s.chat and i.kind = 'issues' and i.argument = ''
        """;

    private const string Upsert = """
        insert into subscribers (chat, language, own_language, zone, push_minute, silent, created_at) values (@chat, @language, @own, @zone, @minute, @silent, @at)
        on conflict (chat) do update set language = excluded.language, own_language = excluded.own_language, zone = excluded.zone, push_minute = excluded.push_minute, silent = excluded.silent
        """;

    private long Now => clock.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>What is known about a chat, or null.</summary>
    public Task<Subscriber?> FindAsync(long chat, CancellationToken cancellationToken) =>
        database.ReadAsync(
            async connection => (await connection.FirstAsync<Row>(Select + " where s.chat = @chat", new { chat }, cancellationToken))?.ToSubscriber(),
            cancellationToken);

    /// <summary>The chats that get every issue and do not block the bot, in order of their ids.</summary>
    /// <param name="after">The last chat of the former page.</param>
    /// <param name="limit">The size of a page.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<List<Subscriber>> ListSubscribedAsync(long after, int limit, CancellationToken cancellationToken) =>
        database.ReadAsync(
            async connection =>
            {
                var rows = await connection.ListAsync<Row>(
                    Select + " where i.chat is not null and s.parked_at is null and s.chat > @after order by s.chat limit @limit",
                    new { after, limit },
                    cancellationToken);
                return rows.ConvertAll(r => r.ToSubscriber());
            },
            cancellationToken);

    /// <summary>Keeps the settings of a chat; pushes that still wait follow its hour.</summary>
    /// <param name="subscriber">The settings; the subscription itself is not touched.</param>
    /// <param name="channelZone">The zone of those who have chosen none.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task SaveAsync(Subscriber subscriber, TimeZoneInfo channelZone, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async connection =>
            {
                await SaveAsync(connection, subscriber, cancellationToken);
                var zone = subscriber.ZoneOr(channelZone);
                var waiting = await connection.ListAsync<Waiting>(
                    "select p.id, r.published_at as PublishedAt from pushes p join push_rounds r on r.issue_date = p.issue_date where p.chat = @chat and p.state = 'planned' and p.attempts = 0",
                    new { chat = subscriber.Chat },
                    cancellationToken);
                foreach (var push in waiting)
                {
                    var due = PushClock.Due(DateTimeOffset.FromUnixTimeMilliseconds(push.PublishedAt), subscriber.PushAt, zone).ToUnixTimeMilliseconds();
                    await connection.RunAsync("update pushes set due_at = @due where id = @id", new { due, id = push.Id }, cancellationToken);
                }
            },
            cancellationToken);

    /// <summary>Subscribes a chat to every issue.</summary>
    /// <param name="chat">The chat.</param>
    /// <param name="ownLanguage">The language that Telegram gives for the person.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>False where it had been subscribed already.</returns>
    public Task<bool> SubscribeAsync(long chat, string ownLanguage, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async connection =>
            {
                await connection.RunAsync(
                    """
                    insert into subscribers (chat, own_language, silent, created_at) values (@chat, @own, 0, @at)
                    on conflict (chat) do update set own_language = excluded.own_language, parked_at = null
                    """,
                    new { chat, own = ownLanguage, at = Now },
                    cancellationToken);
                return await connection.RunAsync(
                    "insert into subscriptions (chat, kind, argument, created_at) values (@chat, @kind, '', @at) on conflict (chat, kind, argument) do nothing",
                    new { chat, kind = Issues, at = Now },
                    cancellationToken) > 0;
            },
            cancellationToken);

    /// <summary>Ends a chat's subscription, with the pushes that still wait; its settings stay.</summary>
    /// <returns>False where it had none.</returns>
    public Task<bool> UnsubscribeAsync(long chat, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async connection =>
            {
                await connection.RunAsync("delete from pushes where chat = @chat and state = 'planned'", new { chat }, cancellationToken);
                return await connection.RunAsync("delete from subscriptions where chat = @chat and kind = @kind", new { chat, kind = Issues }, cancellationToken) > 0;
            },
            cancellationToken);

    /// <summary>Keeps that a chat blocks the bot: nothing is sent there until it comes back.</summary>
    public Task ParkAsync(long chat, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async connection =>
            {
                await connection.RunAsync("delete from pushes where chat = @chat and state = 'planned'", new { chat }, cancellationToken);
                await connection.RunAsync("update subscribers set parked_at = @at where chat = @chat and parked_at is null", new { chat, at = Now }, cancellationToken);
            },
            cancellationToken);

    /// <summary>Keeps that a chat no longer blocks the bot.</summary>
    public Task ReviveAsync(long chat, CancellationToken cancellationToken) =>
        database.WriteAsync(
            connection => connection.RunAsync("update subscribers set parked_at = null where chat = @chat and parked_at is not null", new { chat }, cancellationToken),
            cancellationToken);

    /// <summary>Deletes all that is stored about a chat.</summary>
    public Task ForgetAsync(long chat, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async connection =>
            {
                foreach (var table in (string[])["saved", "visits", "pushes", "subscriptions", "subscribers"])
                    await connection.RunAsync($"delete from {table} where chat = @chat", new { chat }, cancellationToken);
                await connection.RunAsync("delete from dialogues where chat = @chat or member = @chat", new { chat }, cancellationToken);
            },
            cancellationToken);

    /// <summary>Makes sure that a chat is written down, before something is kept for it.</summary>
    internal static Task KnowAsync(DbConnection connection, long chat, string ownLanguage, long at, CancellationToken cancellationToken) =>
        connection.RunAsync(
            "insert into subscribers (chat, own_language, silent, created_at) values (@chat, @own, 0, @at) on conflict (chat) do nothing",
            new { chat, own = ownLanguage, at },
            cancellationToken);

    private Task<int> SaveAsync(DbConnection connection, Subscriber subscriber, CancellationToken cancellationToken)
    {
        var row = new
        {
            chat = subscriber.Chat,
            language = subscriber.Language,
            own = subscriber.OwnLanguage,
            zone = subscriber.Zone,
            minute = subscriber.PushAt is { } at ? (long?)(at.Hour * 60) + at.Minute : null,
            silent = subscriber.Silent ? 1L : 0L,
            at = Now,
        };
        return connection.RunAsync(Upsert, row, cancellationToken);
    }

    private sealed class Row
    {
        public required long Chat { get; init; }

        public string? Language { get; init; }

        public string? OwnLanguage { get; init; }

        public string? Zone { get; init; }

        public long? PushMinute { get; init; }

        public required long Silent { get; init; }

        public long? ParkedAt { get; init; }

        public required long Subscribed { get; init; }

        internal Subscriber ToSubscriber() => new(Chat)
        {
            Language = Language,
            OwnLanguage = OwnLanguage,
            Zone = Zone,
            PushAt = PushMinute is { } minute ? new TimeOnly((int)minute / 60, (int)minute % 60) : null,
            Silent = Silent != 0,
            Parked = ParkedAt is not null,
            Subscribed = Subscribed != 0,
        };
    }

    private sealed class Waiting
    {
        public required long Id { get; init; }

        public required long PublishedAt { get; init; }
    }
}
