using System.Collections.Immutable;
using BotDigest.Formatting.Issues;
using BotDigest.Formatting.Messages;
using BotDigest.Formatting.Text;

namespace BotDigest.Formatting.Digests;

/// <summary>One message of headlines: title, date, summary, a line a story. What does not fit is counted at its end.</summary>
/// <param name="issue">The issue.</param>
/// <param name="options">What the digest needs to know beyond it.</param>
internal sealed class BriefLayout(Issue issue, DigestOptions options)
{
    private const int MaxSection = 40;
    private const int ReserveForMore = 48;

    private readonly MessageLimits _limits = options.Limits;
    private readonly DigestTexts _texts = new(options.Culture);
    private readonly FormattedTextBuilder _text = new();
    private readonly ImmutableArray<int>.Builder _stories = ImmutableArray.CreateBuilder<int>();
    private Measure _taken = new(ReserveForMore, 0, ReserveForMore * 3);

    internal ImmutableArray<DigestMessage> Compose()
    {
        WriteHead();
        var total = WriteStories();
        if (_stories.Count < total)
            _text.Line().Append(_texts.More(total - _stories.Count));
        var text = EntityNormalizer.Normalize(_text.ToFormattedText());
        _text.Release();
        return
        [
            new DigestMessage
            {
                Part = 1,
                Content = new MessageContent(text) { Preview = HeadWriter.Preview(issue) },
                Stories = _stories.ToImmutable(),
            },
        ];
    }

    private void WriteHead()
    {
        var opening = new RunningText(_limits.Length / 2);
        new HeadWriter(_texts).Write(opening, issue);
        opening.Arrange();
        var reserve = new Measure(_limits.Length / 2, _limits.Entities / 2, _limits.Bytes / 2);
        var (cuts, sums) = new CutRefiner(opening, new TextMeasure(opening), _ => reserve, _limits).Refine();
        var parts = cuts.Count;
        while (!(reserve + sums.Between(0, parts)).FitsIn(_limits))
            parts--;
        var text = EntityNormalizer.Slice(opening.Text, opening.Entities, 0, parts < cuts.Count ? cuts[parts].Position : opening.Length);
        opening.Release();
        _taken += TextMeasure.Whole(text);
        _text.Append(text);
        if (parts < cuts.Count)
            _text.Append(cuts[parts].Level <= CutLevel.Item ? "\n…" : "…");
        _text.Line();
    }

    /// <summary>Writes lines as long as they fit.</summary>
    /// <returns>How many stories there are.</returns>
    private int WriteStories()
    {
        var (total, full) = (0, false);
        foreach (var section in issue.Sections)
        {
            foreach (var item in section.Items)
            {
                if (item is not SectionItem.StoryItem { Value: var story })
                    continue;
                total++;
                full = full || !TryWrite(section, story);
            }
        }

        return total;
    }

    private bool TryWrite(Section section, Story story)
    {
        var line = new FormattedTextBuilder().Append(HeadWriter.Bullet);
        StoryWriter.WriteHeadline(line, story.Headline, story.Url, bold: false);
        if (section.Heading is { } heading)
            line.Append(HeadWriter.Dot).AppendFrom(Shorten.ToWords(heading.Text, MaxSection));
        var text = EntityNormalizer.Normalize(line.ToFormattedText());
        line.Release();
        var measure = TextMeasure.Whole(text) + new Measure(1, 0, 1);
        if (!(_taken + measure).FitsIn(_limits))
            return false;
        _taken += measure;
        _text.Line().Append(text);
        _stories.Add(story.Index);
        return true;
    }
}
