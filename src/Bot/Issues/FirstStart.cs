using System.Globalization;
using BotDigest.Bot.Storage;

namespace BotDigest.Bot.Issues;

/// <summary>When the bot was first started for a channel, and whether it has looked through the folder since.</summary>
/// <param name="meta">Keeps both.</param>
/// <param name="time">The clock.</param>
internal sealed class FirstStart(MetaStore meta, TimeProvider time)
{
    /// <summary>The moment of the first start; this one, where there was none before, or where that one lies in the future: the clock was wrong then.</summary>
    public async Task<DateTimeOffset> AtAsync(string channel, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        var stored = await meta.SetOnceAsync(StartKey(channel), now.ToString(CultureInfo.InvariantCulture), cancellationToken);
        var at = long.Parse(stored, CultureInfo.InvariantCulture);
        if (at > now)
            await meta.SetAsync(StartKey(channel), at = now, cancellationToken);
        return DateTimeOffset.FromUnixTimeMilliseconds(at);
    }

    /// <summary>True once the files that were there at the first start have been read.</summary>
    public async Task<bool> IsScannedAsync(string channel, CancellationToken cancellationToken) =>
        await meta.FindAsync(ScanKey(channel), cancellationToken) is not null;

    /// <summary>Notes that they have been read.</summary>
    public Task SetScannedAsync(string channel, CancellationToken cancellationToken) => meta.SetAsync(ScanKey(channel), "1", cancellationToken);

    private static string StartKey(string channel) => "first_start:" + channel;

    private static string ScanKey(string channel) => "first_scan:" + channel;
}
