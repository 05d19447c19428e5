using System.Globalization;

namespace BotDigest.Formatting.Digests;

/// <summary>
/// Adds places to cut where a part alone is longer than a message: first between its blocks, then between sentences, then words, then characters;
/// each time only in the parts that are still too long.
/// </summary>
/// <param name="text">The running text.</param>
/// <param name="measure">Measures parts of it.</param>
/// <param name="headings">What is written before a message that begins at a place.</param>
/// <param name="limits">What a message can hold.</param>
internal sealed class CutRefiner(RunningText text, TextMeasure measure, Func<CutPlace, Measure> headings, MessageLimits limits)
{
    /// <summary>Sentences shorter than this are not told apart, and so few words neither: the search stays quick on any text.</summary>
    private const int ShortestSentence = 8;
    private const int ShortestWords = 48;

    /// <summary>The cuts between stories, and as many within stories as are needed.</summary>
    internal (List<CutPlace> Cuts, PartSums Sums) Refine()
    {
        var all = text.Cuts;
        var cuts = all.FindAll(cut => cut.Level <= CutLevel.Item);
        var sums = measure.Sum(cuts);
        for (var level = CutLevel.Block; level <= CutLevel.Character && !AllFit(cuts, sums); level++)
        {
            cuts = Refine(cuts, sums, level, all);
            sums = measure.Sum(cuts);
        }

        return (cuts, sums);
    }

    private bool AllFit(List<CutPlace> cuts, PartSums sums)
    {
        for (var i = 0; i < cuts.Count; i++)
        {
            if (!Fits(cuts, sums, i))
                return false;
        }

        return true;
    }

    private bool Fits(List<CutPlace> cuts, PartSums sums, int part) => (headings(cuts[part]) + sums.Between(part, part + 1)).FitsIn(limits);

    private List<CutPlace> Refine(List<CutPlace> cuts, PartSums sums, CutLevel level, List<CutPlace> all)
    {
        var refined = new List<CutPlace>(cuts.Count * 2);
        for (var i = 0; i < cuts.Count; i++)
        {
            refined.Add(cuts[i]);
            if (Fits(cuts, sums, i))
                continue;
            var section = cuts[i].Section;
            var end = i + 1 < cuts.Count ? cuts[i + 1].Position : text.Length;
            if (level == CutLevel.Block)
                AddBlocks(refined, all, cuts[i].Position, end);
            else if (level == CutLevel.Character)
                AddCharacters(refined, cuts[i].Position, end, section);
            else
                AddBreaks(refined, level, cuts[i].Position, end, section);
        }

        return refined;
    }

    private static void AddBlocks(List<CutPlace> refined, List<CutPlace> all, int start, int end)
    {
        foreach (var cut in all)
        {
            if (cut.Level == CutLevel.Block && cut.Position > start && cut.Position < end)
                refined.Add(cut);
        }
    }

    private void AddBreaks(List<CutPlace> refined, CutLevel level, int start, int end, int section)
    {
        var breaks = new TextBreaks(text.Text[start..end]);
        var last = 0;
        while (breaks.TryNext(level == CutLevel.Sentence, out var position))
        {
            if (position - last < (level == CutLevel.Sentence ? ShortestSentence : ShortestWords) || measure.IsWithinUnit(start + position))
                continue;
            refined.Add(new CutPlace(start + position, level, section));
            last = position;
        }
    }

    /// <summary>As much as fits, time after time; links and hashtags are kept whole where they can be.</summary>
    private void AddCharacters(List<CutPlace> refined, int start, int end, int section)
    {
        while (headings(new CutPlace(start, CutLevel.Character, section)) is var heading && !(heading + measure.Of(start, end)).FitsIn(limits))
        {
            var (lower, upper) = (start + 1, end);
            while (lower < upper)
            {
                var middle = lower + ((upper - lower + 1) / 2);
                if ((heading + measure.Of(start, middle)).FitsIn(limits))
                    lower = middle;
                else
                    upper = middle - 1;
            }

            start = LastBoundary(start, lower);
            refined.Add(new CutPlace(start, CutLevel.Character, section));
        }
    }

    private int LastBoundary(int start, int limit)
    {
        var (whole, character, position) = (start, start, start);
        while (position < limit)
        {
            position += StringInfo.GetNextTextElementLength(text.Text[position..]);
            if (position > limit)
                break;
            character = position;
            if (!measure.IsWithinUnit(position))
                whole = position;
        }

        if (whole > start || character > start)
            return whole > start ? whole : character;
        return char.IsLowSurrogate(text.Text[limit]) && limit > start + 1 ? limit - 1 : limit;
    }
}
