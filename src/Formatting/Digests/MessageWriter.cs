using System.Collections.Immutable;
using BotDigest.Formatting.Messages;
using BotDigest.Formatting.Text;

namespace BotDigest.Formatting.Digests;

/// <summary>Divides a running text into messages.</summary>
/// <param name="running">The running text.</param>
/// <param name="texts">The words that the digest adds.</param>
/// <param name="limits">What a message can hold.</param>
internal sealed class MessageWriter(RunningText running, DigestTexts texts, MessageLimits limits)
{
    private readonly List<int> _begins = [];
    private readonly Dictionary<int, (string Text, Measure Measure)> _headings = [];
    private int _firstPart;

    /// <summary>As few messages as hold the text.</summary>
    /// <param name="firstPart">The number of the first of them.</param>
    internal List<DigestMessage> Divide(int firstPart)
    {
        _firstPart = firstPart;
        running.Arrange();
        var (cuts, sums) = new CutRefiner(running, new TextMeasure(running), MeasureHeading, limits).Refine();
        var chosen = Partition.Choose(cuts, sums, MeasureHeading, limits);
        var messages = new List<DigestMessage>(chosen.Length + 1);
        for (var i = 0; i < chosen.Length; i++)
        {
            var end = i + 1 < chosen.Length ? cuts[chosen[i + 1]].Position : running.Length;
            var message = Write(cuts[chosen[i]], end, firstPart + messages.Count);
            if (TextCleaner.IsBlank(message.Content.Text.Text))
                continue;
            _begins.Add(cuts[chosen[i]].Position);
            messages.Add(message);
        }

        return messages;
    }

    /// <summary>The message that holds a place of the text, once it is divided.</summary>
    internal int PartOf(int position)
    {
        var part = _begins.Count - 1;
        while (part > 0 && _begins[part] > position)
            part--;
        return _firstPart + part;
    }

    /// <summary>The stories that begin between two places, and the first address among theirs.</summary>
    private (ImmutableArray<int> Stories, string? Url) StoriesBetween(int start, int end)
    {
        var stories = ImmutableArray.CreateBuilder<int>();
        string? url = null;
        foreach (var story in running.Stories)
        {
            if (story.Position < start || story.Position >= end)
                continue;
            stories.Add(story.Story);
            url ??= story.Url;
        }

        return (stories.ToImmutable(), url);
    }

    private DigestMessage Write(CutPlace begin, int end, int part)
    {
        var text = EntityNormalizer.Slice(running.Text, running.Entities, begin.Position, end, Continuation(begin), running.HeadersAt(begin.Position));
        var (stories, url) = StoriesBetween(begin.Position, end);
        var preview = url is null ? LinkPreview.Disabled : new LinkPreview(url);
        return new DigestMessage { Part = part, Content = new MessageContent(text) { Preview = preview }, Silent = true, Stories = stories };
    }

    private string? Continuation(CutPlace cut) => cut.Level == CutLevel.Section || cut.Section < 0 ? null : Heading(cut.Section).Text;

    /// <summary>What is written before a message that begins at a place: the section's heading, the headers of a table.</summary>
    private Measure MeasureHeading(CutPlace cut)
    {
        var heading = cut.Level == CutLevel.Section || cut.Section < 0 ? default : Heading(cut.Section).Measure;
        var headers = running.HeadersAt(cut.Position);
        return headers.IsEmpty ? heading : heading + new Measure(headers.Length, 0, TelegramHtml.EscapedBytes(headers));
    }

    private (string Text, Measure Measure) Heading(int section)
    {
        if (!_headings.TryGetValue(section, out var heading))
        {
            var text = AutomaticEntities.Guard(SectionWriter.Mark + running.Sections[section].Heading + texts.Continued);
            var measure = TextMeasure.Whole(new FormattedText(text, [new TextEntity(EntityKind.Bold, 0, text.Length)])) + new Measure(EntityNormalizer.HeadingGap.Length, 0, EntityNormalizer.HeadingGap.Length);
            _headings[section] = heading = (text, measure);
        }

        return heading;
    }
}
