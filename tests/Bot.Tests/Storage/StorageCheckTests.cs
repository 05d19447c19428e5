using BotDigest.Bot.Storage;

namespace BotDigest.Bot.Tests.Storage;

public abstract class StorageCheckFacts : DatabaseTests
{
    private protected StorageCheckFacts(StorageProvider provider) : base(provider)
    {
    }

    private StorageCheck Check => new(Database, Fixture.Migrator, new MetaStore(Database), TimeProvider.System);

    [Fact]
    public async Task A_migrated_database_is_fine()
    {
        Assert.Null(await Check.FaultAsync(Cancellation));
        Assert.Null(await Check.DamageAsync(Cancellation));
    }

    [Fact]
    public async Task A_database_without_its_tables_asks_to_be_migrated()
    {
        await using var bare = await DatabaseFixture.CreateAsync(Fixture.Dialect.Provider, migrate: false);
        var fault = await new StorageCheck(bare.Database, bare.Migrator, new MetaStore(bare.Database), TimeProvider.System).FaultAsync(Cancellation);
        Assert.Contains("botdigest migrate", fault, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_newer_database_is_a_fault()
    {
        await Database.WriteAsync(c => c.RunAsync("insert into schema_versions (version, name, applied_at) values (9999, 'later', 0)", null, Cancellation), Cancellation);
        Assert.Contains("newer botdigest", await Check.FaultAsync(Cancellation), StringComparison.Ordinal);
    }
}

public sealed class StorageCheckOnSqliteTests() : StorageCheckFacts(StorageProvider.Sqlite)
{
    [Fact]
    public async Task Damage_is_found()
    {
        var source = (SqliteDataSource)Fixture.Source;
        source.ClearPool();
        var bytes = await File.ReadAllBytesAsync(source.File, Cancellation);
        bytes.AsSpan(4096 * 2, 4096 * 6).Fill(0x5A);
        await File.WriteAllBytesAsync(source.File, bytes, Cancellation);
        var check = new StorageCheck(Database, Fixture.Migrator, new MetaStore(Database), TimeProvider.System);
        Assert.Contains("is damaged", await check.DamageAsync(Cancellation), StringComparison.Ordinal);
    }
}

public sealed class StorageCheckOnPostgresTests() : StorageCheckFacts(StorageProvider.Postgres);
