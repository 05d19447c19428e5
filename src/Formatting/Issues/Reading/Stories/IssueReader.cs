using System.Collections.Immutable;
using BotDigest.Formatting.Issues.Reading.Blocks;
using BotDigest.Formatting.Problems;
using BotDigest.Formatting.Text;
using Markdig.Extensions.Footnotes;
using Markdig.Syntax;
using Node = Markdig.Syntax.Block;

namespace BotDigest.Formatting.Issues.Reading.Stories;

/// <summary>Reads a file's tree as sections, stories and what stands between them.</summary>
internal sealed class IssueReader
{
    private static readonly string[] PlainBriefs = ["更多动态", "其他动态"];

    private readonly ReadingContext _context;
    private readonly BlockReader _blocks;
    private readonly HeadlineReader _headlines;
    private readonly BriefReader _briefs;
    private readonly List<Node> _nodes = [];
    private readonly BlockSink _sink = new();
    private readonly ImmutableArray<Section>.Builder _sections = ImmutableArray.CreateBuilder<Section>();
    private readonly ImmutableArray<SectionItem>.Builder _items = ImmutableArray.CreateBuilder<SectionItem>();
    private FormattedText? _heading;
    private int _stories;

    internal IssueReader(ReadingContext context)
    {
        _context = context;
        _blocks = new BlockReader(context);
        _headlines = new HeadlineReader(_blocks);
        _briefs = new BriefReader(_blocks, _headlines, _blocks.Lists);
    }

    internal ImmutableArray<Section> Read(MarkdownDocument document, string title)
    {
        var card = new PromoCard(_context);
        _nodes.EnsureCapacity(document.Count);
        foreach (var node in document)
        {
            if (node is not (FootnoteGroup or LinkReferenceDefinitionGroup) && !card.Covers(node) && !HtmlBlockReader.IsRemark(node))
                _nodes.Add(node);
        }

        card.End();
        TakeOutTitle(title);
        var at = 0;
        while (at < _nodes.Count)
        {
            var end = at;
            if (_nodes[at] is HeadingBlock { Level: <= 2 } heading)
            {
                EndSection();
                var words = ReadHeading(heading);
                _blocks.CheckUnderline(heading, words);
                _heading = words.Length > 0 ? words : null;
                end = ++at;
                CheckHeading(heading, words, end, _nodes.Count);
            }

            while (end < _nodes.Count && _nodes[end] is not HeadingBlock { Level: <= 2 })
                end++;
            ReadSection(at, end);
            at = end;
        }

        EndSection();
        return _sections.DrainToImmutable();
    }

    /// <summary>The footnotes of a document, each with its mark.</summary>
    internal ImmutableArray<FormattedText> ReadFootnotes(MarkdownDocument document)
    {
        var notes = ImmutableArray.CreateBuilder<FormattedText>();
        foreach (var node in document)
        {
            if (node is not FootnoteGroup group)
                continue;
            foreach (var note in group)
            {
                if (note is Footnote footnote)
                    notes.Add(ReadFootnote(footnote));
            }
        }

        foreach (var unused in RecordingFootnoteParser.UnusedIn(document))
        {
            _context.Report(ProblemKinds.UnusedFootnote, Math.Max(0, unused.LabelSpan.Start - 1), QuotedText.Of(unused.Label));
            notes.Add(ReadFootnote(unused));
        }

        return notes.DrainToImmutable();
    }

    private FormattedText ReadFootnote(Footnote footnote)
    {
        var blocks = _blocks.ReadAll(footnote);
        _blocks.Inlines.Writer.Append(Inlines.FootnoteMark.Of(footnote));
        return FlatText.Of(blocks, _blocks.Inlines.Writer.Take().Text + " ");
    }

    /// <summary>Takes out the heading that repeats the title; the first node is meant as that even where it differs.</summary>
    private void TakeOutTitle(string title)
    {
        for (var i = 0; i < _nodes.Count; i++)
        {
            if (_nodes[i] is not HeadingBlock heading)
                continue;
            if (heading.Level > 1)
                return;
            var words = ReadHeading(heading);
            var text = words.Text;
            var same = string.Equals(text, title, StringComparison.Ordinal);
            if (!same && i > 0)
                return;
            if (!same)
                _context.Report(ProblemKinds.TitleDiffers, heading, QuotedText.Of(text), QuotedText.Of(title));
            foreach (var entity in words.Entities)
            {
                if (entity.Kind == EntityKind.TextLink)
                    _context.Report(ProblemKinds.LinkInTitle, heading, QuotedText.Of(entity.Argument));
            }

            _nodes.RemoveAt(i);
            return;
        }
    }

