namespace BotDigest.Bot.Storage;

/// <summary>Which updates have been handled, so that one that Telegram delivers again is answered once.</summary>
/// <param name="database">The database.</param>
/// <param name="clock">Stamps them.</param>
internal sealed class UpdateStore(Database database, TimeProvider clock)
{
    /// <summary>True where an update has been handled.</summary>
    public Task<bool> IsHandledAsync(long id, CancellationToken cancellationToken) =>
        database.ReadAsync(
            async connection => await connection.ValueAsync<long>("select count(*) from updates where id = @id", new { id }, cancellationToken) > 0,
            cancellationToken);

    /// <summary>Keeps that an update has been handled.</summary>
    public Task HandledAsync(long id, CancellationToken cancellationToken) =>
        database.WriteAsync(
            connection => connection.RunAsync(
                "insert into updates (id, handled_at) values (@id, @at) on conflict (id) do nothing",
                new { id, at = clock.GetUtcNow().ToUnixTimeMilliseconds() },
                cancellationToken),
            cancellationToken);

    /// <summary>Forgets what was handled longer ago than Telegram delivers anything again.</summary>
    /// <returns>How many were forgotten.</returns>
    public Task<int> ForgetAsync(TimeSpan olderThan, CancellationToken cancellationToken) =>
        database.WriteAsync(
            connection => connection.RunAsync(
                "delete from updates where handled_at < @before",
                new { before = (clock.GetUtcNow() - olderThan).ToUnixTimeMilliseconds() },
                cancellationToken),
            cancellationToken);
}
