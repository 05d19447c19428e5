using System.Collections.Immutable;
using BotDigest.Formatting.Messages;
using BotDigest.Formatting.Text;

namespace BotDigest.Formatting.Digests;

/// <summary>The first message of an issue that needs several: title, date, summary, map, hashtags.</summary>
internal sealed class Head
{
    private readonly FormattedText _text;
    private readonly LinkPreview _preview;
    private readonly ContentsMap? _map;
    private readonly int _mapOffset;

    /// <summary>Puts it together; as much of the summary as does not fit is left for the messages after it.</summary>
    /// <param name="opening">Title, date and summary, arranged.</param>
    /// <param name="sections">The sections of the map.</param>
    /// <param name="hashtags">The hashtags on one line.</param>
    /// <param name="preview">The cover.</param>
    /// <param name="texts">The words that the digest adds.</param>
    /// <param name="limits">What it can hold.</param>
    internal Head(RunningText opening, List<SectionPlace> sections, string hashtags, LinkPreview preview, DigestTexts texts, MessageLimits limits)
    {
        _preview = preview;
        _map = sections.Count == 0 ? null : new ContentsMap(sections, texts, limits);
        var tail = MeasureTail(hashtags);
        var (cuts, sums) = new CutRefiner(opening, new TextMeasure(opening), _ => tail, limits).Refine();
        var parts = cuts.Count;
        while (!(tail + sums.Between(0, parts)).FitsIn(limits))
            parts--;

        var end = parts < cuts.Count ? cuts[parts].Position : opening.Length;
        Overflow = EntityNormalizer.Part(opening.Text, opening.Entities, end, opening.Length);
        OverflowCuts = [.. cuts.Skip(parts).Select(cut => cut with { Position = cut.Position - end, Level = cut.Position == end ? CutLevel.Section : cut.Level })];

        var text = new FormattedTextBuilder(end + 512).Append(EntityNormalizer.Slice(opening.Text, opening.Entities, 0, end));
        if (_map is not null)
        {
            _mapOffset = text.Append("\n\n").Length;
            text.Append(_map.Text);
        }

        if (hashtags.Length > 0)
            text.Append("\n\n").Append(hashtags);
        _text = text.ToFormattedText();
        text.Release();
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
        Content = new MessageContent(_text) { Preview = _preview },
        Map = _map is null ? [] : _map.Place(_mapOffset, partOf),
    };

    private Measure MeasureTail(string hashtags)
    {
        var measure = TextMeasure.Whole(FormattedText.Plain(hashtags)) + new Measure(4, 0, 4);
        return _map is null ? measure : measure + _map.Measure;
    }
}
