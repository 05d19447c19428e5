namespace BotDigest.Bot.Storage;

/// <summary>The right to be the one service on a SQLite file: a lock of the operating system on a file beside it, which ends with the process, whatever ends the process.
/// On PostgreSQL several replicas may run, so it is always free there.</summary>
/// <param name="dialect">Names the engine and the file.</param>
internal sealed class InstanceLock(Dialect dialect)
{
    private const int LinuxWouldBlock = 11;
    private const int MacWouldBlock = 35;
    private const int WindowsSharingViolation = unchecked((int)0x80070020);

    /// <summary>Takes the lock.</summary>
    /// <returns>The hold; disposing of it gives the lock back.</returns>
    /// <exception cref="StorageException">Another process holds it, or its file cannot be written.</exception>
    public IDisposable Take() =>
        TryTake() ?? throw new StorageException($"Another botdigest already runs on {dialect.Place}. Stop it first, or set Storage:ConnectionString to another file; several replicas need PostgreSQL.");

    /// <summary>Takes the lock if it is free.</summary>
    /// <returns>The hold, or null where another process has it.</returns>
    /// <exception cref="StorageException">The lock file cannot be written.</exception>
    public IDisposable? TryTake()
    {
        if (dialect.Provider != StorageProvider.Sqlite)
            return new Hold(null);
        var path = dialect.Place + ".lock";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            return new Hold(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0));
        }
        catch (IOException e) when (e.HResult is LinuxWouldBlock or MacWouldBlock or WindowsSharingViolation)
        {
            return null;
        }
        catch (Exception e) when (dialect.Explain(e) is { } text)
        {
            throw new StorageException(text, e);
        }
    }

    // The file stays: removing it would let two processes hold two files of one name.
    private sealed class Hold(FileStream? file) : IDisposable
    {
        public void Dispose() => file?.Dispose();
    }
}
