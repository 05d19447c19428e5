namespace BotDigest.Bot.Storage;

/// <summary>Packs what new and changed issues have added to the search index, so that a search looks in one place: some time after the start, then once an hour, and in steps between which others write.</summary>
/// <param name="index">The index.</param>
/// <param name="database">The database.</param>
/// <param name="clock">Tells when.</param>
/// <param name="log">Where faults go.</param>
internal sealed partial class IndexPacking(StoryIndex index, Database database, TimeProvider clock, ILogger<IndexPacking> log) : BackgroundService
{
    private static readonly TimeSpan AfterStart = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(100);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var wait = AfterStart; !stoppingToken.IsCancellationRequested; wait = Every)
        {
            await Task.Delay(wait, clock, stoppingToken);
            try
            {
                while (await database.WriteAsync(connection => index.PackSomeAsync(connection, stoppingToken), stoppingToken))
                    await Task.Delay(Breath, clock, stoppingToken);
            }
            catch (StorageException e)
            {
                Failed(e.Message);
            }
        }
    }

    [LoggerMessage(1003, LogLevel.Warning, "The search index could not be packed, which makes searches a little slower: {Reason}")]
    private partial void Failed(string reason);
}
