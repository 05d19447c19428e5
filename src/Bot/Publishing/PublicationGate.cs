using BotDigest.Bot.Sending;
using BotDigest.Bot.Storage;
using Microsoft.Extensions.Options;

namespace BotDigest.Bot.Publishing;

/// <summary>Keeps issues off the channel that editors have not let out: all of them while publishing is halted, and those that still want an approval.</summary>
internal sealed class PublicationGate(
    HaltStore halts, ApprovalStore approvals, DeliveryStore deliveries, IOptions<PublishingOptions> options, IOptions<TelegramOptions> telegram, TimeProvider time)
{
    private readonly string _channel = ChannelKey.Of(telegram.Value);

    /// <summary>Who has halted publishing; null where it is not halted.</summary>
    public Task<Halt?> FindHaltAsync(CancellationToken cancellationToken) => halts.FindAsync(_channel, cancellationToken);

    /// <summary>Halts publishing.</summary>
    public Task HaltAsync(long editor, string editorName, CancellationToken cancellationToken) =>
        halts.SetAsync(_channel, new Halt(time.GetUtcNow(), editor, editorName), cancellationToken);

    /// <summary>Lets publishing go on.</summary>
    public Task OpenAsync(CancellationToken cancellationToken) => halts.RemoveAsync(_channel, cancellationToken);

    /// <summary>The publications that wait for an approval.</summary>
    public async Task<IReadOnlySet<long>> ListUnapprovedAsync(CancellationToken cancellationToken) =>
        options.Value.RequireApproval ? await approvals.ListUnapprovedAsync(_channel, cancellationToken) : new HashSet<long>();

    /// <summary>True where an issue of which the channel shows nothing yet has lost its approval, because its file has changed since.</summary>
    public async Task<bool> HoldsBackAsync(Publication publication, CancellationToken cancellationToken)
    {
        if (!options.Value.RequireApproval || publication is not { State: PublicationState.Publishing, PublishedAt: null })
            return false;
        return await approvals.FindAsync(_channel, publication.Date, cancellationToken) is not { } approval || !approval.Covers(publication.Fingerprint)
            ? (await deliveries.ListAsync(publication.Id, cancellationToken)).All(d => d.State is DeliveryState.Planned or DeliveryState.Rejected)
            : false;
    }
}
