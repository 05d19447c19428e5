using System.Globalization;
using BotDigest.Bot.Sending;
using BotDigest.Bot.Storage;

namespace BotDigest.Bot.Publishing;

/// <summary>Follows a channel through changes of its name: the ledger knows it as the settings name it, Telegram by its number.</summary>
/// <param name="meta">Remembers the name that a number had.</param>
/// <param name="publications">The ledger.</param>
internal sealed class ChannelHistory(MetaStore meta, PublicationStore publications)
{
    /// <summary>Takes note of the channel's name, and brings the ledger along where it had another one.</summary>
    public async Task FollowAsync(string key, KnownChat channel, CancellationToken cancellationToken)
    {
        var memory = "channel:" + channel.Id.ToString(CultureInfo.InvariantCulture);
        var former = await meta.FindAsync(memory, cancellationToken);
        if (former == key)
            return;
        if (former is not null)
            await publications.RenameChannelAsync(former, key, cancellationToken);
        await meta.SetAsync(memory, key, cancellationToken);
    }
}
