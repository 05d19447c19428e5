using BotDigest.Formatting.Text;

namespace BotDigest.Formatting.Digests;

/// <summary>Measures parts of a running text whose entities are arranged.</summary>
/// <param name="text">The text.</param>
internal sealed class TextMeasure(RunningText text)
{
    private readonly List<AutomaticEntity> _automatic = AutomaticEntities.FindGuarded(text.Text, text.Entities);
    private TextUnits? _units;

    /// <summary>What a whole text takes.</summary>
    internal static Measure Whole(FormattedText text)
    {
        var measure = new Measure(text.Length, AutomaticEntities.Count(text), TelegramHtml.EscapedBytes(text.Text));
        foreach (var entity in text.Entities)
            measure += OfEntity(entity);
        return measure;
    }

    /// <summary>What a part takes, entities that reach into it from before included.</summary>
    internal Measure Of(int start, int end)
    {
        var measure = new Measure(end - start, 0, TelegramHtml.EscapedBytes(text.Text[start..end]));
        foreach (var entity in text.Entities)
        {
            if (entity.Offset >= end)
                break;
            if (entity.End > start)
                measure += OfEntity(entity);
        }

        foreach (var entity in _automatic)
        {
            if (entity.Offset >= end)
                break;
            if (entity.End > start)
                measure += OfAutomatic;
        }

        return measure;
    }

    /// <summary>True inside what is not to be cut: a link, code, a hashtag and its like; and between a heading and what it heads.</summary>
    internal bool IsWithinUnit(int position) => text.Holds(position) || (_units ??= new TextUnits(text.Entities, _automatic)).Contain(position);

    /// <summary>The parts between places; sums of them are what messages take.</summary>
    internal PartSums Sum(List<CutPlace> cuts)
    {
        var sums = new PartSums(cuts.Count + 1);
        var total = default(Measure);
        var (entity, automatic, start) = (0, 0, 0);
        for (var i = 0; i <= cuts.Count; i++)
        {
            var end = i == cuts.Count ? text.Length : cuts[i].Position;
            total += new Measure(end - start, 0, TelegramHtml.EscapedBytes(text.Text[start..end]));
            for (; entity < text.Entities.Length && text.Entities[entity].Offset < end; entity++)
                total += OfEntity(text.Entities[entity]);
            for (; automatic < _automatic.Count && _automatic[automatic].Offset < end; automatic++)
                total += OfAutomatic;
            sums.Before[i] = total;
            sums.End[i] = text.Text[..end].TrimEnd(" \n").Length;
            start = end;
        }

        AddReaching(cuts, sums);
        return sums;
    }

    private static Measure OfAutomatic => new(0, 1, 0);

    private static Measure OfEntity(TextEntity entity) => new(0, 1, TelegramHtml.TagBytes(entity.Kind, entity.Argument));

    /// <summary>Entities that reach over a place are written again after it.</summary>
    private void AddReaching(List<CutPlace> cuts, PartSums sums)
    {
        var next = 0;
        foreach (var entity in text.Entities)
        {
            while (next < cuts.Count && cuts[next].Position <= entity.Offset)
                next++;
            for (var i = next; i < cuts.Count && cuts[i].Position < entity.End; i++)
                sums.Reaching[i] += OfEntity(entity);
        }
    }
}
