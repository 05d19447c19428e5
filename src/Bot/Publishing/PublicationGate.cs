using System.Globalization;
using BotDigest.Bot.Sending;
using BotDigest.Bot.Storage;
using Microsoft.Extensions.Options;

namespace BotDigest.Bot.Publishing;

/// <summary>Keeps issues off the channel that editors have not let out: all of them while publishing is halted, and those that still want an approval.</summary>
internal sealed class PublicationGate(
    MetaStore meta, ApprovalStore approvals, DeliveryStore deliveries, IOptions<PublishingOptions> options, IOptions<TelegramOptions> telegram, TimeProvider time)
{
    private readonly string _channel = ChannelKey.Of(telegram.Value);

    private string Key => "halt:" + _channel;

    /// <summary>Who has halted publishing; null where it is not halted.</summary>
    public async Task<Halt?> FindHaltAsync(CancellationToken cancellationToken) =>
        await meta.FindAsync(Key, cancellationToken) is { } words && words.Split(' ', 2) is [var at, var name]
            ? new Halt(DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(at, CultureInfo.InvariantCulture)), name)
            : null;

    /// <summary>Halts publishing.</summary>
    public Task HaltAsync(string editorName, CancellationToken cancellationToken) =>
        meta.SetAsync(Key, string.Create(CultureInfo.InvariantCulture, $"{time.GetUtcNow().ToUnixTimeMilliseconds()} {editorName}"), cancellationToken);

    /// <summary>Lets publishing go on.</summary>
    public Task OpenAsync(CancellationToken cancellationToken) => meta.SetAsync(Key, null, cancellationToken);

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

/// <summary>A stop of all publishing by an editor.</summary>
/// <param name="At">Since when.</param>
/// <param name="EditorName">Who wanted it.</param>
internal sealed record Halt(DateTimeOffset At, string EditorName);
