using System.Collections.Immutable;
using BotDigest.Formatting.Digests;
using BotDigest.Formatting.Messages;

namespace BotDigest.Bot.Publishing;

/// <summary>What one message of the channel should hold: a wanted message, or a part of one.</summary>
/// <param name="Message">The wanted message.</param>
/// <param name="Start">Where the part begins in its text.</param>
/// <param name="End">Where it ends.</param>
internal sealed record Piece(DigestMessage Message, int Start, int End)
{
    /// <summary>The first part of its message, or the whole.</summary>
    public bool IsFirst => Start == 0;

    private int Length => End - Start;

    /// <summary>The wanted messages, each whole.</summary>
    internal static ImmutableArray<Piece> Of(ImmutableArray<DigestMessage> wanted) => [.. wanted.Select(m => new Piece(m, 0, m.Content.Text.Length))];

    /// <summary>The pieces with the longest ones cut, a head with its map last of all, until there are as many as asked for, or nothing is left to cut.</summary>
    internal static ImmutableArray<Piece> Spread(ImmutableArray<Piece> pieces, int count)
    {
        while (pieces.Length < count)
        {
            var before = pieces;
            var byLength = before.OrderBy(p => !p.Message.Map.IsEmpty).ThenByDescending(p => p.Length);
            pieces = byLength.Select(p => Halve(before, before.IndexOf(p))).FirstOrDefault(halved => halved.Length > before.Length, before);
            if (pieces.Length == before.Length)
                break;
        }

        return pieces;
    }

    /// <summary>The pieces with one of them cut in two.</summary>
    internal static ImmutableArray<Piece> Halve(ImmutableArray<Piece> pieces, int index)
    {
        var piece = pieces[index];
        return TextParts.Middle(piece.Message.Content.Text, piece.Start, piece.End) is { } middle
            ? [.. pieces[..index], piece with { End = middle }, piece with { Start = middle }, .. pieces[(index + 1)..]]
            : pieces;
    }

    /// <summary>The content, with the map's lines linked where addresses are known.</summary>
    internal MessageContent Content(Func<int, string?> address)
    {
        var whole = Message.Link(address);
        if (IsFirst && End == whole.Text.Length)
            return whole;
        return new MessageContent(TextParts.Slice(whole.Text, Start, End))
        {
            Preview = IsFirst ? whole.Preview : LinkPreview.Disabled,
            Keyboard = End == whole.Text.Length ? whole.Keyboard : null,
        };
    }
}
