using BotDigest.Formatting.Issues.Reading.Blocks;
using BotDigest.Formatting.Text;
using Markdig.Extensions.TaskLists;
using Markdig.Syntax;

namespace BotDigest.Formatting.Issues.Reading.Stories;

/// <summary>Reads a bullet that is a story: headline and text on one line.</summary>
internal sealed class BriefReader(BlockReader blocks, HeadlineReader headlines, ListReader lists)
{
    private const int ShortestPlainHeadline = 6;
    private const int LongestPlainHeadline = 40;

    /// <summary>The story of a list item; null where it does not begin as one and <paramref name="everyItem"/> is false.</summary>
    internal Story? Read(ListItemBlock item, int index, bool everyItem)
    {
        var lead = LeadIn.Of(item);
        var headline = lead is null ? FormattedText.Empty : headlines.Read(lead);
        if (headline.Length == 0 || !lead!.StandsApart(LeadIn.CharactersOf(headline.Text)))
            return everyItem ? ReadPlain(item, index) : null;

        var link = lead.Link ?? lead.Source ?? HeadlineReader.FindLink(lead.Bold?.FirstChild);
        var url = link is null ? null : blocks.Inlines.Links.Address(link, link.Url);
        blocks.Inlines.Write(lead.Rest);
        var text = blocks.Inlines.Writer.Take();
        var separator = "";
        if (headline.Text[^1] is '：' or ':' or '；')
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

    private Story ReadPlain(ListItemBlock item, int index)
    {
        if (item.Count == 0 || item[0] is not ParagraphBlock { Inline: { } inlines })
            return Build(item, index, FormattedText.Empty, "", FormattedText.Empty, null);
        var first = inlines.FirstChild is TaskList task ? task.NextSibling : inlines.FirstChild;
        var link = HeadlineReader.FindLink(first);
        blocks.Inlines.PlainCode++;
        blocks.Inlines.Write(first);
        blocks.Inlines.PlainCode--;
        var whole = blocks.Inlines.Writer.Take();
        var end = HeadlineEnd(whole.Text);
        var headline = TextSlice.Of(whole, 0, end);
        var separator = end < whole.Length ? whole.Text.Substring(end, 1) : "";
        return Build(item, index, headline, separator, TextSlice.From(whole, Math.Min(whole.Length, end + 1)), null);
    }

    private static int HeadlineEnd(string text)
    {
        var end = text.AsSpan().IndexOfAny("，。：；");
        if (end < 0 || end == text.Length - 1)
            return text.Length;
        return LeadIn.CharactersOf(text.AsSpan(0, end)) is >= ShortestPlainHeadline and <= LongestPlainHeadline ? end : text.Length;
    }

    private Story Build(ListItemBlock item, int index, FormattedText headline, string separator, FormattedText text, string? url)
    {
        var sink = new BlockSink();
        sink.AddParagraph(text);
        lists.ReadRest(item, item.Count > 0 && item[0] is ParagraphBlock ? item[0] : null, sink);
        return new Story
        {
            Index = index,
            Form = StoryForm.Brief,
            Headline = headline,
            Separator = separator,
            Url = url,
            Blocks = sink.Take(),
            Line = blocks.Context.LineOf(item),
        };
    }
}
