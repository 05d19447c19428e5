using System.Data.Common;
using BotDigest.Bot.Issues;
using BotDigest.Bot.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace BotDigest.Bot.Tests.Publishing;

/// <summary>Looks into the ledger from outside the program.</summary>
internal sealed class LedgerGlance : IAsyncDisposable
{
    private const string Open = """
        select (select count(*) from publications where state in ('scheduled', 'publishing', 'retracting'))
            + (select count(*) from deliveries where state in ('planned', 'sending', 'unknown') or (changing is not null and state = 'sent'))
        """;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(25);

    private readonly DbDataSource _source;
    private readonly Database _database;

    /// <summary>Opens nothing yet.</summary>
    public LedgerGlance(StorageOptions options)
    {
        _source = StorageEngine.CreateSource(options);
        _database = new Database(_source, StorageEngine.CreateDialect(options));
    }

    /// <summary>Makes the tables, so that there is something to look into before the program's first start.</summary>
    public Task MigrateAsync(CancellationToken cancellationToken) => new Migrator(_database, TimeProvider.System, NullLogger<Migrator>.Instance).MigrateAsync(cancellationToken);

    /// <summary>Waits until files are taken in as they are, and nothing is left to do.</summary>
    public async Task IdleAsync(IEnumerable<string> paths, CancellationToken cancellationToken)
    {
        foreach (var path in paths)
            await IdleAsync(path, cancellationToken);
    }

    /// <summary>Waits until a file is taken in as it is, and nothing is left to do.</summary>
    public async Task IdleAsync(string path, CancellationToken cancellationToken)
    {
        var file = (await IssueFile.ReadAsync(new FolderEntry(path, EntryKind.File), cancellationToken))!;
        while (!await IsIdleAsync(Path.GetFileName(path), file.Hash, cancellationToken))
            await Task.Delay(Pause, TimeProvider.System, cancellationToken);
    }

    /// <summary>Waits until no copy is left to be deleted.</summary>
    public async Task CleanAsync(CancellationToken cancellationToken)
    {
        while (await _database.ReadAsync(c => c.ValueAsync<long>("select count(*) from probe_copies", null, cancellationToken), cancellationToken) > 0)
            await Task.Delay(Pause, TimeProvider.System, cancellationToken);
    }

    /// <summary>Lets the rights of a program that was killed run out at once.</summary>
    public Task ReleaseAsync(CancellationToken cancellationToken) => _database.WriteAsync(c => c.RunAsync("update leases set until_at = 0", null, cancellationToken), cancellationToken);

    /// <summary>What is left to do, for the one who reads a failure.</summary>
    public Task<string> DescribeAsync(CancellationToken cancellationToken) =>
        _database.ReadAsync(
            async connection =>
            {
                var files = await connection.ListAsync<string>("select 'file ' || name || ' ' || hash || ' ' || coalesce(date, '-') from files order by name", null, cancellationToken);
                var publications = await connection.ListAsync<string>(
                    "select 'publication ' || date || ' ' || state || ' revision ' || revision || ' paused ' || coalesce(paused, '-') || ' next ' || coalesce(next_attempt_at, 0) || ' error ' || coalesce(error, '-') from publications where state in ('scheduled', 'publishing', 'retracting') order by date",
                    null,
                    cancellationToken);
                var deliveries = await connection.ListAsync<string>(
                    "select 'delivery ' || id || ' of ' || publication_id || ' ' || state || ' message ' || coalesce(message_id, 0) || ' changing ' || coalesce(changing, '-') || ' error ' || coalesce(error, '-') from deliveries where state in ('planned', 'sending', 'unknown') or changing is not null order by id",
                    null,
                    cancellationToken);
                return string.Join('\n', [.. files, .. publications, .. deliveries]);
            },
            cancellationToken);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _database.Dispose();
        await _source.DisposeAsync();
    }

    private Task<bool> IsIdleAsync(string name, string hash, CancellationToken cancellationToken) =>
        _database.ReadAsync(
            async connection =>
                await connection.ValueAsync<long>("select count(*) from files where name = @name and hash = @hash", new { name, hash }, cancellationToken) == 1
                && await connection.ValueAsync<long>(Open, null, cancellationToken) == 0,
            cancellationToken);
}
