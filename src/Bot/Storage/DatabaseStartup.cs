namespace BotDigest.Bot.Storage;

/// <summary>Before anything else of the service starts: makes sure that it is the only one, and brings the database up to date.</summary>
/// <param name="instance">The right to be the one service.</param>
/// <param name="migrator">Shapes the database.</param>
internal sealed class DatabaseStartup(InstanceLock instance, Migrator migrator) : IHostedService, IDisposable
{
    private IDisposable? _hold;

    /// <inheritdoc/>
    /// <exception cref="StorageException">Another service runs, or the database cannot be used.</exception>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        _hold = instance.Take();
        await migrator.MigrateAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public void Dispose() => _hold?.Dispose();
}
