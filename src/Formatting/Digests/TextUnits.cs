using BotDigest.Formatting.Text;

namespace BotDigest.Formatting.Digests;

/// <summary>The stretches of a text that are not to be cut: links, code, hashtags and their like.</summary>
internal sealed class TextUnits
{
    private readonly List<(int Start, int End)> _units = [];

    internal TextUnits(FormattedText text)
        : this(text.Entities.AsSpan(), AutomaticEntities.Find(text))
    {
    }

    internal TextUnits(ReadOnlySpan<TextEntity> entities, List<AutomaticEntity> automatic)
    {
        foreach (var entity in entities)
        {
            if (entity.Kind is EntityKind.TextLink or EntityKind.Code)
                _units.Add((entity.Offset, entity.End));
        }

        foreach (var entity in automatic)
            _units.Add((entity.Offset, entity.End));
        _units.Sort();
    }

    /// <summary>True inside one of them, not at its ends.</summary>
    internal bool Contain(int position)
    {
        var (lower, upper) = (0, _units.Count);
        while (lower < upper)
        {
            var middle = (lower + upper) / 2;
            if (_units[middle].Start < position)
                lower = middle + 1;
            else
                upper = middle;
        }

        return lower > 0 && position < _units[lower - 1].End;
    }
}
