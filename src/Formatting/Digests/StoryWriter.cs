using BotDigest.Formatting.Issues;
using BotDigest.Formatting.Text;

namespace BotDigest.Formatting.Digests;

/// <summary>Writes stories: an article under its headline, a brief on one line.</summary>
/// <param name="target">Takes the text.</param>
/// <param name="texts">The words that the digest adds.</param>
internal sealed class StoryWriter(RunningText target, DigestTexts texts)
{
    private readonly BlockWriter _blocks = new(target);

    internal void Write(Story story, int section)
    {
        target.BeginStory(story.Index, LinkAddress.IsAccepted(story.Url) ? story.Url : null);
        if (story.Form == StoryForm.Brief)
            WriteBrief(story, section);
        else
            WriteArticle(story, section);
    }

    /// <summary>Writes a headline: a link where the story has an address, an address that can't be linked after it in brackets. One with links of its own keeps them.</summary>
    internal static void WriteHeadline(FormattedTextBuilder text, FormattedText headline, string? url, bool bold)
    {
        if (url is not null && HoldsLink(headline))
            (headline, url) = (WithLink(headline, url), null);
        var isLink = LinkAddress.IsAccepted(url);
        if (isLink)
            text.Open(EntityKind.TextLink, url);
        if (bold)
            text.Open(EntityKind.Bold);
        text.AppendFrom(isLink || url is null ? headline : headline with { Text = $"{headline.Text} ({url})" });
        if (bold)
            text.Close();
        if (isLink)
            text.Close();
    }

    private static bool HoldsLink(FormattedText headline)
    {
        foreach (var entity in headline.Entities)
        {
            if (entity.Kind == EntityKind.TextLink)
                return true;
        }

        return false;
    }

    /// <summary>A headline with links, among them the story's: where none of them is, on the words that none of them covers, or after them all in brackets.</summary>
    private static FormattedText WithLink(FormattedText headline, string url)
    {
        var links = headline.Entities.RemoveAll(entity => entity.Kind != EntityKind.TextLink);
        if (links.Any(link => link.Argument == url))
            return headline;
        var added = new List<TextEntity>();
        var position = 0;
        foreach (var link in links)
        {
            AddLink(added, headline.Text, position, link.Offset, url);
            position = Math.Max(position, link.End);
        }

        AddLink(added, headline.Text, position, headline.Length, url);
        return added.Count == 0 ? headline with { Text = $"{headline.Text} ({url})" } : headline with { Entities = [.. headline.Entities.Concat(added).OrderBy(entity => entity.Offset)] };
    }

    private static void AddLink(List<TextEntity> links, string text, int start, int end, string url)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
            start++;
        while (end > start && char.IsWhiteSpace(text[end - 1]))
            end--;
        if (start < end)
            links.Add(new TextEntity(EntityKind.TextLink, start, end - start, url));
    }

    /// <summary>What stands between a headline and its text: the file's mark, none where the text brings one of its own, else a colon.</summary>
    private string SeparatorBefore(string text, string written) => (written, text[0]) switch
    {
        ("", '—' or '（' or '，' or '、' or '。' or '！' or '？' or '…' or ',' or '.' or ';' or '!' or '?') => "",
        ("", '-' or '–' or '|' or '·' or '(') => " ",
        ("" or ":", _) => texts.HeadlineSeparator,
        _ => written,
    };

    private void WriteArticle(Story story, int section)
    {
        WriteHeadline(target.Write(), story.Headline, story.Url, bold: true);
        if (story.Blocks.IsEmpty)
            return;
        target.Separate(1);
        target.HoldNext();
        _blocks.Write(story.Blocks, section);
    }

    private void WriteBrief(Story story, int section)
    {
        var text = target.Write().Append("• ");
        WriteHeadline(text, story.Headline, story.Url, bold: story.Url is null);

        if (story.Blocks is not [Block.Paragraph { Text: var first }, ..])
        {
            target.Separate(1);
            _blocks.Write(story.Blocks, section);
            return;
        }

        text.Append(SeparatorBefore(first.Text, story.Separator));
        text.AppendFrom(first);
        _blocks.Write(story.Blocks, 1, story.Blocks[0], section);
    }
}
