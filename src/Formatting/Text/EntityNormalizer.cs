using System.Collections.Immutable;

namespace BotDigest.Formatting.Text;

/// <summary>
/// Does to a text what Telegram does to it after parsing (TELEGRAM 1.4 and 1.6), so that what is counted is what arrives:
/// characters replaced, entities split, merged and dropped by its nesting rules, the ends trimmed.
/// </summary>
internal static class EntityNormalizer
{
    /// <summary>What stands between a heading and the part under it.</summary>
    internal const string HeadingGap = "\n\n";

    internal static FormattedText Normalize(FormattedText text)
    {
        text = TextCleaner.Clean(text);
        var entities = new List<TextEntity>(text.Entities.Length);
        foreach (var entity in text.Entities)
        {
            var offset = Math.Max(entity.Offset, 0);
            var length = Math.Min(entity.End, text.Length) - offset;
            if (length > 0 && (entity.Kind != EntityKind.TextLink || LinkAddress.IsAccepted(entity.Argument)))
                entities.Add(entity with { Offset = offset, Length = length });
        }

        Arrange(entities);
        return Slice(text.Text, [.. entities], 0, text.Length);
    }

    /// <summary>Arranges entities that lie within their text as Telegram does.</summary>
    internal static void Arrange(List<TextEntity> entities)
    {
        for (var i = 1; i < entities.Count; i++)
        {
            if (EntityNesting.Compare(entities[i - 1], entities[i]) <= 0)
                continue;
            entities.Sort(EntityNesting.Compare);
            break;
        }

        if (!EntityNesting.IsSettled(entities))
            EntityNesting.Settle(entities);
    }

    /// <summary>A part of an arranged text, trimmed as Telegram trims: the end always, the beginning up to the first entity.</summary>
    /// <param name="text">The text.</param>
    /// <param name="entities">Its entities, arranged.</param>
    /// <param name="start">Where the part begins.</param>
    /// <param name="end">The first place after it.</param>
    /// <param name="heading">Words in bold to stand before the part.</param>
    /// <param name="repeated">Text to stand between them and the part; what reaches into the part from before takes it in.</param>
    internal static FormattedText Slice(ReadOnlySpan<char> text, ReadOnlySpan<TextEntity> entities, int start, int end, string? heading = null, ReadOnlySpan<char> repeated = default)
    {
        end = start + text[start..end].TrimEnd(" \n").Length;
        var first = end;
        foreach (var entity in entities)
        {
            if (entity.End > start)
            {
                first = Math.Clamp(entity.Offset, start, end);
                break;
            }
        }

        start = first - text[start..first].TrimStart(" \n").Length;
        return Part(text, entities, start, end, heading, repeated);
    }

    /// <summary>A part of a text; entities that reach over its borders are cut there.</summary>
    internal static FormattedText Part(ReadOnlySpan<char> text, ReadOnlySpan<TextEntity> entities, int start, int end, string? heading = null, ReadOnlySpan<char> repeated = default)
    {
        var part = ImmutableArray.CreateBuilder<TextEntity>(CountBetween(entities, start, end) + (heading is null ? 0 : 1));
        var shift = start;
        if (heading is not null)
        {
            part.Add(new TextEntity(EntityKind.Bold, 0, heading.Length));
            shift -= heading.Length + HeadingGap.Length;
        }

        shift -= repeated.Length;
        var clipped = false;
        foreach (var entity in entities)
        {
            if (entity.Offset >= end)
                break;
            var (from, to) = (Math.Max(entity.Offset, start), Math.Min(entity.End, end));
            if (from >= to)
                continue;
            var taken = entity.Offset < start ? repeated.Length : 0;
            part.Add(entity with { Offset = from - shift - taken, Length = to - from + taken });
            clipped |= to - from < entity.Length;
        }

        if (clipped)
            part.Sort(EntityNesting.Compare);
        var words = text[start..end];
        return new FormattedText(heading is null ? string.Concat(repeated, words) : string.Concat(heading, HeadingGap, repeated, words), part.MoveToImmutable());
    }

    private static int CountBetween(ReadOnlySpan<TextEntity> entities, int start, int end)
    {
        var count = 0;
        foreach (var entity in entities)
        {
            if (entity.Offset >= end)
                break;
            count += entity.End > start && entity.Offset < end ? 1 : 0;
        }

        return count;
    }
}
