using BotDigest.Bot.Sending;
using BotDigest.Bot.Storage;
using Microsoft.Extensions.Options;

namespace BotDigest.Bot.Publishing;

/// <summary>Carries out what <c>verify</c> asks of the running service, beside the publisher and at a gentle pace; and clears away copies that were left behind.</summary>
internal sealed partial class VerificationService(
    RequestStore requests,
    PublicationStore publications,
    VerificationDesk desk,
    ChannelReader reader,
    KnownChats chats,
    PublisherSignal publisher,
    Leases leases,
    RunMode mode,
    IOptions<TelegramOptions> telegram,
    TimeProvider time,
    ILogger<VerificationService> log) : BackgroundService
{
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly string _channel = ChannelKey.Of(telegram.Value);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var channel = await chats.ChannelAsync(stoppingToken);
        for (var fault = ""; ;)
        {
            try
            {
                if (leases.Publisher.IsHeld)
                    await WorkAsync(channel, stoppingToken);
                fault = "";
            }
            catch (LeaseLostException)
            {
                // the request waits for the other service
            }
            catch (StorageException e)
            {
                if (e.Message != fault)
                    StorageFailed(fault = e.Message);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                Failed(e);
            }

            await Task.Delay(Rest, time, stoppingToken);
        }
    }

    private async Task WorkAsync(KnownChat channel, CancellationToken cancellationToken)
    {
        await publisher.WhenReadyAsync(cancellationToken);
        if (!mode.DryRun)
            await reader.CleanUpAsync(cancellationToken);
        await AnswerAsync(channel, cancellationToken);
    }

    private async Task AnswerAsync(KnownChat channel, CancellationToken cancellationToken)
    {
        foreach (var request in await requests.ListOpenAsync(cancellationToken))
        {
            if (request.Verb != PublicationVerbs.Verify)
                continue;
            var answer = await desk.VerifyAsync(request.Argument, channel, date => FollowAsync(date, cancellationToken), cancellationToken);
            await requests.AnswerAsync(request.Id, answer.Text, answer.Failed, time.GetUtcNow(), cancellationToken);
        }
    }

    /// <summary>Waits until the publisher has brought the channel to what the ledger says, or cannot.</summary>
    private async Task FollowAsync(DateOnly date, CancellationToken cancellationToken)
    {
        var since = time.GetTimestamp();
        publisher.Look();
        while (await publications.FindAsync(_channel, date, cancellationToken) is { Paused: null, State: PublicationState.Publishing or PublicationState.Retracting } publication)
        {
            if (time.GetElapsedTime(since) > Patience || publication.NextAttemptAt - time.GetUtcNow() > Patience)
                return;
            await Task.Delay(Glance, time, cancellationToken);
        }
    }

    [LoggerMessage(5070, LogLevel.Error, "Comparing file, ledger and channel failed and is tried again")]
    private partial void Failed(Exception exception);

    [LoggerMessage(5071, LogLevel.Warning, "Comparing file, ledger and channel waits for the database. {Reason}")]
    private partial void StorageFailed(string reason);
}
