using System.Collections.Immutable;
using BotDigest.Formatting.Digests;
using BotDigest.Formatting.Messages;

namespace BotDigest.Bot.Publishing;

/// <summary>Which message holds which piece: slot after slot, the messages that are kept first, then those to be sent.</summary>
/// <param name="Situation">What the planner looks at.</param>
/// <param name="Staying">The messages that are there.</param>
/// <param name="Kept">Those of them that stay.</param>
/// <param name="Pieces">What is to be shown.</param>
internal sealed record SlotLayout(Situation Situation, ImmutableArray<PostedMessage> Staying, ImmutableArray<PostedMessage> Kept, ImmutableArray<Piece> Pieces)
{
    /// <summary>True where a slot's message is an addition that other issues stand before.</summary>
    public bool IsLate(int slot) => slot < Kept.Length ? Kept[slot].Continuation : !Situation.IsNewest && !Staying.IsEmpty;

    /// <summary>False for a map whose lines wait for messages that are not sent yet: it is edited once, when they are.</summary>
    public bool IsSettled(int slot) => slot >= Pieces.Length || Pieces.Length <= Kept.Length || Pieces[slot].Message.Map.All(line => Address(line.Part) is not null);

    /// <summary>What a slot's message is to say. A message that is kept without need gets a notice.</summary>
    public MessageContent Content(int slot)
    {
        if (slot < Pieces.Length)
            return WithHeading(Pieces[slot].Content(Address), IsLate(slot));
        return Situation.Wanted.IsEmpty ? ChannelNotices.Retracted(Situation.Date, Situation.Culture) : ChannelNotices.Merged(Situation.Culture);
    }

    /// <summary>True where a message says already what a slot is to say. A map does not count: its links depend on the choice.</summary>
    public bool WouldEqual(int slot, PostedMessage message) =>
        slot < Pieces.Length && Pieces[slot].Message.Map.IsEmpty && WithHeading(Pieces[slot].Content(_ => null), message.Continuation).Equals(message.Content);

    /// <summary>The layout with pieces cut where the heading of an addition makes them too long.</summary>
    public SlotLayout FitLate()
    {
        var layout = this;
        for (var slot = 0; slot < layout.Pieces.Length; slot++)
        {
            while (layout.IsLate(slot) && !TextParts.Fits(layout.Content(slot).Text))
            {
                var halved = Piece.Halve(layout.Pieces, slot);
                if (halved.Length == layout.Pieces.Length)
                    break;
                layout = layout with { Pieces = halved };
            }
        }

        return layout;
    }

    /// <summary>The messages that stories begin in, by the story's index.</summary>
    public ImmutableDictionary<int, int> Posts()
    {
        var posts = ImmutableDictionary.CreateBuilder<int, int>();
        for (var slot = 0; slot < Math.Min(Pieces.Length, Kept.Length); slot++)
        {
            foreach (var story in Pieces[slot].IsFirst ? Pieces[slot].Message.Stories : [])
                posts[story] = Kept[slot].MessageId;
        }

        return posts.ToImmutable();
    }

    private MessageContent WithHeading(MessageContent content, bool late) => late ? ChannelNotices.Late(content, Situation.Date, Situation.Culture) : content;

    private string? Address(int part)
    {
        for (var slot = 0; slot < Math.Min(Pieces.Length, Kept.Length); slot++)
        {
            if (Pieces[slot].IsFirst && Pieces[slot].Message.Part == part)
                return Situation.Address(Kept[slot].MessageId);
        }

        return null;
    }
}
