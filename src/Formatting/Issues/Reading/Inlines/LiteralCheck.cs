using BotDigest.Formatting.Problems;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace BotDigest.Formatting.Issues.Reading.Inlines;

/// <summary>Finds marks in plain text that were meant as Markdown: emphasis that never closes, links that are none, notes that are missing.</summary>
internal static class LiteralCheck
{
    internal static void Run(ReadingContext context, LiteralInline first, ReadOnlySpan<char> text)
    {
        if (text is ['#' or '-' or '*' or (>= '0' and <= '9'), ..])
            CheckLineStart(context, first, text);
        if (text.IndexOfAny("*~]^") < 0 && text.IndexOfAny('】', '］') < 0)
            return;
        var position = first.Span.Start;
        if (first.IsFirstCharacterEscaped)
        {
            text = text[1..];
            position++;
        }

        CheckEmphasis(context, position, text, "**");
        CheckEmphasis(context, position, text, "~~");
        CheckLink(context, position, text);
        CheckFootnote(context, first, position, text);
    }

    /// <summary>A heading or bullet that only lacks its space. One <c>#</c> begins a hashtag as well.</summary>
    private static void CheckLineStart(ReadingContext context, LiteralInline first, ReadOnlySpan<char> text)
    {
        if (first.IsFirstCharacterEscaped || first.PreviousSibling is not (null or LineBreakInline) || first.Parent?.ParentBlock is not ParagraphBlock { Parent: not TableCell })
            return;
        var marks = text.Length - text.TrimStart('#').Length;
        if (marks is > 1 and <= 6 && (marks < text.Length || first.NextSibling is EmphasisInline or LinkInline))
            context.Report(ProblemKinds.HeadingWithoutSpace, first, QuotedText.Of(context.RestOfLine(first.Span.Start)));
        else if ((ListLine.LacksSpace(text) && (!char.IsAsciiDigit(text[0]) || first.PreviousSibling is LineBreakInline)) || (text is "-" && first.NextSibling is EmphasisInline or LinkInline))
            context.Report(ProblemKinds.BulletWithoutSpace, first, QuotedText.Of(context.RestOfLine(first.Span.Start)));
    }

    private static void CheckEmphasis(ReadingContext context, int position, ReadOnlySpan<char> text, string marks)
    {
        var at = text.IndexOf(marks, StringComparison.Ordinal);
        if (at >= 0)
            context.Report(ProblemKinds.UnclosedEmphasis, position + at, marks);
    }

    private static void CheckLink(ReadingContext context, int position, ReadOnlySpan<char> text)
    {
        for (var i = 0; i + 1 < text.Length; i++)
        {
            if (text[i] is not (']' or '】' or '］') || text[i + 1] is not ('(' or '（' or ' '))
                continue;
            if (FailedLink.Judge(context.RestOfLine(position + i), out var length) is not { } kind)
                continue;
            var before = context.LineUpTo(position + i);
            var words = before.Length - Math.Max(0, before.LastIndexOfAny('[', '【', '［'));
            context.Report(kind, position + i - words, QuotedText.Of(context.RestOfLine(position + i - words)[..(words + length)]));
            return;
        }
    }

    /// <summary>The bracket of a reference to nothing is a node of its own.</summary>
    private static void CheckFootnote(ReadingContext context, LiteralInline first, int position, ReadOnlySpan<char> text)
    {
        var length = text.IndexOf(']');
        if (length > 1 && text[0] == '^' && first.PreviousSibling is LiteralInline bracket && bracket.Content.AsSpan().EndsWith("["))
            context.Report(ProblemKinds.MissingFootnote, position - 1, QuotedText.Of(text[..length]));
    }
}
