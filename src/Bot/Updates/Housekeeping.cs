using BotDigest.Bot.Storage;

namespace BotDigest.Bot.Updates;

/// <summary>Forgets the numbers of handled updates that Telegram cannot deliver again, and whose feedback it was that nobody has answered for long.</summary>
internal sealed partial class Housekeeping(UpdateStore updates, FeedbackStore feedback, TimeProvider clock, ILogger<Housekeeping> log) : BackgroundService
{
    // Telegram keeps updates for a day.
    private static readonly TimeSpan Life = TimeSpan.FromDays(2);
    private static readonly TimeSpan FeedbackLife = TimeSpan.FromDays(30);
    private static readonly TimeSpan Every = TimeSpan.FromHours(6);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                var count = await updates.ForgetAsync(Life, stoppingToken);
                Forgot(count);
                await feedback.ForgetAsync(FeedbackLife, stoppingToken);
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
