namespace BotDigest.Formatting.Text;

/// <summary>Telegram's rules of which entity may stand in which (TELEGRAM 1.4).</summary>
internal static class EntityNesting
{
    private const int Splittable = (1 << (int)EntityKind.Bold) | (1 << (int)EntityKind.Italic) | (1 << (int)EntityKind.Underline)
        | (1 << (int)EntityKind.Strikethrough) | (1 << (int)EntityKind.Spoiler);

    private const int Monospace = (1 << (int)EntityKind.Code) | (1 << (int)EntityKind.Pre);
    private const int Quote = (1 << (int)EntityKind.Blockquote) | (1 << (int)EntityKind.ExpandableBlockquote);

    /// <summary>By place; of two that begin together the longer first, then quotes, monospace, links and the rest.</summary>
    internal static int Compare(TextEntity one, TextEntity other)
    {
        if (one.Offset != other.Offset)
            return one.Offset.CompareTo(other.Offset);
        return one.Length != other.Length ? other.Length.CompareTo(one.Length) : Rank(one.Kind).CompareTo(Rank(other.Kind));
    }

    /// <summary>True where Telegram leaves sorted entities as they are. Also false in some of the cases in which it would.</summary>
    internal static bool IsSettled(List<TextEntity> entities)
    {
        Span<int> ends = stackalloc int[5];
        ends.Fill(-1);
        var (quoteEnd, linkEnd, leafEnd) = (-1, -1, -1);
        foreach (var entity in entities)
        {
            var (inQuote, inLink) = (entity.Offset < quoteEnd, entity.Offset < linkEnd);
            if (entity.Offset < leafEnd || (inQuote && entity.End > quoteEnd) || (inLink && (entity.End > linkEnd || !Is(entity, Splittable))))
                return false;
            if (Is(entity, Quote))
            {
                if (inQuote)
                    return false;
                quoteEnd = entity.End;
            }
            else if (entity.Kind == EntityKind.TextLink)
            {
                linkEnd = entity.End;
            }
            else
            {
                leafEnd = entity.End;
                if (!Is(entity, Splittable))
                    continue;
                if (entity.Offset <= ends[SplittableIndex(entity.Kind)])
                    return false;
                ends[SplittableIndex(entity.Kind)] = entity.End;
            }
        }

        return true;
    }

    /// <summary>Drops, splits and merges sorted entities until each stands where it may.</summary>
    internal static void Settle(List<TextEntity> entities)
    {
        var splittable = new List<TextEntity>(entities.Count);
        var solid = new List<TextEntity>(entities.Count);
        var quotes = new List<TextEntity>();
        foreach (var entity in entities)
            (Is(entity, Splittable) ? splittable : Is(entity, Quote) ? quotes : solid).Add(entity);

        DropOverlapping(solid);
        if (quotes.Count > 0)
        {
            DropOverlapping(quotes);
            DropAcrossQuotes(solid, quotes);
            solid.AddRange(quotes);
            solid.Sort(Compare);
        }

        entities.Clear();
        entities.AddRange(solid);
        if (splittable.Count > 0)
            new EntitySplitter(entities).Split(splittable, solid);
        entities.Sort(Compare);
    }

    internal static bool IsMonospace(EntityKind kind) => (1 << (int)kind & Monospace) != 0;

    internal static int SplittableIndex(EntityKind kind) => (int)kind - (int)EntityKind.Bold;

    private static bool Is(TextEntity entity, int kinds) => (1 << (int)entity.Kind & kinds) != 0;

    private static void DropOverlapping(List<TextEntity> entities)
    {
        var end = 0;
        entities.RemoveAll(entity =>
        {
            if (entity.Offset < end)
                return true;
            end = entity.End;
            return false;
        });
    }

    private static void DropAcrossQuotes(List<TextEntity> entities, List<TextEntity> quotes)
    {
        var next = 0;
        entities.RemoveAll(entity =>
        {
            while (next < quotes.Count && quotes[next].End <= entity.Offset)
                next++;
            return next < quotes.Count && (quotes[next].End < entity.End || (entity.Offset < quotes[next].Offset && quotes[next].Offset < entity.End));
        });
    }

    private static int Rank(EntityKind kind) => kind switch
    {
        EntityKind.Blockquote or EntityKind.ExpandableBlockquote => 0,
        EntityKind.Pre => 1,
        EntityKind.Code => 2,
        EntityKind.TextLink => 3,
        EntityKind.Bold => 4,
        EntityKind.Italic => 5,
        EntityKind.Underline => 6,
        EntityKind.Strikethrough => 7,
        _ => 8,
    };
}