    private FormattedText ReadHeading(HeadingBlock heading)
    {
        if (HeadlineReader.IsWordless(heading.Inline))
            return FormattedText.Empty;
        _blocks.Inlines.Write(heading.Inline!.FirstChild);
        return _blocks.Inlines.Writer.Take();
    }

    private void ReadSection(int from, int to)
    {
        var end = NextStoryHeading(from, to);
        ReadBriefs(from, end, _heading is not null && Array.Exists(PlainBriefs, name => _heading.Text.Contains(name, StringComparison.Ordinal)));
        while (end < to)
        {
            var start = end + 1;
            var heading = (HeadingBlock)_nodes[end];
            end = NextStoryHeading(start, to);
            ReadUnder(heading, start, end);
        }
    }

    private int NextStoryHeading(int from, int to)
    {
        while (from < to && _nodes[from] is not HeadingBlock { Level: 3 })
            from++;
        return from;
    }

    private void ReadUnder(HeadingBlock heading, int from, int to)
    {
        var hasLink = HeadlineReader.FindLink(heading.Inline?.FirstChild) is not null;
        if (HeadlineReader.IsWordless(heading.Inline))
        {
            CheckHeading(heading, FormattedText.Empty, from, to);
            ReadBriefs(from, to, everyItem: false);
            return;
        }

        if (!hasLink && !HeadingDecision.IsStory(_nodes, from, to))
        {
            if (ReadHeading(heading) is { Length: > 0 } group)
                _items.Add(new SectionItem.SubSection(group));
            ReadBriefs(from, to, everyItem: true);
            return;
        }

        var (headline, url) = _headlines.Read(heading);
        CheckHeading(heading, headline, from, to);
        if (headline.Length == 0)
        {
            ReadBriefs(from, to, everyItem: false);
            return;
        }

        for (var i = from; i < to; i++)
            _blocks.Read(_nodes[i], _sink);
        _items.Add(new SectionItem.StoryItem(new Story
        {
            Index = _stories++,
            Form = StoryForm.Article,
            Headline = headline,
            Url = url,
            Blocks = _sink.Take(),
            Line = _context.LineOf(heading),
            Column = _context.ColumnOf(heading.Inline!.FirstChild!),
        }));
    }

    /// <summary>A heading needs words, and something under it.</summary>
    private void CheckHeading(HeadingBlock heading, FormattedText words, int from, int to)
    {
        if (words.Length == 0)
            _context.Report(ProblemKinds.EmptyHeadline, heading);
        for (var i = from; i < to; i++)
        {
            if (_nodes[i] is HeadingBlock next && next.Level <= heading.Level)
                break;
            if (_nodes[i] is not (ThematicBreakBlock or BlankLineBlock))
                return;
        }

        if (words.Length > 0)
            _context.Report(ProblemKinds.EmptyHeading, heading, QuotedText.Of(words.Text));
    }

    private void ReadBriefs(int from, int to, bool everyItem)
    {
        for (var i = from; i < to; i++)
        {
            if (_nodes[i] is not ListBlock list)
            {
                _blocks.Read(_nodes[i], _sink);
                continue;
            }

            for (var place = 0; place < list.Count; place++)
            {
                var item = (ListItemBlock)list[place];
                if (_briefs.Read(item, _stories, everyItem) is not { } story)
                {
                    if (!IsEmpty(item, everyItem))
                        _blocks.Lists.Read(list, place, _sink, 0);
                    continue;
                }

                EndLoose();
                _stories++;
                _items.Add(new SectionItem.StoryItem(story));
            }
        }

        EndLoose();
    }

    /// <summary>True where nothing is to be shown; among briefs, marks that emphasise nothing have been reported.</summary>
    private static bool IsEmpty(ListItemBlock item, bool isBrief) =>
        item.Count == 0 || (item is [ParagraphBlock only] && (isBrief ? HeadlineReader.IsWordless(only.Inline) : only.Inline?.FirstChild is null));

    private void EndLoose()
    {
        if (!_sink.IsEmpty)
            _items.Add(new SectionItem.Loose(_sink.Take()));
    }

    private void EndSection()
    {
        if (_heading is not null || _items.Count > 0)
            _sections.Add(new Section(_heading, _items.DrainToImmutable()));
        _heading = null;
    }
}
