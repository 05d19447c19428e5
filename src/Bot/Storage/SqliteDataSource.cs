using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace BotDigest.Bot.Storage;

/// <summary>Opens pooled connections to one SQLite file, each with the settings that the service relies on.</summary>
internal sealed class SqliteDataSource : DbDataSource
{
    /// <summary>How long a writer waits for another process before it gives up, unless the connection string says otherwise (<c>Default Timeout</c>).</summary>
    private const int PatienceSeconds = 5;

    private readonly string _settings;
    private readonly string _unpooled;

    // The pool hands out the same handle again, and a handle keeps its settings.
    private readonly ConditionalWeakTable<sqlite3, SqliteDataSource> _set = [];

    private readonly Lock _gate = new();
    private bool _prepared;

    // The engine counts what it allocates, under a lock, for a figure that nobody asks it for.
    static SqliteDataSource()
    {
        Batteries_V2.Init();
        raw.sqlite3_config(raw.SQLITE_CONFIG_MEMSTATUS, 0);
    }

    /// <summary>Takes note of the file; nothing is opened yet.</summary>
    /// <param name="connectionString">A connection string of Microsoft.Data.Sqlite; a relative path resolves from the current folder.</param>
    public SqliteDataSource(string connectionString)
    {
        var builder = new SqliteConnectionStringBuilder(connectionString);
        if (!builder.ShouldSerialize("Default Timeout"))
            builder.DefaultTimeout = PatienceSeconds;
        File = Path.GetFullPath(builder.DataSource);
        builder.DataSource = File;
        ConnectionString = builder.ConnectionString;
        builder.Pooling = false;
        _unpooled = builder.ConnectionString;

        // FULL: a ledger row that a power cut could take back would let a message be sent twice.
        // The log is folded into the file when there is nothing else to do, see Database.TidyAsync, and not by the commit that an issue waits for.
        _settings = $"""
            pragma busy_timeout = {builder.DefaultTimeout * 1_000};
            pragma synchronous = full;
            pragma foreign_keys = on;
            pragma secure_delete = on;
            pragma temp_store = memory;
            pragma cache_size = -16384;
            pragma wal_autocheckpoint = 16000;
            """;
    }

    /// <summary>The full path of the database.</summary>
    public string File { get; }

    /// <inheritdoc/>
    public override string ConnectionString { get; }

    /// <summary>Opens a connection that never comes from the pool: one that has written the index is slower in it from then on.</summary>
    public DbConnection OpenToKeep()
    {
        PrepareFile();
        return Open(_unpooled);
    }

    /// <summary>Closes the pooled connections, so that the file can be replaced.</summary>
    public void ClearPool()
    {
        using var connection = new SqliteConnection(ConnectionString);
        SqliteConnection.ClearPool(connection);
    }

    /// <inheritdoc/>
    protected override DbConnection CreateDbConnection() => new SqliteConnection(ConnectionString);

    /// <inheritdoc/>
    protected override DbConnection OpenDbConnection()
    {
        PrepareFile();
        return Open(ConnectionString);
    }

    /// <inheritdoc/>
    protected override ValueTask<DbConnection> OpenDbConnectionAsync(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(OpenDbConnection());
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
            ClearPool();
        base.Dispose(disposing);
    }

    /// <inheritdoc/>
    protected override ValueTask DisposeAsyncCore()
    {
        ClearPool();
        return base.DisposeAsyncCore();
    }

    /// <summary>Creates the folder and makes the file a write-ahead-log database, once.</summary>
    private void PrepareFile()
    {
        lock (_gate)
        {
            if (_prepared)
                return;
            Directory.CreateDirectory(Path.GetDirectoryName(File)!);
            using var connection = new SqliteConnection(ConnectionString);
            connection.Open();
            Execute(connection, "pragma journal_mode = wal");
            _prepared = true;
        }
    }

    private SqliteConnection Open(string connectionString)
    {
        var connection = new SqliteConnection(connectionString);
        try
        {
            connection.Open();
            if (_set.TryAdd(connection.Handle!, this))
                Execute(connection, _settings);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private static void Execute(SqliteConnection connection, string settings)
    {
        using var command = connection.CreateCommand();
        command.CommandText = settings;
        command.ExecuteNonQuery();
    }
}
