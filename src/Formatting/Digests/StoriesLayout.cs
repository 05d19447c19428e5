using System.Collections.Immutable;
using BotDigest.Formatting.Issues;

namespace BotDigest.Formatting.Digests;

/// <summary>Head, then a message a story with its own preview.</summary>
/// <param name="issue">The issue.</param>
/// <param name="options">What the digest needs to know beyond it.</param>
internal sealed class StoriesLayout(Issue issue, DigestOptions options)
{
    private readonly DigestTexts _texts = new(options.Culture);
    private readonly string _hashtags = DigestHashtags.Choose(issue, options.Vocabulary);
    private readonly List<DigestMessage> _messages = [];
    private readonly List<SectionPlace> _sections = [];
    private RunningText _current = Begin();

    internal ImmutableArray<DigestMessage> Compose()
    {
        var opening = new RunningText(options.Limits.Length);
        new HeadWriter(_texts).Write(opening, issue);
        opening.Arrange();
        var headings = issue.Sections.Where(section => section.Heading is not null).Select(section => new SectionPlace(0, SectionWriter.ShortHeading(section)));
        var head = WriteHead(opening, [.. headings]);
        if (head.Overflow.Length > 0)
        {
            _current.Append(head.Overflow, head.OverflowCuts);
            Finish();
        }

        foreach (var section in issue.Sections)
            Write(section);
        new SectionWriter(_current, _texts).WriteFootnotes(issue.Footnotes);
        if (!string.IsNullOrWhiteSpace(options.Footer))
            SectionWriter.WriteFooter(_current, options.Footer);
        Finish();
        _messages.Insert(0, WriteHead(opening, _sections).ToMessage(part => part));
        opening.Release();
        return [.. _messages];
    }

    private Head WriteHead(RunningText opening, List<SectionPlace> sections) => new(opening, sections, _hashtags, HeadWriter.Preview(issue), _texts, options.Limits);

    private void Write(Section section)
    {
        var number = new SectionWriter(_current, _texts).WriteHeading(section);
        SectionItem? before = null;
        foreach (var item in section.Items)
        {
            _current.Separate(before is null ? 2 : SectionWriter.GapBetween(before, item));
            new SectionWriter(_current, _texts).Write(item, number);
            before = item;
            if (item is not SectionItem.StoryItem)
                continue;
            Finish();
            (number, before) = (-1, null);
        }
    }

    /// <summary>Ends the message that is being written; the sections that began in it point at it.</summary>
    private void Finish()
    {
        if (_current.Length == 0)
            return;
        var writer = new MessageWriter(_current, _texts, options.Limits);
        _messages.AddRange(writer.Divide(_messages.Count + 2));
        foreach (var section in _current.Sections)
            _sections.Add(section with { Position = writer.PartOf(section.Position) });
        _current.Release();
        _current = Begin();
    }

    private static RunningText Begin()
    {
        var text = new RunningText();
        text.Cut(CutLevel.Section, -1);
        return text;
    }
}
