using System.Globalization;
using BotDigest.Formatting.Issues.Reading.Blocks;
using Markdig.Extensions.TaskLists;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace BotDigest.Formatting.Issues.Reading.Stories;

/// <summary>The bold text and link with which a bullet begins.</summary>
/// <param name="Bold">The bold text, or null.</param>
/// <param name="Link">The link whose words belong to the headline, or null.</param>
/// <param name="Source">The link that only says 链接 or the like, or null.</param>
/// <param name="Rest">What follows, or null.</param>
internal sealed record LeadIn(EmphasisInline? Bold, LinkInline? Link, LinkInline? Source, Inline? Rest)
{
    private static readonly string[] LinkWords = ["链接", "原文", "来源", "详情", "source", "link"];

    /// <summary>The lead-in of a list item; null where its text begins otherwise.</summary>
    internal static LeadIn? Of(ListItemBlock item)
    {
        if (item.Count == 0 || item[0] is not ParagraphBlock { Inline: { } inlines })
            return null;
        var at = inlines.FirstChild is TaskList task ? SkipSpace(task.NextSibling) : inlines.FirstChild;
        var bold = AsBold(at);
        var link = bold is null ? AsLink(at) : null;
        if (bold is null && link is null)
            return null;
        at = at!.NextSibling;
        if (bold is null)
        {
            bold = AsBold(at);
            return new LeadIn(bold, link, null, bold is null ? at : at!.NextSibling);
        }

        var next = AsLink(SkipSpace(at));
        if (next is null)
            return new LeadIn(bold, null, null, at);
        if (HeadlineReader.FindLink(bold.FirstChild) is not null && IsLinkWord(next))
            return new LeadIn(bold, null, null, at);
        return IsLinkWord(next) && WebAddress.Accept(next.Url, out _) is not null ? new LeadIn(bold, null, next, next.NextSibling)
            : next == at ? new LeadIn(bold, next, null, next.NextSibling)
            : new LeadIn(bold, null, null, at);
    }

    /// <summary>The link whose address is the story's, or null.</summary>
    internal LinkInline? StoryLink => (HasSeveralLinks ? HeadlineReader.FindLink(Bold?.FirstChild) : null) ?? Link ?? Source ?? HeadlineReader.FindLink(Bold?.FirstChild);

    /// <summary>True where more than one link stands in the headline: they stay links there, or all but one address would be lost.</summary>
    internal bool HasSeveralLinks => HeadlineReader.CountLinks(Bold?.FirstChild) + (Link is null && Source is null ? 0 : 1) > 1;

    /// <summary>True where it has more characters than so many, as a reader counts them, a closing colon left out.</summary>
    internal bool IsLongerThan(int characters) => CountIn(Bold?.FirstChild, characters + 1) + CountIn(Link?.FirstChild, characters + 1) > characters;

    /// <summary>True where it reads as a headline or key: nothing follows, or a mark does, or it ends in a colon, or it is long and stands apart.</summary>
    internal bool StandsApart()
    {
        if (Source is not null || Rest is null or LineBreakInline || (Bold is not null && Label.IsColon(Label.LastCharacter(Bold.LastChild))))
            return true;
        if (Rest is not LiteralInline literal)
            return Rest is HtmlEntityInline or LinkInline;
        var text = literal.Content.AsSpan();
        if (text.IsEmpty)
            return Rest.NextSibling is null;
        if (char.IsWhiteSpace(text[0]))
            return text.TrimStart() is not [var first, ..] || !char.IsLetterOrDigit(first) || IsLongerThan(HeadingDecision.LongestFact);
        return !char.IsLetterOrDigit(text[0]) && !char.IsSurrogate(text[0]);
    }

    /// <summary>The number of characters of a text, as a reader counts them; counting ends where there are enough.</summary>
    internal static int CharactersOf(ReadOnlySpan<char> text, int enough)
    {
        if (!text.ContainsAnyExceptInRange(' ', '~') || text.IndexOfAnyExceptInRange('\u4E00', '\u9FFF') < 0)
            return text.Length;
        var count = 0;
        while (!text.IsEmpty && count < enough)
        {
            // Everyday Chinese: one character each, unless a mark follows that belongs to it.
            if (text is [>= '\u3001' and <= '\u9FFF' and not (>= '\u302A' and <= '\u302F'), (>= '\u4E00' and <= '\u9FFF') or (>= ' ' and <= '~'), ..])
            {
                text = text[1..];
                count++;
                continue;
            }

            text = text[StringInfo.GetNextTextElementLength(text)..];
            count++;
        }

        return count;
    }

    private static int CountIn(Inline? inline, int enough)
    {
        var count = 0;
        for (; inline is not null && count < enough; inline = inline.NextSibling)
        {
            count += inline switch
            {
                LiteralInline literal => CharactersOf(inline.NextSibling is null ? literal.Content.AsSpan().TrimEnd("：:； ") : literal.Content.AsSpan(), enough),
                CodeInline code => CharactersOf(code.Content, enough),
                HtmlEntityInline or LineBreakInline => 1,
                ContainerInline container => CountIn(container.FirstChild, enough),
                _ => 0,
            };
        }

        return count;
    }

    /// <summary>The bold text that a node is, or is together with italics.</summary>
    internal static EmphasisInline? AsBold(Inline? inline) => inline switch
    {
        EmphasisInline { DelimiterCount: 2, DelimiterChar: not '~' } bold => bold,
        EmphasisInline { DelimiterChar: not '~', FirstChild: EmphasisInline { DelimiterCount: 2, NextSibling: null } } both => both,
        _ => null,
    };

    private static LinkInline? AsLink(Inline? inline) => inline is LinkInline { IsImage: false, IsAutoLink: false } link ? link : null;

    private static Inline? SkipSpace(Inline? inline) => inline is LiteralInline literal && literal.Content.AsSpan().Trim().IsEmpty ? inline.NextSibling : inline;

    private static bool IsLinkWord(LinkInline link)
    {
        if (link.FirstChild is not LiteralInline { NextSibling: null } words)
            return false;
        var text = words.Content.AsSpan().Trim();
        foreach (var word in LinkWords)
        {
            if (text.Equals(word, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }
}
