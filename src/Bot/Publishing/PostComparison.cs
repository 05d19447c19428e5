using System.Collections;
using System.Globalization;
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
    private const int ExcerptLength = 30;

    private static readonly MessageEntityType[] Explicit =
    [
        MessageEntityType.Bold, MessageEntityType.Italic, MessageEntityType.Underline, MessageEntityType.Strikethrough, MessageEntityType.Spoiler,
        MessageEntityType.Code, MessageEntityType.Pre, MessageEntityType.TextLink, MessageEntityType.Blockquote, MessageEntityType.ExpandableBlockquote,
    ];

    /// <summary>True where they say the same.</summary>
    internal static bool Same(FormattedText sent, string? text, IReadOnlyList<MessageEntity>? entities)
    {
        sent = TextParts.Slice(sent, 0, sent.Length);
        return string.Equals(sent.Text, text, StringComparison.Ordinal) && Array.TrueForAll(Explicit, type => Covers(sent, entities ?? [], type));
    }

    /// <summary>Says how a message differs from what was sent; null where it does not. Links count as far as Telegram's way of writing addresses lets them.</summary>
    internal static string? Difference(FormattedText sent, string? text, IReadOnlyList<MessageEntity>? entities)
    {
        sent = TextParts.Slice(sent, 0, sent.Length);
        text ??= "";
        if (!string.Equals(sent.Text, text, StringComparison.Ordinal))
        {
            var at = sent.Text.AsSpan().CommonPrefixLength(text);
            return string.Create(CultureInfo.InvariantCulture, $"says “{Excerpt(text, at)}” instead of “{Excerpt(sent.Text, at)}” from character {at + 1} on");
        }

        foreach (var type in Explicit)
        {
            if (!Covers(sent, entities ?? [], type))
                return $"has other formatting ({type})";
        }

        var links = (entities ?? []).Where(e => e.Type == MessageEntityType.TextLink).ToList();
        foreach (var link in sent.Entities)
        {
            if (link.Kind == EntityKind.TextLink && !links.Exists(l => l.Offset <= link.Offset && l.Offset + l.Length >= link.End && SameAddress(l.Url, link.Argument)))
                return $"does not link “{Excerpt(sent.Text, link.Offset)}” to {link.Argument}";
        }

        return null;
    }

    private static bool SameAddress(string? one, string? other) => string.Equals(Plain(one), Plain(other), StringComparison.Ordinal);

    /// <summary>An address without what Telegram changes in it: the scheme may be missing, the host is in small letters, signs are escaped or not.</summary>
    private static string Plain(string? address)
    {
        var whole = address?.Contains("://", StringComparison.Ordinal) == true ? address : "http://" + address;
        return Uri.TryCreate(whole, UriKind.Absolute, out var uri) ? Uri.UnescapeDataString(uri.AbsoluteUri).TrimEnd('/') : whole;
    }

    private static string Excerpt(string text, int start)
    {
        var end = Math.Min(text.Length, start + ExcerptLength);
        if (end < text.Length && char.IsHighSurrogate(text[end - 1]))
            end--;
        return text[start..end].ReplaceLineEndings(" ") + (end < text.Length ? "…" : "");
    }

    private static bool Covers(FormattedText sent, IReadOnlyList<MessageEntity> got, MessageEntityType type) => Covers(
        sent.Text,
        sent.Entities.Where(e => WireMessage.TypeOf(e.Kind) == type).Select(e => (e.Offset, e.End)),
        got.Where(e => e.Type == type).Select(e => (e.Offset, e.Offset + e.Length)));

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
