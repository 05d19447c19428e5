using System.Data.Common;

namespace BotDigest.Bot.Storage;

/// <summary>The stores' way to the database: a connection to read with, a transaction to write in, and exceptions that say what to do.</summary>
/// <param name="source">Opens connections.</param>
/// <param name="dialect">Explains the driver's exceptions.</param>
internal sealed class Database(DbDataSource source, Dialect dialect) : IDisposable
{
    // SQLite has one writer: waiting here is fair and costs no thread, where its own waiting polls.
    private readonly SemaphoreSlim? _writer = dialect.Provider == StorageProvider.Sqlite ? new SemaphoreSlim(1, 1) : null;

    /// <summary>The engine.</summary>
    public Dialect Dialect => dialect;

    /// <summary>Reads, each statement by itself.</summary>
    /// <exception cref="StorageException">The database cannot be used.</exception>
    public async Task<T> ReadAsync<T>(Func<DbConnection, Task<T>> read, CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = await source.OpenConnectionAsync(cancellationToken);
            return await read(connection);
        }
        catch (Exception e) when (Explain(e) is { } text)
        {
            throw new StorageException(text, e);
        }
    }

    /// <summary>Writes in one transaction, committed when <paramref name="write"/> returns and rolled back when it throws. Do not nest: the inner one would wait for the outer one.</summary>
    /// <exception cref="StorageException">The database cannot be used.</exception>
    public async Task<T> WriteAsync<T>(Func<DbConnection, Task<T>> write, CancellationToken cancellationToken)
    {
        if (_writer is not null)
            await _writer.WaitAsync(cancellationToken);
        try
        {
            await using var connection = await source.OpenConnectionAsync(cancellationToken);
            await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
            var result = await write(connection);
            await transaction.CommitAsync(cancellationToken);
            return result;
        }
        catch (Exception e) when (Explain(e) is { } text)
        {
            throw new StorageException(text, e);
        }
        finally
        {
            _writer?.Release();
        }
    }

    /// <summary>Writes in one transaction.</summary>
    /// <exception cref="StorageException">The database cannot be used.</exception>
    public Task WriteAsync(Func<DbConnection, Task> write, CancellationToken cancellationToken) =>
        WriteAsync(
            async connection =>
            {
                await write(connection);
                return true;
            },
            cancellationToken);

    /// <summary>Removes from the engine's log what has been deleted from the database. Where a reader is in the way it is left for the next time.</summary>
    /// <exception cref="StorageException">The database cannot be used.</exception>
    public async Task CleanLogAsync(CancellationToken cancellationToken)
    {
        if (dialect.CleanLog is not { } statement)
            return;
        if (_writer is not null)
            await _writer.WaitAsync(cancellationToken);
        try
        {
            await ReadAsync(c => c.RunAsync(statement, null, cancellationToken), cancellationToken);
        }
        finally
        {
            _writer?.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _writer?.Dispose();

    private string? Explain(Exception exception) => exception is OperationCanceledException ? null : dialect.Explain(exception);
}
