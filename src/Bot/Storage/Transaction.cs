namespace BotDigest.Bot.Storage;

/// <summary>Lets the writes of several stores be one: either all of it is kept, or nothing.</summary>
/// <param name="database">The database.</param>
internal sealed class Transaction(Database database)
{
    /// <summary>Does something as one transaction.</summary>
    /// <exception cref="StorageException">The database cannot be used.</exception>
    public Task<T> RunAsync<T>(Func<Task<T>> work, CancellationToken cancellationToken) => database.TogetherAsync(work, cancellationToken);

    /// <summary>Does something as one transaction.</summary>
    /// <exception cref="StorageException">The database cannot be used.</exception>
    public Task RunAsync(Func<Task> work, CancellationToken cancellationToken) =>
        database.TogetherAsync(
            async () =>
            {
                await work();
                return true;
            },
            cancellationToken);
}
