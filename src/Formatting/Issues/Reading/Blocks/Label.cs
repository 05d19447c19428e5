using BotDigest.Formatting.Issues.Reading.Inlines;
using BotDigest.Formatting.Issues.Reading.Stories;
using Markdig.Syntax.Inlines;

namespace BotDigest.Formatting.Issues.Reading.Blocks;

/// <summary>A bold label ending in a colon at the beginning of a line: it opens a labelled part.</summary>
/// <param name="Node">The node that makes it bold.</param>
/// <param name="Words">The first node of its words, or null.</param>
/// <param name="End">The node at which the words end; null where that is the end of what holds them.</param>
/// <param name="Rest">What follows the label, or null.</param>
internal readonly record struct Label(Inline Node, Inline? Words, Inline? End, Inline? Rest)
{
    /// <summary>A longer one is a sentence in bold.</summary>
    private const int Longest = 24;

    /// <summary>More pieces than that are no label.</summary>
    private const int MostPieces = 16;

    /// <summary>The label that begins at a node, or after the indentation that does; null where none does.</summary>
    internal static Label? At(Inline? inline)
    {
        while (IsSpace(inline))
            inline = inline!.NextSibling;
        Label? label = inline switch
        {
            HtmlInline tag => InTags(tag),
            not null when LeadIn.AsBold(inline) is { } bold => new Label(bold, bold.FirstChild, null, bold.NextSibling),
            _ => null,
        };
        return label is { } found && (IsColon(LastCharacter(found.End is null ? LastOf(found.Words) : found.End.PreviousSibling)) || IsColon(FirstCharacter(found.Rest))) ? found : null;
    }

    internal static bool IsColon(char c) => c is '：' or ':' or '∶' or '﹕' or '︰';

    /// <summary>The words without the colon; null where they cannot be a label, which holds no link.</summary>
    internal string? Read(InlineReader inlines)
    {
        if (HeadlineReader.CountLinks(Words, End) > 0)
            return null;
        inlines.Write(Words, End);
        var words = inlines.Writer.Take().Text.AsSpan().TrimEnd("：:∶﹕︰ \u3000");
        return words.IsEmpty || words.Length > Longest || words.Contains('\n') ? null : words.ToString();
    }

    /// <summary>The last character that a reader sees of a text that ends with a node; NUL where that is no text.</summary>
    internal static char LastCharacter(Inline? last)
    {
        while (last is HtmlInline)
            last = last.PreviousSibling;
        return last switch
        {
            LiteralInline literal when !literal.Content.AsSpan().TrimEnd().IsEmpty => literal.Content.AsSpan().TrimEnd()[^1],
            HtmlEntityInline { Transcoded.IsEmpty: false } entity => entity.Transcoded.AsSpan()[^1],
            ContainerInline inner => LastCharacter(inner.LastChild),
            _ => '\0',
        };
    }

    private static char FirstCharacter(Inline? first) => first switch
    {
        LiteralInline literal when literal.Content.AsSpan().TrimStart() is [var c, ..] => c,
        HtmlEntityInline { Transcoded.IsEmpty: false } entity => entity.Transcoded.AsSpan()[0],
        _ => '\0',
    };

    /// <summary>The label between the tags that make it bold.</summary>
    private static Label? InTags(HtmlInline begin)
    {
        if (new HtmlTag(begin.Tag) is not { IsEnd: false, Name: "b" or "strong" } tag)
            return null;
        var end = begin.NextSibling;
        for (var pieces = 0; pieces < MostPieces && end is not (null or LineBreakInline); pieces++)
        {
            if (end is HtmlInline html && new HtmlTag(html.Tag) is { IsEnd: true } other && other.Name == tag.Name)
                return new Label(begin, begin.NextSibling, end, end.NextSibling);
            end = end.NextSibling;
        }

        return null;
    }

    private static Inline? LastOf(Inline? first) => first?.Parent?.LastChild;

    private static bool IsSpace(Inline? inline) => inline switch
    {
        LiteralInline literal => literal.Content.AsSpan().IsWhiteSpace(),
        HtmlEntityInline entity => entity.Transcoded.AsSpan().IsWhiteSpace(),
        _ => false,
    };
}
