using BotDigest.Bot.Sending;
using BotDigest.Bot.Storage;
using Microsoft.Extensions.Options;

namespace BotDigest.Bot.Publishing;

/// <summary>Keeps the head of the newest issue pinned on the channel, and the one before unpinned. A missing right is told and hinders nothing.</summary>
internal sealed partial class HeadPin(
    PublicationStore publications, DeliveryStore deliveries, MetaStore meta, Sender sender, IOptions<PublishingOptions> options, IOptions<TelegramOptions> telegram, TimeProvider time, ILogger<HeadPin> log)
{
    private static readonly TimeSpan AskAgainAfter = TimeSpan.FromMinutes(10);

    private readonly string _channel = ChannelKey.Of(telegram.Value);
    private static readonly (DateOnly, long) Nothing = (DateOnly.MinValue, -1);

    private (DateOnly Date, long Revision)? _seen = Nothing;
    private DateTimeOffset _notBefore;

    /// <summary>Why Telegram does not let the bot pin; null where it does.</summary>
    public string? Refusal { get; private set; }

    /// <summary>True once it is known whether the bot may pin.</summary>
    public bool IsTried { get; private set; } = !options.Value.Pin;

    private string Key => "pin:" + _channel;

    /// <summary>Tries again at once what was refused: the bot's rights have changed.</summary>
    public void Retry() => _notBefore = default;

    /// <summary>Looks anew: another service may have moved the pin.</summary>
    public void Forget() => _seen = Nothing;

    /// <summary>Brings the pin to the newest issue that is on the channel.</summary>
    public async Task KeepAsync(long chat, CancellationToken cancellationToken)
    {
        if (!options.Value.Pin || time.GetUtcNow() < _notBefore)
            return;
        var newest = (await publications.ListStagesAsync(_channel, cancellationToken)).LastOrDefault(IsOnChannel);
        (DateOnly, long)? seen = newest is null ? null : (newest.Date, newest.Revision);
        if (seen == _seen)
            return;
        var pinned = (int?)await meta.FindNumberAsync(Key, cancellationToken);
        var head = newest is null ? null : await HeadAsync(newest.Id, cancellationToken);
        if (head != pinned && !await MoveAsync(chat, head, pinned, cancellationToken))
            return;
        (_seen, Refusal, IsTried) = (seen, null, true);
    }

    // an issue that is being changed stays on the channel meanwhile
    private static bool IsOnChannel(PublicationStage stage) =>
        stage is { State: PublicationState.Published } or { State: PublicationState.Publishing, PublishedAt: not null };

    private async Task<int?> HeadAsync(long publication, CancellationToken cancellationToken) =>
        (await deliveries.ListAsync(publication, cancellationToken)).FirstOrDefault(d => d is { State: DeliveryState.Sent, MessageId: not null })?.MessageId;

    /// <summary>Pins one message and unpins another. It is noted last: whatever a crash leaves half done is simply done again.</summary>
    /// <returns>False where it is to be tried again later.</returns>
    private async Task<bool> MoveAsync(long chat, int? head, int? former, CancellationToken cancellationToken)
    {
        if (head is { } message && !IsSettled(await sender.PinAsync(chat, message, cancellationToken)))
            return false;
        if (former is { } old && !IsSettled(await sender.UnpinAsync(chat, old, cancellationToken)))
            return false;
        if (head is { } pinned)
            await meta.SetAsync(Key, pinned, cancellationToken);
        else
            await meta.SetAsync(Key, null, cancellationToken);
        Pinned(head);
        return true;
    }

    private bool IsSettled(ChangeOutcome outcome)
    {
        switch (outcome)
        {
            case ChangeOutcome.Done or ChangeOutcome.Gone or ChangeOutcome.Rejected { Refusal.Kind: RefusalKind.NotModified }:
                return true;
            case ChangeOutcome.Rejected { Refusal: var refusal }:
                Refused(refusal);
                (Refusal, IsTried) = (refusal.ToString(), true);
                break;
        }

        _notBefore = time.GetUtcNow() + AskAgainAfter;
        return false;
    }

    [LoggerMessage(5090, LogLevel.Information, "Message {MessageId}, the head of the newest issue, is pinned")]
    private partial void Pinned(int? messageId);

    [LoggerMessage(5091, LogLevel.Warning, "The newest issue cannot be pinned: {Refusal}. Let the bot edit messages of the channel")]
    private partial void Refused(Refusal refusal);
}
