using System.Globalization;

namespace BotDigest.Bot.Storage;

/// <summary>Small facts that outlive the process: the first start, offsets, what the channel is called.</summary>
/// <param name="database">The database.</param>
internal sealed class MetaStore(Database database)
{
    private const string Upsert = "insert into meta (key, value) values (@key, @value) on conflict (key) do update set value = excluded.value";

    /// <summary>The value of a key, or null.</summary>
    public Task<string?> FindAsync(string key, CancellationToken cancellationToken) =>
        database.ReadAsync(c => c.ValueAsync<string>("select value from meta where key = @key", new { key }, cancellationToken), cancellationToken);

    /// <summary>The number stored under a key, or null.</summary>
    public async Task<long?> FindNumberAsync(string key, CancellationToken cancellationToken) =>
        await FindAsync(key, cancellationToken) is { } text ? long.Parse(text, CultureInfo.InvariantCulture) : null;

    /// <summary>Stores a value, or removes the key where it is null.</summary>
    public Task SetAsync(string key, string? value, CancellationToken cancellationToken) =>
        database.WriteAsync(c => c.RunAsync(value is null ? "delete from meta where key = @key" : Upsert, new { key, value }, cancellationToken), cancellationToken);

    /// <summary>Stores a number.</summary>
    public Task SetAsync(string key, long value, CancellationToken cancellationToken) => SetAsync(key, value.ToString(CultureInfo.InvariantCulture), cancellationToken);

    /// <summary>Stores a value unless the key has one already.</summary>
    /// <returns>The value that the key now has.</returns>
    public Task<string> SetOnceAsync(string key, string value, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async connection =>
            {
                await connection.RunAsync("insert into meta (key, value) values (@key, @value) on conflict (key) do nothing", new { key, value }, cancellationToken);
                return (await connection.ValueAsync<string>("select value from meta where key = @key", new { key }, cancellationToken))!;
            },
            cancellationToken);
}
