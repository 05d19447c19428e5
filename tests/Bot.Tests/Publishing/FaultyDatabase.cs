using System.Data.Common;
using BotDigest.Bot.Storage;

namespace BotDigest.Bot.Tests.Publishing;

/// <summary>A database on a disk that has no room left, or that may not be written: SQLite itself says so.</summary>
internal sealed class FaultyDatabase(string file) : DbDataSource
{
    private const string Sound = "pragma max_page_count = 1073741823; pragma query_only = 0";

    private readonly SqliteDataSource _inner = new($"Data Source={file}");

    /// <summary>What is done to each connection; null where all is well.</summary>
    public string? Fault { get; set; }

    /// <summary>No page can be added.</summary>
    public static string Full => "pragma max_page_count = 1";

    /// <summary>Nothing can be written.</summary>
    public static string ReadOnly => "pragma query_only = 1";

    /// <inheritdoc/>
    public override string ConnectionString => _inner.ConnectionString;

    /// <inheritdoc/>
    protected override DbConnection CreateDbConnection() => _inner.CreateConnection();

    /// <inheritdoc/>
    protected override DbConnection OpenDbConnection()
    {
        var connection = _inner.OpenConnection();
        using var command = connection.CreateCommand();
        command.CommandText = Fault ?? Sound;
        command.ExecuteNonQuery();
        return connection;
    }

    /// <inheritdoc/>
    protected override ValueTask<DbConnection> OpenDbConnectionAsync(CancellationToken cancellationToken = default) => ValueTask.FromResult(OpenDbConnection());

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _inner.Dispose();
        base.Dispose(disposing);
    }
}
