using BotDigest.Bot.Sending;

namespace BotDigest.Bot.Storage;

/// <summary>Before anything else of the service starts: makes sure that it is the only one, and brings the database up to date.</summary>
/// <param name="instance">The right to be the one service.</param>
/// <param name="migrator">Shapes the database.</param>
/// <param name="leases">Who publishes.</param>
/// <param name="mode">A dry run is no replica.</param>
internal sealed class DatabaseStartup(InstanceLock instance, Migrator migrator, Leases leases, RunMode mode) : IHostedService, IDisposable
{
    private IDisposable? _hold;

    /// <inheritdoc/>
    /// <exception cref="StorageException">Another service runs, or the database cannot be used.</exception>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        _hold = instance.Take();
        await migrator.MigrateAsync(cancellationToken);
        if (mode.DryRun && await leases.Publisher.FindHolderAsync(cancellationToken) is { } holder)
            throw new StorageException($"Another botdigest already runs on this database: {holder}. A dry run would keep it from publishing; stop it first, or set Storage:ConnectionString to another database.");
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public void Dispose() => _hold?.Dispose();
}
