using BotDigest.Formatting.Issues.Reading.Inlines;
using BotDigest.Formatting.Issues.Reading.Stories;
using Markdig.Syntax.Inlines;

namespace BotDigest.Formatting.Issues.Reading.Blocks;

/// <summary>A bold label ending in a colon at the beginning of a line: it opens a labelled part.</summary>
internal static class Label
{
    /// <summary>A longer one is a sentence in bold.</summary>
    private const int Longest = 24;

    /// <summary>The bold node of the label that begins at a node; null where none does.</summary>
    internal static EmphasisInline? At(Inline? inline)
    {
        if (inline is not EmphasisInline { DelimiterCount: 2, DelimiterChar: not '~' } bold)
            return null;
        if (LastCharacter(bold) is '：' or ':')
            return bold;
        return bold.NextSibling is LiteralInline next && next.Content.AsSpan().TrimStart() is ['：' or ':', ..] ? bold : null;
    }

    /// <summary>The label's words without the colon; null where they cannot be a label, which holds no link.</summary>
    internal static string? WordsOf(InlineReader inlines, EmphasisInline bold)
    {
        if (HeadlineReader.CountLinks(bold.FirstChild) > 0)
            return null;
        inlines.Write(bold.FirstChild);
        var words = inlines.Writer.Take().Text.AsSpan().TrimEnd("：: \u3000");
        return words.IsEmpty || words.Length > Longest || words.Contains('\n') ? null : words.ToString();
    }

    /// <summary>The last character that a reader sees; NUL where that is no text.</summary>
    internal static char LastCharacter(ContainerInline container) => container.LastChild switch
    {
        LiteralInline literal when !literal.Content.AsSpan().TrimEnd().IsEmpty => literal.Content.AsSpan().TrimEnd()[^1],
        ContainerInline inner => LastCharacter(inner),
        _ => '\0',
    };
}
