using BotDigest.Bot.Storage;

namespace BotDigest.Bot.Tests.Storage;

public abstract class MigratorFacts : DatabaseTests
{
    private protected MigratorFacts(StorageProvider provider) : base(provider)
    {
    }

    [Fact]
    public async Task A_migrated_database_has_nothing_pending_and_migrates_again_without_harm()
    {
        await Fixture.Migrator.MigrateAsync(Cancellation);
        Assert.Empty(await Fixture.Migrator.PendingAsync(Cancellation));
    }

    [Fact]
    public async Task Every_step_is_recorded_with_its_number()
    {
        var versions = await Database.ReadAsync(c => c.ListAsync<long>("select version from schema_versions order by version", null, Cancellation), Cancellation);
        Assert.Equal(Migration.All.Select(m => m.Number), versions);
    }

    [Fact]
    public async Task Several_processes_may_migrate_at_once()
    {
        await using var fresh = await DatabaseFixture.CreateAsync(Fixture.Dialect.Provider, migrate: false);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => fresh.Migrator.MigrateAsync(Cancellation), Cancellation)));
        Assert.Empty(await fresh.Migrator.PendingAsync(Cancellation));
    }

    [Fact]
    public async Task A_database_of_a_newer_program_is_refused_and_left_alone()
    {
        await Database.WriteAsync(c => c.RunAsync("insert into schema_versions (version, name, applied_at) values (9999, 'later', 0)", null, Cancellation), Cancellation);
        var refusal = await Assert.ThrowsAsync<StorageException>(() => Fixture.Migrator.MigrateAsync(Cancellation));
        Assert.Contains("version 9999", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("newer botdigest", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_of_another_program_is_refused_and_left_alone()
    {
        await using var foreign = await DatabaseFixture.CreateAsync(Fixture.Dialect.Provider, migrate: false);
        await foreign.Database.WriteAsync(c => c.RunAsync("create table bookmarks (id bigint)", null, Cancellation), Cancellation);
        var refusal = await Assert.ThrowsAsync<StorageException>(() => foreign.Migrator.MigrateAsync(Cancellation));
        Assert.Contains("another program", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(1, await foreign.Database.ReadAsync(c => c.ValueAsync<long>(foreign.Dialect.CountTables, null, Cancellation), Cancellation));
    }
}

public sealed class MigratorOnSqliteTests() : MigratorFacts(StorageProvider.Sqlite);

public sealed class MigratorOnPostgresTests() : MigratorFacts(StorageProvider.Postgres);
