using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace BotDigest.Bot.Storage;

/// <summary>Copies a SQLite database to a file and back, while it is in use. PostgreSQL has tools of its own for that.</summary>
/// <param name="source">Opens the database.</param>
/// <param name="dialect">The engine.</param>
/// <param name="instance">Keeps a service from running on what is being restored.</param>
internal sealed class DatabaseBackup(DbDataSource source, Dialect dialect, InstanceLock instance)
{
    private const string NoTable = "select count(*) from sqlite_master where name = 'schema_versions'";

    /// <summary>Writes a copy, complete or not at all; one that is there already is replaced.</summary>
    /// <param name="file">The copy.</param>
    /// <param name="cancellationToken">Gives up before the copying begins.</param>
    /// <exception cref="StorageException">The database cannot be read, the file cannot be written, or the engine is PostgreSQL.</exception>
    public async Task BackupAsync(string file, CancellationToken cancellationToken)
    {
        RequireSqlite("pg_dump --format=custom --file=FILE");
        var target = Path.GetFullPath(file);
        if (target == dialect.Place)
            throw new StorageException($"{target} is the database itself. Name another file for the backup.");
        var part = target + ".part";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Delete(part);
            await using (var from = await OpenAsync(cancellationToken))
            await using (var to = Open(part, SqliteOpenMode.ReadWriteCreate))
            {
                from.BackupDatabase(to);
                Execute(to, "pragma journal_mode = delete");
            }

            File.Move(part, target, overwrite: true);
        }
        catch (Exception e) when (e is SqliteException or IOException or UnauthorizedAccessException)
        {
            throw new StorageException($"The backup {target} cannot be written. Check the path, the account's right to write there and the space on the disk. ({e.Message})", e);
        }
    }

    /// <summary>Puts a backup in the place of the database, after looking whether it is one; the database stays as it is when that fails.</summary>
    /// <param name="file">The backup.</param>
    /// <param name="cancellationToken">Gives up before the copying begins.</param>
    /// <exception cref="StorageException">The file is no backup that this program can use, a service is running, or the engine is PostgreSQL.</exception>
    public async Task RestoreAsync(string file, CancellationToken cancellationToken)
    {
        RequireSqlite("pg_restore --clean --dbname=DATABASE FILE");
        var backup = Path.GetFullPath(file);
        using var hold = instance.Take();
        await using var from = OpenBackup(backup);
        try
        {
            await using var to = await OpenAsync(cancellationToken);
            from.BackupDatabase(to);
            Execute(to, "pragma journal_mode = wal");
        }
        catch (Exception e) when (dialect.Explain(e) is { } text)
        {
            throw new StorageException(text, e);
        }
    }

    private void RequireSqlite(string tool)
    {
        if (dialect.Provider != StorageProvider.Sqlite)
            throw new StorageException($"{dialect.Place} is a PostgreSQL database, which has tools of its own for that: {tool}");
    }

    private async Task<SqliteConnection> OpenAsync(CancellationToken cancellationToken) => (SqliteConnection)await source.OpenConnectionAsync(cancellationToken);

    /// <summary>Opens a backup after making sure that it is whole, ours and not newer than this program.</summary>
    private static SqliteConnection OpenBackup(string file)
    {
        if (!File.Exists(file))
            throw new StorageException($"There is no file {file}. Name a backup made by botdigest backup.");
        SqliteConnection? connection = null;
        try
        {
            connection = Open(file, SqliteOpenMode.ReadOnly);
            if (Value(connection, "pragma quick_check(1)") is not "ok")
                throw new StorageException($"The backup {file} is damaged. Name another one.");
            if (Value(connection, NoTable) is not 1L)
                throw new StorageException($"{file} is the database of another program. Name a backup made by botdigest backup.");
            var newest = Migration.All[^1].Number;
            if (Value(connection, "select max(version) from schema_versions") is long version && version > newest)
                throw new StorageException($"The backup {file} has version {version}, but this program knows versions up to {newest}. Restore it with the newer botdigest.");
            return connection;
        }
        catch (SqliteException e)
        {
            connection?.Dispose();
            throw new StorageException($"{file} is no backup that can be read. Name one made by botdigest backup.", e);
        }
        catch (StorageException)
        {
            connection?.Dispose();
            throw;
        }
    }

    private static SqliteConnection Open(string file, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = mode, Pooling = false }.ConnectionString);
        connection.Open();
        return connection;
    }

    private static object? Value(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }

    private static void Execute(SqliteConnection connection, string sql) => Value(connection, sql);
}
