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
        var opening = new RunningText(options.Limits.Length);
        var body = new RunningText();
        new HeadWriter(_texts).Write(opening, issue);
        WriteSections(body);
        ImmutableArray<DigestMessage> messages = TryComposeOne(opening, body) is { } one ? [one] : ComposeSeveral(opening, body);
        opening.Release();
        body.Release();
        return messages;
    }

    private ImmutableArray<DigestMessage> ComposeSeveral(RunningText opening, RunningText body)
    {
        opening.Arrange();
        var head = new Head(opening, body.Sections, _hashtags, HeadWriter.Preview(issue), _texts, options.Limits);
        if (head.Overflow.Length > 0)
        {
            body = new RunningText();
            body.Append(head.Overflow, head.OverflowCuts);
            WriteSections(body);
            head = new Head(opening, body.Sections, _hashtags, HeadWriter.Preview(issue), _texts, options.Limits);
        }

        WriteFooter(body);
        var writer = new MessageWriter(body, _texts, options.Limits);
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
    private DigestMessage? TryComposeOne(RunningText opening, RunningText body)
    {
        if (opening.Length + body.Length > options.Limits.Length)
            return null;
        var whole = new RunningText(options.Limits.Length + 512);
        whole.Append(opening);
        whole.Separate(2);
        whole.Append(body);
        if (_hashtags.Length > 0)
        {
            whole.Separate(2);
            whole.Write().Append(_hashtags);
        }

        WriteFooter(whole);
        whole.Arrange();
        var text = EntityNormalizer.Slice(whole.Text, whole.Entities, 0, whole.Length);
        whole.Release();
        return TextMeasure.Whole(text).FitsIn(options.Limits) ? ToMessage(text, whole.Stories) : null;
    }

    private DigestMessage ToMessage(FormattedText text, List<StoryPlace> stories)
    {
        var preview = HeadWriter.Preview(issue);
        if (preview.Url is null && stories.Find(story => story.Url is not null).Url is { } url)
            preview = new LinkPreview(url);
        return new DigestMessage { Part = 1, Content = new MessageContent(text) { Preview = preview }, Stories = [.. stories.Select(story => story.Story)] };
    }
}
