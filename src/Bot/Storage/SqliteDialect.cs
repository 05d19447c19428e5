using System.Collections.Immutable;
using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace BotDigest.Bot.Storage;

/// <summary>SQLite: one file beside the program.</summary>
/// <param name="file">The full path of the database.</param>
internal sealed class SqliteDialect(string file) : Dialect
{
    private const int Perm = 3;
    private const int Busy = 5;
    private const int Locked = 6;
    private const int ReadOnly = 8;
    private const int IOError = 10;
    private const int Corrupt = 11;
    private const int Full = 13;
    private const int CantOpen = 14;
    private const int NotADatabase = 26;

    /// <inheritdoc/>
    public override StorageProvider Provider => StorageProvider.Sqlite;

    /// <inheritdoc/>
    public override string Place => file;

    /// <inheritdoc/>
    public override ImmutableDictionary<string, string> Words { get; } = ImmutableDictionary.CreateRange(StringComparer.Ordinal,
    [
        KeyValuePair.Create("identity", "integer primary key"),
        KeyValuePair.Create("text", "text"),
        KeyValuePair.Create("bytes", "blob"),
        KeyValuePair.Create("story_search", """
            create virtual table story_search using fts5 (words, content = '', contentless_delete = 1, prefix = '1', tokenize = 'ascii');
            create virtual table headline_search using fts5 (words, content = '', contentless_delete = 1, prefix = '1', tokenize = 'ascii')
            """),
    ]);

    /// <inheritdoc/>
    public override string? MigrationLock => null;

    /// <inheritdoc/>
    public override string Now => "cast(unixepoch('now', 'subsec') * 1000 as integer)";

    /// <inheritdoc/>
    public override string HoldRow => "";

    /// <inheritdoc/>
    public override string CountTables => "select count(*) from sqlite_master where type = 'table'";

    /// <inheritdoc/>
    public override string? Tidy => "pragma wal_checkpoint(passive)";

    /// <inheritdoc/>
    public override string? CheckIntegrity => "pragma quick_check(1)";


    /// <inheritdoc/>
    public override SearchSyntax Search { get; } = new SqliteSearchSyntax();

    /// <inheritdoc/>
    public override string? Explain(Exception exception) => exception switch
    {
        SqliteException e => Explain(e.SqliteErrorCode),
        UnauthorizedAccessException => $"The folder of the database {file} cannot be written. Give the account that runs botdigest write access to it, or set Storage:ConnectionString to a file elsewhere.",
        IOException => $"The folder of the database {file} cannot be created. Check the path in Storage:ConnectionString and the disk.",
        _ => null,
    };

    private string? Explain(int code) => code switch
    {
        Busy or Locked => $"The database {file} is locked by another program. Close whatever holds it (a backup, a database browser, an sqlite3 shell with an open transaction) and try again.",
        ReadOnly or Perm => $"The database {file} cannot be written. Give the account that runs botdigest write access to the file and to its folder, where SQLite keeps two companions of it (-wal, -shm).",
        Full => $"The disk that holds the database {file} is full. Free some space; nothing that was stored is lost.",
        IOError => $"The disk that holds the database {file} refuses to read or write. It may be full, gone or on a network share; check it, and keep the database on a local disk.",
        Corrupt => $"The database {file} is damaged. Stop botdigest and put a backup in its place: botdigest restore FILE.",
        CantOpen => $"The database {file} cannot be opened. Check that the path names a file in a folder that the account running botdigest may read and write.",
        NotADatabase => $"{file} is not a SQLite database. Set Storage:ConnectionString to another file, or move that one away.",
        _ => null,
    };

    /// <inheritdoc/>
    public override async Task<bool> CleanLogAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        // whoever reads may do so for long, and meanwhile nobody here can write: it is tried again instead
        var patience = await connection.ValueAsync<long>("pragma busy_timeout", null, cancellationToken);
        await connection.RunAsync("pragma busy_timeout = 200", null, cancellationToken);
        try
        {
            return await connection.ValueAsync<long>("pragma wal_checkpoint(truncate)", null, cancellationToken) == 0;
        }
        finally
        {
            await connection.RunAsync(string.Create(CultureInfo.InvariantCulture, $"pragma busy_timeout = {patience}"), null, CancellationToken.None);
        }
    }
}
