namespace BotDigest.Sandbox.World.Text;

/// <summary>
/// Telegram's rules about entities that meet: some nest, some merge, some are cut, some vanish without a word (TELEGRAM 1.4).
/// </summary>
internal static class EntityRules
{
    private const int SplittableKinds = 5;

    /// <summary>Sorts the entities and settles every overlap.</summary>
    public static List<Entity> Settle(IEnumerable<Entity> entities)
    {
        var sorted = Sort(entities);
        if (IsSettled(sorted))
            return sorted;

        var splittable = sorted.FindAll(e => e.Type.IsSplittable());
        var quotes = KeepFirstOfOverlapping(sorted.FindAll(e => e.Type.IsQuote()));
        var others = KeepFirstOfOverlapping(sorted.FindAll(e => !e.Type.IsSplittable() && !e.Type.IsQuote()));
        others.RemoveAll(e => quotes.Exists(q => Crosses(q, e)));
        return Join(splittable, Sort(others.Concat(quotes)));
    }

    /// <summary>Adds what was found in the finished text to entities that are already settled; the explicit ones win.</summary>
    public static List<Entity> AddFound(IReadOnlyList<Entity> settled, IEnumerable<Entity> found)
    {
        var kept = Compatible(settled, found);
        var others = settled.Where(e => !e.Type.IsSplittable());
        return kept.Count == 0 ? [.. settled] : Join([.. settled.Where(e => e.Type.IsSplittable())], Sort(others.Concat(kept)));
    }

    /// <summary>What was found and neither touches a link or code nor crosses the border of a quote.</summary>
    public static List<Entity> Compatible(IReadOnlyList<Entity> settled, IEnumerable<Entity> found)
    {
        var solid = settled.Where(e => !e.Type.IsSplittable() && !e.Type.IsQuote()).ToList();
        var quotes = settled.Where(e => e.Type.IsQuote()).ToList();
        return [.. found.Where(f => !solid.Exists(s => s.Overlaps(f)) && !quotes.Exists(q => Crosses(q, f)))];
    }

    /// <summary>Telegram's order; entities that compare equal keep theirs.</summary>
    public static List<Entity> Sort(IEnumerable<Entity> entities) => [.. entities.Order(Entity.Order)];

    private static bool Crosses(Entity quote, Entity entity) => quote.Overlaps(entity) && !(quote.Offset <= entity.Offset && entity.End <= quote.End);

    private static List<Entity> KeepFirstOfOverlapping(List<Entity> sorted)
    {
        var kept = new List<Entity>(sorted.Count);
        var end = 0;
        foreach (var entity in sorted)
        {
            if (entity.Offset < end)
                continue;
            end = entity.End;
            kept.Add(entity);
        }

        return kept;
    }

    private static List<Entity> Join(List<Entity> splittable, List<Entity> others) =>
        splittable.Count == 0 ? others : Sort(others.Concat(Split(splittable, others)));

    /// <summary>Merges splittable entities of one kind and cuts all of them wherever another entity begins or ends.</summary>
    private static List<Entity> Split(List<Entity> splittable, List<Entity> others)
    {
        var run = new SplitRun(splittable);
        var open = new Stack<Entity>();
        foreach (var other in others)
        {
            CloseUpTo(other.Offset);
            open.Push(other);
        }

        CloseUpTo(int.MaxValue);
        return run.Result;

        void CloseUpTo(int offset)
        {
            while (open.TryPeek(out var top) && offset >= top.End)
            {
                run.Advance(top.End, keep: !top.Type.IsSolid());
                open.Pop();
            }

            run.Advance(offset, keep: true);
        }
    }

    private static bool IsSettled(List<Entity> sorted)
    {
        Span<int> lastEnd = stackalloc int[SplittableKinds];
        lastEnd.Fill(-1);
        var open = new Stack<Entity>();
        foreach (var entity in sorted)
        {
            while (open.TryPeek(out var top) && entity.Offset >= top.End)
                open.Pop();
            if (open.TryPeek(out var parent) && !MayHold(open, parent, entity))
                return false;
            if (entity.Type.IsSplittable())
            {
                ref var end = ref lastEnd[entity.Type - EntityType.Bold];
                if (end >= entity.Offset)
                    return false;
                end = entity.End;
            }

            open.Push(entity);
        }

        return true;
    }

    private static bool MayHold(Stack<Entity> open, Entity parent, Entity child)
    {
        if (child.End > parent.End || parent.Type.IsSolid())
            return false;
        foreach (var outer in open)
        {
            if (outer.Type.IsSplittable() || outer.Type == child.Type)
                return false;
            if (child.Type.IsSolid() && !outer.Type.IsQuote())
                return false;
            if ((child.Type.IsContinuous() || child.Type.IsQuote()) && outer.Type.IsContinuous())
                return false;
            if (child.Type.IsQuote() && outer.Type.IsQuote())
                return false;
        }

        return true;
    }

    /// <summary>A walk over splittable entities that gives them out cut at each position it is told to advance to.</summary>
    private sealed class SplitRun(List<Entity> entities)
    {
        private readonly int[] _begin = new int[SplittableKinds];
        private readonly int[] _end = new int[SplittableKinds];
        private int _next;

        public List<Entity> Result { get; } = [];

        public void Advance(int position, bool keep)
        {
            var before = Result.Count;
            for (; _next < entities.Count && entities[_next].Offset < position; _next++)
                Open(entities[_next]);
            Flush(position);
            if (!keep)
                Result.RemoveRange(before, Result.Count - before);
        }

        private void Open(Entity entity)
        {
            var kind = entity.Type - EntityType.Bold;
            if (_end[kind] != 0 && entity.Offset <= _end[kind])
            {
                _end[kind] = Math.Max(_end[kind], entity.End);
                return;
            }

            Flush(entity.Offset);
            _begin[kind] = entity.Offset;
            _end[kind] = entity.End;
        }

        private void Flush(int position)
        {
            for (var kind = 0; kind < SplittableKinds; kind++)
            {
                if (_end[kind] == 0 || _begin[kind] >= position)
                    continue;
                var end = Math.Min(_end[kind], position);
                Result.Add(new Entity(EntityType.Bold + kind, _begin[kind], end - _begin[kind]));
                var isDone = end == _end[kind];
                _begin[kind] = isDone ? 0 : position;
                _end[kind] = isDone ? 0 : _end[kind];
            }
        }
    }
}
