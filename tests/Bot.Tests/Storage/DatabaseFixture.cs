using System.Data.Common;
using System.Globalization;
using BotDigest.Bot.Storage;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace BotDigest.Bot.Tests.Storage;

/// <summary>A fresh database, migrated and of one's own, that goes away with the test: a SQLite file in a temporary folder, or a schema on a PostgreSQL server.</summary>
internal sealed class DatabaseFixture : IAsyncDisposable
{
    /// <summary>Names the environment variable with the Npgsql connection string of a server to test on.</summary>
    internal const string PostgresVariable = "BOTDIGEST_TEST_POSTGRES";

    private static int _schemas;

    private readonly Func<Task> _remove;

    private DatabaseFixture(StorageOptions options, Func<Task> remove)
    {
        Options = options;
        Source = StorageEngine.CreateSource(options);
        Dialect = StorageEngine.CreateDialect(options);
        Database = new Database(Source, Dialect);
        Migrator = new Migrator(Database, TimeProvider.System, NullLogger<Migrator>.Instance);
        _remove = remove;
    }

    /// <summary>The settings that lead to it.</summary>
    public StorageOptions Options { get; }

    /// <summary>Opens connections to it.</summary>
    public DbDataSource Source { get; }

    /// <summary>The engine.</summary>
    public Dialect Dialect { get; }

    /// <summary>What stores are built on.</summary>
    public Database Database { get; }

    /// <summary>Has run already.</summary>
    public Migrator Migrator { get; }

    /// <summary>Creates a database; skips the running test where the engine is not at hand.</summary>
    public static async Task<DatabaseFixture> CreateAsync(StorageProvider provider, bool migrate = true)
    {
        var fixture = provider == StorageProvider.Sqlite ? CreateSqlite() : await CreatePostgresAsync();
        if (migrate)
            await fixture.Migrator.MigrateAsync(TestContext.Current.CancellationToken);
        return fixture;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Database.Dispose();
        await Source.DisposeAsync();
        await _remove();
    }

    private static DatabaseFixture CreateSqlite()
    {
        var folder = Directory.CreateTempSubdirectory("botdigest-").FullName;
        var options = new StorageOptions { ConnectionString = $"Data Source={Path.Combine(folder, "test.db")}" };
        return new DatabaseFixture(options, () =>
        {
            Directory.Delete(folder, recursive: true);
            return Task.CompletedTask;
        });
    }

    private static async Task<DatabaseFixture> CreatePostgresAsync()
    {
        var server = Environment.GetEnvironmentVariable(PostgresVariable);
        Assert.SkipWhen(string.IsNullOrEmpty(server), $"{PostgresVariable} holds no connection string of a PostgreSQL server.");
        var schema = string.Create(CultureInfo.InvariantCulture, $"test_{Environment.ProcessId}_{Interlocked.Increment(ref _schemas)}");
        await RunAsync(server, $"drop schema if exists {schema} cascade; create schema {schema}");
        var settings = new NpgsqlConnectionStringBuilder(server) { SearchPath = schema };
        var options = new StorageOptions { Provider = StorageProvider.Postgres, ConnectionString = settings.ConnectionString };
        return new DatabaseFixture(options, () => RunAsync(server, $"drop schema {schema} cascade"));
    }

    private static async Task RunAsync(string server, string sql)
    {
        await using var connection = new NpgsqlConnection(server);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
