using System.Collections.Immutable;

namespace BotDigest.Bot.Publishing;

/// <summary>Finds the steps from what a channel shows of an issue to what it should show. Pure; once they are taken, it finds none.</summary>
internal static class PublicationPlanner
{
    /// <summary>How long a bot can delete its messages (TELEGRAM 2.6); less a minute for clocks that differ.</summary>
    private static readonly TimeSpan Deletable = TimeSpan.FromHours(48) - TimeSpan.FromMinutes(1);

    /// <summary>Plans. New messages come first, then edits from the last message to the first, then deletions: a reader sees text twice for a moment rather than not at all.</summary>
    internal static PublicationPlan Plan(Situation situation)
    {
        var going = situation.Posted.Where(m => m.Going && !IsFixed(m, situation.Now)).ToImmutableArray();
        var staying = situation.Posted.Where(m => !going.Contains(m)).ToImmutableArray();
        var layout = Arrange(situation, staying);
        var kept = layout.Kept;

        var steps = ImmutableArray.CreateBuilder<PublicationStep>();
        steps.AddRange(going.Select(m => new PublicationStep.Delete(m.Delivery, m.MessageId)));
        for (var slot = kept.Length; slot < layout.Pieces.Length; slot++)
        {
            var late = layout.IsLate(slot);
            steps.Add(new PublicationStep.Send(layout.Content(slot), late || layout.Pieces[slot].Message.Silent, late ? staying[^1].MessageId : null, late));
        }

        for (var slot = kept.Length - 1; slot >= 0; slot--)
        {
            if (layout.IsSettled(slot) && layout.Content(slot) is var content && !content.Equals(kept[slot].Content))
                steps.Add(new PublicationStep.Edit(kept[slot].Delivery, kept[slot].MessageId, content));
        }

        steps.AddRange(staying.Except(kept).Reverse().Select(m => new PublicationStep.Delete(m.Delivery, m.MessageId)));
        return new PublicationPlan(steps.ToImmutable(), layout.Posts(), kept.IsEmpty ? null : kept[0].MessageId);
    }

    private static bool IsFixed(PostedMessage message, DateTimeOffset now) => message.Fixed || now - message.SentAt >= Deletable;

    /// <summary>Decides what each message, there already or to come, is to hold.</summary>
    private static SlotLayout Arrange(Situation situation, ImmutableArray<PostedMessage> staying)
    {
        var fixedCount = staying.Count(m => IsFixed(m, situation.Now));
        var layout = new SlotLayout(situation, staying, staying, Piece.Of(situation.Wanted)).FitLate();
        if (layout.Pieces.Length < fixedCount)
            layout = (layout with { Pieces = Piece.Spread(layout.Pieces, fixedCount) }).FitLate();
        return layout.Pieces.Length < staying.Length ? Shrink(layout, fixedCount) : layout;
    }

    /// <summary>Chooses which messages stay where there are more than are needed.</summary>
    private static SlotLayout Shrink(SlotLayout layout, int fixedCount)
    {
        var (staying, now) = (layout.Staying, layout.Situation.Now);
        var count = Math.Max(layout.Pieces.Length, fixedCount);
        var choice = Alignment.Choose(count, staying.Length, j => IsFixed(staying[j], now), (i, j) => layout.WouldEqual(i, staying[j]));
        var shrunk = layout with { Kept = [.. choice.Select(j => staying[j])] };
        var fitted = shrunk.FitLate();
        if (fitted.Pieces.Length == shrunk.Pieces.Length)
            return shrunk;
        return fitted.Pieces.Length < staying.Length ? Shrink(fitted, fixedCount) : (fitted with { Kept = staying }).FitLate();
    }
}
