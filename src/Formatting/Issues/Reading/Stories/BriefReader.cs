using BotDigest.Formatting.Issues.Reading.Blocks;
using BotDigest.Formatting.Problems;
using BotDigest.Formatting.Text;
using Markdig.Extensions.TaskLists;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace BotDigest.Formatting.Issues.Reading.Stories;

/// <summary>Reads a bullet that is a story: headline and text on one line.</summary>
internal sealed class BriefReader(BlockReader blocks, HeadlineReader headlines, ListReader lists)
{
    private const int ShortestPlainHeadline = 6;
    private const int LongestPlainHeadline = 40;

    private readonly BlockSink _sink = new();

    /// <summary>The story of a list item; null where it is empty, or does not begin as one and <paramref name="everyItem"/> is false.</summary>
    internal Story? Read(ListItemBlock item, int index, bool everyItem)
    {
        if (LeadIn.Of(item) is not { } lead || !lead.IsLongerThan(0) || !lead.StandsApart())
            return everyItem ? ReadPlain(item, index) : null;

        var headline = headlines.Read(lead);
        if (headline.Length == 0)
            return everyItem ? ReadPlain(item, index) : null;
        var url = AddressOf(lead);
        blocks.Inlines.Write(lead.Rest);
        var text = blocks.Inlines.Writer.Take();
        var separator = "";
        if (headline.Text is [_, .., '：' or ':' or '；'])
        {
            separator = headline.Text[^1..];
            headline = TextSlice.Of(headline, 0, headline.Length - 1);
        }
        else if (text.Text is ['：' or ':' or '；', ..])
        {
            separator = text.Text[..1];
            text = TextSlice.From(text, 1);
        }

        return Build(item, index, headline, separator, text, url);
    }

    /// <summary>The story's address, with its problem unless the link was written with the headline, which has reported it.</summary>
    private string? AddressOf(LeadIn lead)
    {
        if (lead.StoryLink is not { } link)
            return null;
        var url = WebAddress.Accept(link.Url, out _);
        var isWritten = url is null || (lead.HasSeveralLinks && link != lead.Source);
        return isWritten ? url : blocks.Inlines.Links.Address(link, link.Url);
    }

    private Story? ReadPlain(ListItemBlock item, int index)
    {
        if (item.Count == 0 || item[0] is not ParagraphBlock { Inline: { } inlines } || HeadlineReader.IsWordless(inlines))
        {
            blocks.Context.Report(ProblemKinds.EmptyHeadline, item);
            return null;
        }

        var first = inlines.FirstChild is TaskList task ? task.NextSibling : inlines.FirstChild;
        blocks.Inlines.Write(first);
        var whole = blocks.Inlines.Writer.Take();
        if (whole.Length == 0 || first is LinkInline { IsImage: false, FirstChild: null, NextSibling: null })
            blocks.Context.Report(ProblemKinds.EmptyHeadline, item);
        if (whole.Length == 0)
            return null;

        var end = HeadlineEnd(whole.Text);
        var (headline, url) = TakeLink(WithoutCode(TextSlice.Of(whole, 0, end)));
        var separator = end < whole.Length ? whole.Text.Substring(end, 1) : "";
        return Build(item, index, headline, separator, TextSlice.From(whole, Math.Min(whole.Length, end + 1)), url);
    }

    /// <summary>A headline, which cannot hold code; the text after it can.</summary>
    private static FormattedText WithoutCode(FormattedText headline) => headline with { Entities = headline.Entities.RemoveAll(entity => entity.Kind == EntityKind.Code) };

    /// <summary>A headline without its only link, and the address; with several links they stay and the first one's address is the story's.</summary>
    private static (FormattedText Headline, string? Url) TakeLink(FormattedText headline)
    {
        string? url = null;
        var links = 0;
        foreach (var entity in headline.Entities)
        {
            if (entity.Kind != EntityKind.TextLink)
                continue;
            url ??= entity.Argument;
            links++;
        }

        return (links == 1 ? headline with { Entities = headline.Entities.RemoveAll(e => e.Kind == EntityKind.TextLink) } : headline, url);
    }

    private static int HeadlineEnd(string text)
    {
        var end = text.AsSpan().IndexOfAny("，。：；");
        if (end < 0 || end == text.Length - 1)
            return text.Length;
        return LeadIn.CharactersOf(text.AsSpan(0, end), LongestPlainHeadline + 1) is >= ShortestPlainHeadline and <= LongestPlainHeadline ? end : text.Length;
    }

    private Story Build(ListItemBlock item, int index, FormattedText headline, string separator, FormattedText text, string? url)
    {
        _sink.AddParagraph(text);
        lists.ReadRest(item, item.Count > 0 && item[0] is ParagraphBlock ? item[0] : null, _sink);
        return new Story
        {
            Index = index,
            Form = StoryForm.Brief,
            Headline = headline,
            Separator = separator,
            Url = url,
            Blocks = _sink.Take(),
            Line = blocks.Context.LineOf(item),
            Column = blocks.Context.ColumnOf(item is [ParagraphBlock { Inline.FirstChild: { } first }, ..] ? first : item),
        };
    }
}
