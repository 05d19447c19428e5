namespace BotDigest.Bot.Storage;

/// <summary>The chats that Telegram asked to leave alone; kept, because a restart does not end the wait.</summary>
/// <param name="database">The database.</param>
internal sealed class PauseStore(Database database)
{
    // of people only those are written down who have subscribed
    private const string Upsert = """
        insert into pauses (chat, until_at) select @chat, @until where @chat <= 0 or exists (select 1 from subscribers where chat = @chat)
        on conflict (chat) do update set until_at = excluded.until_at where excluded.until_at > pauses.until_at
        """;

    /// <summary>Keeps a pause, unless a longer one is kept already; nothing is kept about a person who has not subscribed to anything.</summary>
    public Task SetAsync(long chat, DateTimeOffset until, CancellationToken cancellationToken) =>
        database.WriteAsync(c => c.RunAsync(Upsert, new { chat, until = until.ToUnixTimeMilliseconds() }, cancellationToken), cancellationToken);

    /// <summary>Until when a chat is to be left alone; null where it is not.</summary>
    public async Task<DateTimeOffset?> FindAsync(long chat, CancellationToken cancellationToken) =>
        Times.Read(await database.ReadAsync(c => c.ValueAsync<long?>("select until_at from pauses where chat = @chat", new { chat }, cancellationToken), cancellationToken));

    /// <summary>The pauses that have not ended; those that have are forgotten.</summary>
    public Task<IReadOnlyList<Pause>> ListAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        database.WriteAsync<IReadOnlyList<Pause>>(
            async connection =>
            {
                await connection.RunAsync("delete from pauses where until_at <= @now", new { now = now.ToUnixTimeMilliseconds() }, cancellationToken);
                var rows = await connection.ListAsync<PauseRow>("select chat, until_at as UntilAt from pauses", null, cancellationToken);
                return [.. rows.Select(r => new Pause(r.Chat, DateTimeOffset.FromUnixTimeMilliseconds(r.UntilAt)))];
            },
            cancellationToken);

    private sealed record PauseRow(long Chat, long UntilAt);
}

/// <summary>A chat to be left alone.</summary>
/// <param name="Chat">The chat's number.</param>
/// <param name="Until">When that ends.</param>
internal sealed record Pause(long Chat, DateTimeOffset Until);
