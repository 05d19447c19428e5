using BotDigest.Bot.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace BotDigest.Bot.Tests.Storage;

/// <summary>What goes wrong round the database is said with its cause and its remedy.</summary>
public sealed class StorageFaultTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("botdigest-").FullName;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string File => Path.Combine(_folder, "bot.db");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task The_folder_of_the_database_is_created()
    {
        var file = Path.Combine(_folder, "new", "deeper", "bot.db");
        await MigrateAsync($"Data Source={file}");
        Assert.True(System.IO.File.Exists(file));
    }

    [Fact]
    public void A_relative_path_is_resolved_from_the_current_folder()
    {
        using var source = new SqliteDataSource("Data Source=data/botdigest.db");
        Assert.Equal(Path.Combine(Environment.CurrentDirectory, "data", "botdigest.db"), source.File);
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_named()
    {
        await System.IO.File.WriteAllTextAsync(File, string.Concat(Enumerable.Repeat("This is a diary. ", 100)), Cancellation);
        await FailsAsync($"Data Source={File}", File, "is not a SQLite database", "move that one away");
    }

    [Fact]
    public async Task A_folder_in_the_place_of_the_file_is_named() => await FailsAsync($"Data Source={_folder}", _folder, "cannot be opened", "Check that the path names a file");

    [Fact]
    public async Task A_folder_that_cannot_be_made_is_named()
    {
        await System.IO.File.WriteAllTextAsync(Path.Combine(_folder, "taken"), "", Cancellation);
        var file = Path.Combine(_folder, "taken", "bot.db");
        await FailsAsync($"Data Source={file}", file, "cannot be created", "Check the path");
    }

    [Fact]
    public async Task A_database_that_another_program_holds_is_locked()
    {
        await MigrateAsync($"Data Source={File}");
        await using var other = new SqliteDataSource($"Data Source={File}");
        await using var connection = await other.OpenConnectionAsync(Cancellation);
        await connection.RunAsync("begin exclusive", null, Cancellation);
        await FailsAsync($"Data Source={File};Default Timeout=1", File, "is locked by another program", "Close whatever holds it");
        await connection.RunAsync("rollback", null, Cancellation);
        await MigrateAsync($"Data Source={File};Default Timeout=1");
    }

    [Fact]
    public async Task A_database_that_may_not_be_written_is_read_only()
    {
        await MigrateAsync($"Data Source={File}");
        await using var source = new SqliteDataSource($"Data Source={File};Mode=ReadOnly");
        using var database = new Database(source, new SqliteDialect(File));
        var fault = await Assert.ThrowsAsync<StorageException>(() => new MetaStore(database).SetAsync("key", "value", Cancellation));
        Assert.Contains($"{File} cannot be written. Give the account", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_full_disk_is_said_so_and_nothing_is_lost()
    {
        await using var fixture = await DatabaseFixture.CreateAsync(StorageProvider.Sqlite);
        var meta = new MetaStore(fixture.Database);
        await meta.SetAsync("kept", "yes", Cancellation);
        var full = await Assert.ThrowsAsync<StorageException>(() => fixture.Database.WriteAsync(
            async connection =>
            {
                await connection.RunAsync("update meta set value = 'no'", null, Cancellation);
                await connection.RunAsync("pragma max_page_count = 1", null, Cancellation);
                await connection.RunAsync("insert into meta (key, value) values ('large', @value)", new { value = new string('x', 1_000_000) }, Cancellation);
            },
            Cancellation));
        Assert.Contains("is full. Free some space", full.Message, StringComparison.Ordinal);
        Assert.Equal("yes", await meta.FindAsync("kept", Cancellation));
    }

    [Fact]
    public async Task A_damaged_database_is_said_to_be_damaged()
    {
        await MigrateAsync($"Data Source={File}");
        var bytes = await System.IO.File.ReadAllBytesAsync(File, Cancellation);
        bytes.AsSpan(100, bytes.Length - 100).Fill(0x5A);
        await System.IO.File.WriteAllBytesAsync(File, bytes, Cancellation);
        await FailsAsync($"Data Source={File}", File, "is damaged", "botdigest restore");
    }

    [Fact]
    public async Task A_server_that_does_not_answer_is_named_without_the_password()
    {
        var options = new StorageOptions { Provider = StorageProvider.Postgres, ConnectionString = "Host=127.0.0.1;Port=1;Database=bot;Username=bot;Password=secret" };
        var fault = await FailureAsync(options);
        Assert.Contains("127.0.0.1:1 does not answer. Check that it runs", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", fault.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_without_the_database_says_how_to_create_it()
    {
        await using var fixture = await DatabaseFixture.CreateAsync(StorageProvider.Postgres, migrate: false);
        var settings = new Npgsql.NpgsqlConnectionStringBuilder(fixture.Options.ConnectionString) { Database = "no_such_database" };
        var fault = await FailureAsync(new StorageOptions { Provider = StorageProvider.Postgres, ConnectionString = settings.ConnectionString });
        Assert.Contains("createdb no_such_database", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fault_of_the_program_itself_is_not_dressed_up()
    {
        await using var fixture = await DatabaseFixture.CreateAsync(StorageProvider.Sqlite);
        await Assert.ThrowsAsync<Microsoft.Data.Sqlite.SqliteException>(() => fixture.Database.ReadAsync(c => c.ValueAsync<int>("select nonsense", null, Cancellation), Cancellation));
    }

    private static async Task FailsAsync(string connectionString, params string[] words)
    {
        var fault = await FailureAsync(new StorageOptions { ConnectionString = connectionString });
        Assert.All(words, word => Assert.Contains(word, fault.Message, StringComparison.Ordinal));
    }

    private static Task<StorageException> FailureAsync(StorageOptions options) => Assert.ThrowsAsync<StorageException>(() => MigrateAsync(options));

    private static Task MigrateAsync(string connectionString) => MigrateAsync(new StorageOptions { ConnectionString = connectionString });

    private static async Task MigrateAsync(StorageOptions options)
    {
        await using var source = StorageEngine.CreateSource(options);
        using var database = new Database(source, StorageEngine.CreateDialect(options));
        await new Migrator(database, TimeProvider.System, NullLogger<Migrator>.Instance).MigrateAsync(Cancellation);
    }
}
