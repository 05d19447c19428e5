using BotDigest.Bot.Storage;

namespace BotDigest.Bot.Updates;

/// <summary>Forgets the numbers of handled updates that Telegram cannot deliver again, whose feedback it was that nobody has answered for long, and pushes of a fortnight ago. What has been deleted and could not be removed from the database's log at once, because somebody read it, is removed soon after.</summary>
internal sealed partial class Housekeeping(UpdateStore updates, FeedbackStore feedback, PushStore pushes, Database database, TimeProvider clock, ILogger<Housekeeping> log) : BackgroundService
{
    private const int PushesAtOnce = 2_000;

    // Telegram keeps updates for a day.
    private static readonly TimeSpan Life = TimeSpan.FromDays(2);
    private static readonly TimeSpan FeedbackLife = TimeSpan.FromDays(30);
    private static readonly TimeSpan PushLife = TimeSpan.FromDays(14);
    private static readonly TimeSpan Breath = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LogEvery = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Every = TimeSpan.FromHours(6);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(LogEvery, clock);
        var last = clock.GetTimestamp();
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                if (clock.GetElapsedTime(last) < Every)
                {
                    if (database.OwesCleaning)
                        await database.CleanLogAsync(stoppingToken);
                    continue;
                }

                last = clock.GetTimestamp();
                var count = await updates.ForgetAsync(Life, stoppingToken);
                Forgot(count);
                await feedback.ForgetAsync(FeedbackLife, stoppingToken);
                while (await pushes.ForgetAsync(PushLife, PushesAtOnce, stoppingToken) == PushesAtOnce)
                    await Task.Delay(Breath, clock, stoppingToken);
                await database.CleanLogAsync(stoppingToken);
            }
            catch (StorageException e)
            {
                Failed(e.Message);
            }
        }
    }

    [LoggerMessage(3050, LogLevel.Debug, "Forgot the numbers of {Count} updates")]
    private partial void Forgot(int count);

    [LoggerMessage(3051, LogLevel.Warning, "What is too old could not be forgotten: {Reason}")]
    private partial void Failed(string reason);
}
