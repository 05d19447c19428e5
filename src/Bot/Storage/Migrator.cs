using System.Data.Common;

namespace BotDigest.Bot.Storage;

/// <summary>Brings the database to the shape that this program knows, a transaction a step, and refuses one that a newer program has shaped.</summary>
/// <param name="database">The database.</param>
/// <param name="clock">Stamps each step.</param>
/// <param name="log">Says which steps were taken.</param>
internal sealed partial class Migrator(Database database, TimeProvider clock, ILogger<Migrator> log)
{
    private const string CreateVersions = """
        create table if not exists schema_versions (
            version bigint not null primary key,
            name text not null,
            applied_at bigint not null
        )
        """;

    private const string SelectForm = "select value from meta where key = 'search_form'";

    private const string UpsertForm = "insert into meta (key, value) values ('search_form', @form) on conflict (key) do update set value = excluded.value";

    private readonly StoryIndex _index = new(database.Dialect);

    /// <summary>Takes the steps that are missing, and indexes the stories anew where this program cuts them in another way; safe to call from several processes at once.</summary>
    /// <exception cref="StorageException">The database cannot be used, is newer than the program, or belongs to another one.</exception>
    public async Task MigrateAsync(CancellationToken cancellationToken)
    {
        var applied = await PrepareAsync(cancellationToken);
        foreach (var migration in Migration.All.Where(m => !applied.Contains(m.Number)))
        {
            if (await ApplyAsync(migration, cancellationToken))
                Applied(migration.Number, migration.Name, database.Dialect.Place);
        }

        if (await IndexAsync(cancellationToken) is var issues and > 0)
            Indexed(issues, database.Dialect.Place);
    }

    /// <summary>The numbers of the steps that are missing; empty when the database is up to date.</summary>
    /// <exception cref="StorageException">The database cannot be used, is newer than the program, or belongs to another one.</exception>
    public async Task<IReadOnlyList<long>> PendingAsync(CancellationToken cancellationToken)
    {
        var applied = await PrepareAsync(cancellationToken);
        return [.. Migration.All.Select(m => m.Number).Where(n => !applied.Contains(n))];
    }

    /// <summary>Makes sure that the database is ours, and reads which steps it has.</summary>
    private async Task<HashSet<long>> PrepareAsync(CancellationToken cancellationToken)
    {
        var versions = await database.WriteAsync(
            async connection =>
            {
                await LockAsync(connection, cancellationToken);
                var tables = await connection.ValueAsync<long>(database.Dialect.CountTables, null, cancellationToken);
                await connection.RunAsync(CreateVersions, null, cancellationToken);
                var applied = await AppliedAsync(connection, cancellationToken);
                if (applied.Count == 0 && tables > 0 && tables != await connection.ValueAsync<long>(database.Dialect.CountTables, null, cancellationToken))
                    throw new StorageException($"The database {database.Dialect.Place} holds the tables of another program. Set Storage:ConnectionString to a database of its own.");
                return applied;
            },
            cancellationToken);

        var newest = Migration.All[^1].Number;
        if (versions.FirstOrDefault(v => v > newest) is var newer and > 0)
            throw new StorageException($"The database {database.Dialect.Place} has version {newer}, but this program knows versions up to {newest}. Run the newer botdigest again, or restore a backup made by this one.");
        return versions;
    }

    private Task<bool> ApplyAsync(Migration migration, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async connection =>
            {
                await LockAsync(connection, cancellationToken);
                if ((await AppliedAsync(connection, cancellationToken)).Contains(migration.Number))
                    return false;
                await connection.RunAsync(migration.For(database.Dialect), null, cancellationToken);
                var row = new { version = migration.Number, name = migration.Name, at = clock.GetUtcNow().ToUnixTimeMilliseconds() };
                await connection.RunAsync("insert into schema_versions (version, name, applied_at) values (@version, @name, @at)", row, cancellationToken);
                return true;
            },
            cancellationToken);

    private async Task<int> IndexAsync(CancellationToken cancellationToken)
    {
        if (await database.ReadAsync(FormAsync, cancellationToken) == StoryIndex.Form)
            return 0;
        return await database.WriteAsync(
            async connection =>
            {
                await LockAsync(connection, cancellationToken);
                if (await FormAsync(connection) == StoryIndex.Form)
                    return 0;
                await connection.RunAsync(UpsertForm, new { form = StoryIndex.Form }, cancellationToken);
                return await _index.RebuildAsync(connection, cancellationToken);
            },
            cancellationToken);

        Task<string?> FormAsync(DbConnection connection) => connection.ValueAsync<string>(SelectForm, null, cancellationToken);
    }

    private async Task LockAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        if (database.Dialect.MigrationLock is { } sql)
            await connection.RunAsync(sql, null, cancellationToken);
    }

    private static async Task<HashSet<long>> AppliedAsync(DbConnection connection, CancellationToken cancellationToken) =>
        [.. await connection.ListAsync<long>("select version from schema_versions", null, cancellationToken)];

    [LoggerMessage(1001, LogLevel.Information, "Migrated {Place} to version {Version} ({Name})")]
    private partial void Applied(long version, string name, string place);

    [LoggerMessage(1002, LogLevel.Information, "Indexed {Issues} issues anew in {Place}: this version searches in another way")]
    private partial void Indexed(int issues, string place);
}
