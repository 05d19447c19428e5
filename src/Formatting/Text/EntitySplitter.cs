namespace BotDigest.Formatting.Text;

/// <summary>
/// Splits bold, italic and their like the way Telegram does: at both ends of every link, quote and monospace, and where another of them begins;
/// runs of one kind that touch become one; nothing of them is left inside monospace.
/// </summary>
/// <param name="result">Takes the pieces.</param>
internal sealed class EntitySplitter(List<TextEntity> result)
{
    private static readonly EntityKind[] Kinds =
        [EntityKind.Bold, EntityKind.Italic, EntityKind.Underline, EntityKind.Strikethrough, EntityKind.Spoiler];

    private readonly int[] _begin = new int[Kinds.Length];
    private readonly int[] _end = new int[Kinds.Length];
    private readonly Stack<TextEntity> _inside = new();
    private List<TextEntity> _pending = [];
    private int _next;

    internal void Split(List<TextEntity> splittable, List<TextEntity> solid)
    {
        _pending = splittable;
        foreach (var entity in solid)
        {
            Reach(entity.Offset);
            _inside.Push(entity);
        }

        Reach(int.MaxValue);
    }

    private void Reach(int offset)
    {
        while (_inside.TryPeek(out var inner) && inner.End <= offset)
        {
            Advance(inner.End);
            _inside.Pop();
        }

        Advance(offset);
    }

    private void Advance(int limit)
    {
        for (; _next < _pending.Count && _pending[_next].Offset < limit; _next++)
        {
            var entity = _pending[_next];
            var kind = EntityNesting.SplittableIndex(entity.Kind);
            if (_end[kind] != 0 && entity.Offset <= _end[kind])
            {
                _end[kind] = Math.Max(_end[kind], entity.End);
                continue;
            }

            Flush(entity.Offset);
            (_begin[kind], _end[kind]) = (entity.Offset, entity.End);
        }

        Flush(limit);
    }

    private void Flush(int limit)
    {
        for (var kind = 0; kind < Kinds.Length; kind++)
        {
            if (_end[kind] == 0 || _begin[kind] >= limit)
                continue;
            var end = Math.Min(_end[kind], limit);
            if (!(_inside.TryPeek(out var inner) && EntityNesting.IsMonospace(inner.Kind)))
                result.Add(new TextEntity(Kinds[kind], _begin[kind], end - _begin[kind]));
            (_begin[kind], _end[kind]) = _end[kind] <= limit ? (0, 0) : (limit, _end[kind]);
        }
    }
}
