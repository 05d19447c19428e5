using BotDigest.Bot.Search;
using BotDigest.Bot.Storage;

namespace BotDigest.Bot.Tests.Storage;

public sealed class DatabaseBackupTests() : ArchiveTests(StorageProvider.Sqlite)
{
    private DatabaseBackup Backup => Of(Fixture);

    private string BackupFile => Path.Combine(Path.GetDirectoryName(Fixture.Dialect.Place)!, "backups", "bot.db");

    [Fact]
    public async Task What_was_backed_up_comes_back()
    {
        await ListAsync(Issue("2026-01-15").Tagged("AI").With("昇腾芯片"));
        await Backup.BackupAsync(BackupFile, Cancellation);
        await Issues.RemoveAsync(new DateOnly(2026, 1, 15), Cancellation);
        await ListAsync(Issue("2026-01-16").With("后来的事"));

        await Backup.RestoreAsync(BackupFile, Cancellation);
        Assert.Equal(["昇腾芯片"], await FindAsync("昇腾"));
        Assert.Empty(await FindAsync("后来"));
        Assert.Equal("AI", (await Tags.ListAsync(0, 10, Cancellation)).Tags[0].Name);
        await ListAsync(Issue("2026-01-17").With("恢复之后"));
        Assert.Equal(["恢复之后"], await FindAsync("恢复之后"));
    }

    [Fact]
    public async Task A_backup_is_one_whole_file_and_replaces_the_one_before()
    {
        await Backup.BackupAsync(BackupFile, Cancellation);
        await ListAsync(Issue("2026-01-15").With("昇腾芯片"));
        await Backup.BackupAsync(BackupFile, Cancellation);
        Assert.Equal(["bot.db"], Directory.GetFiles(Path.GetDirectoryName(BackupFile)!).Select(Path.GetFileName));

        await using var elsewhere = await DatabaseFixture.CreateAsync(StorageProvider.Sqlite);
        await Of(elsewhere).RestoreAsync(BackupFile, Cancellation);
        Assert.Equal(1, (await new SearchStore(elsewhere.Database).SearchAsync(SearchQuery.Parse("昇腾", Today, Vocabulary), 0, 5, Cancellation)).Total);
    }

    [Fact]
    public async Task A_running_service_is_not_restored_under()
    {
        await Backup.BackupAsync(BackupFile, Cancellation);
        using var running = new InstanceLock(Fixture.Dialect).Take();
        Assert.Contains("already runs", (await Assert.ThrowsAsync<StorageException>(() => Backup.RestoreAsync(BackupFile, Cancellation))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_backup_is_refused_and_the_database_stays()
    {
        await ListAsync(Issue("2026-01-15").With("昇腾芯片"));
        Directory.CreateDirectory(Path.GetDirectoryName(BackupFile)!);
        await RefusedAsync("There is no file");

        await File.WriteAllTextAsync(BackupFile, string.Concat(Enumerable.Repeat("diary ", 1000)), Cancellation);
        await RefusedAsync("is no backup that can be read");

        File.Delete(BackupFile);
        await using (var foreign = new SqliteDataSource($"Data Source={BackupFile};Pooling=False"))
        await using (var connection = await foreign.OpenConnectionAsync(Cancellation))
            await connection.RunAsync("create table bookmarks (id integer)", null, Cancellation);
        await RefusedAsync("of another program");

        await Backup.BackupAsync(BackupFile, Cancellation);
        await using (var newer = new SqliteDataSource($"Data Source={BackupFile};Pooling=False"))
        await using (var connection = await newer.OpenConnectionAsync(Cancellation))
            await connection.RunAsync("insert into schema_versions (version, name, applied_at) values (9999, 'later', 0)", null, Cancellation);
        await RefusedAsync("newer botdigest");
        Assert.Equal(["昇腾芯片"], await FindAsync("昇腾"));

        async Task RefusedAsync(string words) =>
            Assert.Contains(words, (await Assert.ThrowsAsync<StorageException>(() => Backup.RestoreAsync(BackupFile, Cancellation))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_backup_over_the_database_or_to_no_place_is_refused()
    {
        Assert.Contains("is the database itself", (await Assert.ThrowsAsync<StorageException>(() => Backup.BackupAsync(Fixture.Dialect.Place, Cancellation))).Message, StringComparison.Ordinal);
        var nowhere = Path.Combine(Fixture.Dialect.Place, "not", "a", "folder.db");
        Assert.Contains("cannot be written", (await Assert.ThrowsAsync<StorageException>(() => Backup.BackupAsync(nowhere, Cancellation))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PostgreSQL_has_tools_of_its_own()
    {
        var dialect = new PostgresDialect("localhost:5432", "bot");
        var backup = new DatabaseBackup(Fixture.Source, dialect, new InstanceLock(dialect));
        Assert.Contains("pg_dump", (await Assert.ThrowsAsync<StorageException>(() => backup.BackupAsync(BackupFile, Cancellation))).Message, StringComparison.Ordinal);
        Assert.Contains("pg_restore", (await Assert.ThrowsAsync<StorageException>(() => backup.RestoreAsync(BackupFile, Cancellation))).Message, StringComparison.Ordinal);
    }

    private static DatabaseBackup Of(DatabaseFixture fixture) => new(fixture.Source, fixture.Dialect, new InstanceLock(fixture.Dialect));
}
