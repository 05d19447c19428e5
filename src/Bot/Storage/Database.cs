using System.Collections.Concurrent;
using System.Data.Common;

namespace BotDigest.Bot.Storage;

/// <summary>The stores' way to the database: a connection to read with, a transaction to write in, and exceptions that say what to do.</summary>
/// <param name="source">Opens connections.</param>
/// <param name="dialect">Explains the driver's exceptions.</param>
internal sealed class Database(DbDataSource source, Dialect dialect) : IDisposable
{
    private const int WorthTidying = 5;

    // SQLite has one writer: waiting here is fair and costs no thread, where its own waiting polls.
    private readonly SemaphoreSlim? _writer = dialect.Provider == StorageProvider.Sqlite ? new SemaphoreSlim(1, 1) : null;

    private readonly AsyncLocal<Shared?> _shared = new();
    private int _writes;

    // a process that was killed may have left something
    private volatile bool _owesCleaning = true;

    // As many readers as have waited at once, and that is as many as there are threads. PostgreSQL's driver keeps what it has prepared itself.
    private readonly ConcurrentStack<KeptConnection>? _kept = dialect.Provider == StorageProvider.Sqlite ? new ConcurrentStack<KeptConnection>() : null;

    /// <summary>The engine.</summary>
    public Dialect Dialect => dialect;

    /// <summary>Keeps from the ledger who may not write it.</summary>
    public Fence Fence { get; } = new();

    /// <summary>Lets everything that <paramref name="work"/> reads and writes be one transaction.</summary>
    /// <exception cref="StorageException">The database cannot be used.</exception>
    public Task<T> TogetherAsync<T>(Func<Task<T>> work, CancellationToken cancellationToken) =>
        WriteAsync(
            async connection =>
            {
                using var shared = new Shared(connection);
                _shared.Value = shared;
                return await work();
            },
            cancellationToken);

    /// <summary>Reads, each statement by itself.</summary>
    /// <exception cref="StorageException">The database cannot be used.</exception>
    public async Task<T> ReadAsync<T>(Func<DbConnection, Task<T>> read, CancellationToken cancellationToken)
    {
        if (_shared.Value?.Connection is { } shared)
            return await read(shared);
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

    /// <summary>Reads over a connection that was used before, where there is one, with its statements prepared.</summary>
    /// <exception cref="StorageException">The database cannot be used.</exception>
    public async Task<T> ReadKeptAsync<T>(Func<KeptConnection, Task<T>> read, CancellationToken cancellationToken)
    {
        if (_shared.Value?.Connection is { } shared)
        {
            using var statements = new KeptConnection(shared, isOwner: false);
            return await read(statements);
        }

        KeptConnection? connection = null;
        try
        {
            if (_kept is null || !_kept.TryPop(out connection))
                connection = new KeptConnection(source is SqliteDataSource file ? file.OpenToKeep() : await source.OpenConnectionAsync(cancellationToken), isOwner: true);
            var result = await read(connection);
            if (_kept is not null)
            {
                _kept.Push(connection);
                connection = null;
            }

            return result;
        }
        catch (Exception e) when (Explain(e) is { } text)
        {
            throw new StorageException(text, e);
        }
        finally
        {
            connection?.Dispose();
        }
    }

    /// <summary>Writes in one transaction, committed when <paramref name="write"/> returns and rolled back when it throws. Do not nest but within <see cref="TogetherAsync"/>: the inner one would wait for the outer one.</summary>
    /// <exception cref="StorageException">The database cannot be used.</exception>
    public async Task<T> WriteAsync<T>(Func<DbConnection, Task<T>> write, CancellationToken cancellationToken)
    {
        if (_shared.Value?.Connection is { } shared)
            return await write(shared);
        if (_writer is not null)
            await _writer.WaitAsync(cancellationToken);
        try
        {
            await using var connection = await source.OpenConnectionAsync(cancellationToken);
            await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
            var result = await write(connection);
            await transaction.CommitAsync(cancellationToken);
            Interlocked.Increment(ref _writes);
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

    /// <summary>Writes to the ledger, in one transaction: only as long as no other service has the right to.</summary>
    /// <exception cref="LeaseLostException">Another service has it.</exception>
    /// <exception cref="StorageException">The database cannot be used.</exception>
    public Task<T> WriteLedgerAsync<T>(Func<DbConnection, Task<T>> write, CancellationToken cancellationToken) =>
        WriteAsync(
            async connection =>
            {
                await Fence.PassAsync(connection, dialect, cancellationToken);
                return await write(connection);
            },
            cancellationToken);

    /// <summary>Writes to the ledger, in one transaction.</summary>
    /// <exception cref="LeaseLostException">Another service has the right to.</exception>
    /// <exception cref="StorageException">The database cannot be used.</exception>
    public Task WriteLedgerAsync(Func<DbConnection, Task> write, CancellationToken cancellationToken) =>
        WriteLedgerAsync(
            async connection =>
            {
                await write(connection);
                return true;
            },
            cancellationToken);

    /// <summary>True where what has been deleted may still be in the engine's log: when it was to be emptied, somebody was reading it.</summary>
    public bool OwesCleaning => _owesCleaning;

    /// <summary>Removes from the engine's log what has been deleted from the database. Where a reader is in the way it stays owed.</summary>
    /// <exception cref="StorageException">The database cannot be used.</exception>
    public async Task CleanLogAsync(CancellationToken cancellationToken)
    {
        _owesCleaning = true;
        if (_writer is not null)
            await _writer.WaitAsync(cancellationToken);
        try
        {
            _owesCleaning = !await ReadAsync(c => dialect.CleanLogAsync(c, cancellationToken), cancellationToken);
        }
        finally
        {
            _writer?.Release();
        }
    }

    /// <summary>Spares the next writers what the engine has put off, for moments when there is nothing else to do.</summary>
    public async Task TidyAsync(CancellationToken cancellationToken)
    {
        if (dialect.Tidy is not { } tidy || Volatile.Read(ref _writes) < WorthTidying)
            return;
        Interlocked.Exchange(ref _writes, 0);
        await ReadAsync(c => c.RunAsync(tidy, null, cancellationToken), cancellationToken);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _writer?.Dispose();
        while (_kept is not null && _kept.TryPop(out var connection))
            connection.Dispose();
    }

    private string? Explain(Exception exception) => exception is OperationCanceledException ? null : dialect.Explain(exception);

    /// <summary>The connection of a transaction that several writes share; gone when it ends, whoever still holds on to it.</summary>
    private sealed class Shared(DbConnection connection) : IDisposable
    {
        public DbConnection? Connection { get; private set; } = connection;

        public void Dispose() => Connection = null;
    }
}
