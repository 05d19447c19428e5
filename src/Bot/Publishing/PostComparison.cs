using System.Collections;
using BotDigest.Bot.Sending;
using BotDigest.Formatting.Digests;
using BotDigest.Formatting.Text;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace BotDigest.Bot.Publishing;

/// <summary>Compares a message as Telegram gives it back with what was sent: the same text, and for each kind of formatting the same visible characters.
/// Ranges are compared by what they cover, because Telegram splits and joins them; addresses are not, because it rewrites them.</summary>
internal static class PostComparison
{
    private static readonly MessageEntityType[] Explicit =
    [
        MessageEntityType.Bold, MessageEntityType.Italic, MessageEntityType.Underline, MessageEntityType.Strikethrough, MessageEntityType.Spoiler,
        MessageEntityType.Code, MessageEntityType.Pre, MessageEntityType.TextLink, MessageEntityType.Blockquote, MessageEntityType.ExpandableBlockquote,
    ];

    /// <summary>True where they say the same.</summary>
    internal static bool Same(FormattedText sent, string? text, IReadOnlyList<MessageEntity>? entities)
    {
        sent = TextParts.Slice(sent, 0, sent.Length);
        if (!string.Equals(sent.Text, text, StringComparison.Ordinal))
            return false;
        var got = entities ?? [];
        return Array.TrueForAll(Explicit, type => Covers(
            sent.Text,
            sent.Entities.Where(e => WireMessage.TypeOf(e.Kind) == type).Select(e => (e.Offset, e.End)),
            got.Where(e => e.Type == type).Select(e => (e.Offset, e.Offset + e.Length))));
    }

    private static bool Covers(string text, IEnumerable<(int Start, int End)> one, IEnumerable<(int Start, int End)> other)
    {
        var difference = Cover(text, one).Xor(Cover(text, other));
        return !difference.HasAnySet();
    }

    private static BitArray Cover(string text, IEnumerable<(int Start, int End)> ranges)
    {
        var cover = new BitArray(text.Length);
        foreach (var (start, end) in ranges)
        {
            for (var i = Math.Max(start, 0); i < Math.Min(end, text.Length); i++)
                cover[i] = !char.IsWhiteSpace(text[i]);
        }

        return cover;
    }
}
