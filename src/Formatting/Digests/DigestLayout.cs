using System.Collections.Immutable;
using BotDigest.Formatting.Issues;
using BotDigest.Formatting.Messages;
using BotDigest.Formatting.Text;

namespace BotDigest.Formatting.Digests;

/// <summary>Head, then sections, as few messages as hold them; or one message where that holds everything.</summary>
/// <param name="issue">The issue.</param>
/// <param name="options">What the digest needs to know beyond it.</param>
internal sealed class DigestLayout(Issue issue, DigestOptions options)
{
    private readonly DigestTexts _texts = new(options.Culture);
    private readonly string _hashtags = DigestHashtags.Choose(issue, options.Vocabulary);

    internal ImmutableArray<DigestMessage> Compose()
    {
        var body = new RunningText();
        WriteSections(body);
        if (body.Length < MessageLimits.Length && TryComposeOne() is { } one)
            return [one];

        WriteFooter(body);
        var head = new Head(issue, body.Sections, _hashtags, _texts);
        if (head.Overflow.Length > 0)
        {
            body = new RunningText();
            body.Append(head.Overflow, head.OverflowCuts);
            WriteSections(body);
            WriteFooter(body);
            head = new Head(issue, body.Sections, _hashtags, _texts);
        }

        var writer = new MessageWriter(body, _texts);
        var messages = writer.Divide(2);
        messages.Insert(0, head.ToMessage(writer.PartOf));
        return [.. messages];
    }

    private void WriteSections(RunningText target)
    {
        var writer = new SectionWriter(target, _texts);
        foreach (var section in issue.Sections)
            writer.Write(section);
        writer.WriteFootnotes(issue.Footnotes);
    }

    private void WriteFooter(RunningText target)
    {
        if (!string.IsNullOrWhiteSpace(options.Footer))
            SectionWriter.WriteFooter(target, options.Footer);
    }

    /// <summary>Everything in one message, the hashtags at its end; null where that is too much.</summary>
    private DigestMessage? TryComposeOne()
    {
        var whole = new RunningText(MessageLimits.Length * 2);
        new HeadWriter(_texts).Write(whole, issue);
        WriteSections(whole);
        whole.Separate(2);
        whole.Write().Append(_hashtags);
        WriteFooter(whole);
        var text = EntityNormalizer.Normalize(whole.ToFormattedText());
        if (!TextMeasure.Whole(text).Fits)
            return null;
        var cover = HeadWriter.Preview(issue);
        var firstUrl = whole.Stories.Find(story => story.Url is not null).Url;
        return new DigestMessage
        {
            Part = 1,
            Content = new MessageContent(text) { Preview = cover.Url is null && firstUrl is not null ? new LinkPreview(firstUrl) : cover },
            Stories = [.. whole.Stories.Select(story => story.Story)],
        };
    }
}
