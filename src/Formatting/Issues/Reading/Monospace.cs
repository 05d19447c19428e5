using System.Collections.Immutable;
using BotDigest.Formatting.Text;

namespace BotDigest.Formatting.Issues.Reading;

/// <summary>Keeps other entities off monospace text: round it they would take it away or be dropped (TELEGRAM 1.4).</summary>
internal static class Monospace
{
    /// <summary>The entities, by offset, those that overlap monospace cut at its borders; quotes may hold it and stay.</summary>
    internal static ImmutableArray<TextEntity> KeepClear(ImmutableArray<TextEntity>.Builder entities)
    {
        var holes = new List<TextEntity>();
        foreach (var entity in entities)
        {
            if (entity.Kind is EntityKind.Code or EntityKind.Pre && (holes.Count == 0 || entity.Offset >= holes[^1].End))
                holes.Add(entity);
        }

        var kept = ImmutableArray.CreateBuilder<TextEntity>(entities.Count + holes.Count);
        var next = 0;
        foreach (var entity in entities)
        {
            if (entity.Kind is EntityKind.Code or EntityKind.Pre)
            {
                if (next < holes.Count && entity == holes[next])
                {
                    kept.Add(entity);
                    next++;
                }
            }
            else if (entity.Kind is EntityKind.Blockquote or EntityKind.ExpandableBlockquote)
                kept.Add(entity);
            else
                AddPieces(kept, entity, holes);
        }

        kept.Sort((a, b) => a.Offset != b.Offset ? a.Offset.CompareTo(b.Offset) : b.Length.CompareTo(a.Length));
        return kept.ToImmutable();
    }

    private static void AddPieces(ImmutableArray<TextEntity>.Builder kept, TextEntity entity, List<TextEntity> holes)
    {
        var start = entity.Offset;
        foreach (var hole in holes)
        {
            if (hole.End <= start || hole.Offset >= entity.End)
                continue;
            if (hole.Offset > start)
                kept.Add(entity with { Offset = start, Length = hole.Offset - start });
            start = hole.End;
        }

        if (start < entity.End)
            kept.Add(entity with { Offset = start, Length = entity.End - start });
    }
}
