using System.Collections.Immutable;
using BotDigest.Formatting.Issues;
using BotDigest.Formatting.Messages;
using BotDigest.Formatting.Text;

namespace BotDigest.Formatting.Digests;

/// <summary>The first message of an issue that needs several: title, date, summary, map, hashtags.</summary>
internal sealed class Head
{
    private readonly Issue _issue;
    private readonly FormattedText _text;
    private readonly ContentsMap? _map;
    private readonly int _mapOffset;

    /// <summary>Writes it; as much of the summary as does not fit is left for the messages after it.</summary>
    internal Head(Issue issue, List<SectionPlace> sections, string hashtags, DigestTexts texts)
    {
        _issue = issue;
        _map = sections.Count == 0 ? null : new ContentsMap(sections, texts);
        var opening = new RunningText();
        new HeadWriter(texts).Write(opening, issue);
        var all = opening.ToFormattedText();
        var tail = MeasureTail(hashtags);
        var (cuts, sums) = new CutRefiner(all, new TextMeasure(all), _ => tail).Refine(opening.Cuts);
        var parts = cuts.Count;
        while (!(tail + sums.Between(0, parts)).Fits)
            parts--;

        var end = parts < cuts.Count ? cuts[parts].Position : all.Length;
        Overflow = EntityNormalizer.Part(all, end, all.Length);
        OverflowCuts = [.. cuts.Skip(parts).Select(cut => cut with { Position = cut.Position - end })];
        var text = new FormattedTextBuilder().Append(EntityNormalizer.Slice(all, 0, end));
        if (_map is not null)
        {
            _mapOffset = text.Append("\n\n").Length;
            text.Append(_map.Text);
        }

        if (hashtags.Length > 0)
            text.Append("\n\n").Append(hashtags);
        _text = text.ToFormattedText();
    }

    /// <summary>The end of the summary, where it did not fit; mostly empty.</summary>
    internal FormattedText Overflow { get; }

    /// <summary>Where the overflow may be cut.</summary>
    internal ImmutableArray<CutPlace> OverflowCuts { get; }

    /// <summary>The message, its map pointing at the messages in which the sections begin.</summary>
    /// <param name="partOf">The part that holds a place of the running text.</param>
    internal DigestMessage ToMessage(Func<int, int> partOf) => new()
    {
        Part = 1,
        Content = new MessageContent(_text) { Preview = HeadWriter.Preview(_issue) },
        Map = _map is null ? [] : _map.Place(_mapOffset, partOf),
    };

    private Measure MeasureTail(string hashtags)
    {
        var measure = TextMeasure.Whole(FormattedText.Plain(hashtags)) + new Measure(4, 0, 4);
        return _map is null ? measure : measure + _map.Measure;
    }
}
