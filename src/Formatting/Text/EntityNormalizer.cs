using System.Collections.Immutable;

namespace BotDigest.Formatting.Text;

/// <summary>
/// Does to a text what Telegram does to it after parsing (TELEGRAM 1.4 and 1.6), so that what is counted is what arrives:
/// characters replaced, entities split, merged and dropped by its nesting rules, the ends trimmed.
/// </summary>
internal static class EntityNormalizer
{
    internal static FormattedText Normalize(FormattedText text)
    {
        var arranged = Arrange(TextCleaner.Clean(text));
        return Slice(arranged, 0, arranged.Length);
    }

    /// <summary>Arranges entities as Telegram does; what lies outside the text or links nowhere goes.</summary>
    internal static void Arrange(List<TextEntity> entities, int length)
    {
        var kept = 0;
        var sorted = true;
        for (var i = 0; i < entities.Count; i++)
        {
            var entity = entities[i];
            var offset = Math.Max(entity.Offset, 0);
            entity = entity with { Offset = offset, Length = Math.Min(entity.End, length) - offset };
            if (entity.Length <= 0 || (entity.Kind == EntityKind.TextLink && !LinkAddress.IsAccepted(entity.Argument)))
                continue;
            sorted &= kept == 0 || EntityNesting.Compare(entities[kept - 1], entity) <= 0;
            entities[kept++] = entity;
        }

        entities.RemoveRange(kept, entities.Count - kept);
        if (!sorted)
            entities.Sort(EntityNesting.Compare);
        if (!EntityNesting.IsSettled(entities))
            EntityNesting.Settle(entities);
    }

    /// <summary>The entities of a text as Telegram arranges them.</summary>
    internal static FormattedText Arrange(FormattedText text)
    {
        if (text.Entities.IsEmpty)
            return text;
        var entities = new List<TextEntity>(text.Entities);
        Arrange(entities, text.Length);
        return text with { Entities = [.. entities] };
    }

    /// <summary>A part of an arranged text, trimmed as Telegram trims: the end always, the beginning up to the first entity.</summary>
    internal static FormattedText Slice(FormattedText text, int start, int end)
    {
        end = start + text.Text.AsSpan(start, end - start).TrimEnd(" \n").Length;
        var first = end;
        foreach (var entity in text.Entities)
        {
            if (entity.End > start)
            {
                first = Math.Clamp(entity.Offset, start, end);
                break;
            }
        }

        start = first - text.Text.AsSpan(start, first - start).TrimStart(" \n").Length;
        return Part(text, start, end);
    }

    /// <summary>A part of a text; entities that reach over its borders are cut there.</summary>
    internal static FormattedText Part(FormattedText text, int start, int end)
    {
        var entities = ImmutableArray.CreateBuilder<TextEntity>();
        var clipped = false;
        foreach (var entity in text.Entities)
        {
            if (entity.Offset >= end)
                break;
            var (from, to) = (Math.Max(entity.Offset, start), Math.Min(entity.End, end));
            if (from >= to)
                continue;
            entities.Add(entity with { Offset = from - start, Length = to - from });
            clipped |= to - from < entity.Length;
        }

        if (clipped)
            entities.Sort(EntityNesting.Compare);
        return new FormattedText(text.Text[start..end], entities.DrainToImmutable());
    }
}
