using System.Globalization;
using BotDigest.Bot.Storage;

namespace BotDigest.Bot.Sending;

/// <summary>Where groups are that have become supergroups: Telegram tells their new number once, whoever still has the old one is led there.</summary>
/// <param name="meta">Keeps the moves.</param>
/// <param name="subscribers">Groups that have subscribed move too.</param>
internal sealed class ChatMoves(MetaStore meta, SubscriberStore subscribers)
{
    // supergroups and channels lie below, and move no more
    private const long LowestGroup = -1_000_000_000_000;

    /// <summary>The chat as it is now.</summary>
    public async Task<ChatTarget> FollowAsync(ChatTarget chat, CancellationToken cancellationToken) =>
        chat.Id is < 0 and > LowestGroup && await meta.FindNumberAsync(Key(chat.Id.Value), cancellationToken) is { } moved ? moved : chat;

    /// <summary>Takes note of a move.</summary>
    public async Task NoteAsync(long from, long to, CancellationToken cancellationToken)
    {
        await meta.SetAsync(Key(from), to, cancellationToken);
        await subscribers.MoveAsync(from, to, cancellationToken);
    }

    private static string Key(long chat) => "moved:" + chat.ToString(CultureInfo.InvariantCulture);
}
