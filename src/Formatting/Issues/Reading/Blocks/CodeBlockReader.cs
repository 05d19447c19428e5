using BotDigest.Formatting.Problems;
using BotDigest.Formatting.Text;
using Markdig.Syntax;

namespace BotDigest.Formatting.Issues.Reading.Blocks;

/// <summary>Reads code: fenced with its language, or indented.</summary>
internal static class CodeBlockReader
{
    private const int TabWidth = 4;

    internal static void Read(CodeBlock code, ReadingContext context, BlockSink sink)
    {
        var writer = context.Writer;
        if (code is FencedCodeBlock fence && (fence.ClosingFencedCharCount == 0 || HoldsOpening(fence)))
            context.Report(ProblemKinds.UnclosedBlock, code, new string(fence.FencedChar, fence.OpeningFencedCharCount));
        var language = code is FencedCodeBlock { Info.Length: > 0 } named ? LanguageOf(named, context) : null;
        for (var i = 0; i < code.Lines.Count; i++)
        {
            if (i > 0)
                writer.AppendExactly("\n");
            Append(writer, code.Lines.Lines[i].Slice.AsSpan());
        }

        var text = writer.TakeIndented().Text;
        if (text.Length > 0)
            sink.Add(new Block.Preformatted(text, language));
    }

    private static string? LanguageOf(FencedCodeBlock fence, ReadingContext context)
    {
        var language = FileText.PrepareLanguage(fence.Info);
        var unshown = language is null ? $"{fence.Info} {fence.Arguments}" : fence.Arguments;
        if (!string.IsNullOrWhiteSpace(unshown))
            context.Report(ProblemKinds.WordsAfterLanguage, fence, QuotedText.Of(unshown));
        return language;
    }

    /// <summary>True where the code holds the beginning of another block with its language: what closed this one was meant for that.</summary>
    private static bool HoldsOpening(FencedCodeBlock fence)
    {
        for (var i = 0; i < fence.Lines.Count; i++)
        {
            var line = fence.Lines.Lines[i].Slice.AsSpan();
            var marks = line.Length - line.TrimStart(fence.FencedChar).Length;
            if (marks >= fence.OpeningFencedCharCount && marks < line.Length && char.IsAsciiLetter(line[marks]))
                return true;
        }

        return false;
    }

    /// <summary>Appends code, its tabs set as spaces: Telegram would make one space of each.</summary>
    /// <param name="writer">Takes it.</param>
    /// <param name="code">The code.</param>
    /// <param name="column">Where in its line it begins.</param>
    /// <returns>Where in its line it ends.</returns>
    internal static int Append(FormattedTextWriter writer, ReadOnlySpan<char> code, int column = 0)
    {
        while (code.IndexOf('\t') is var tab and >= 0)
        {
            column = ColumnAfter(code[..tab], column);
            writer.AppendCode(code[..tab]);
            var width = TabWidth - (column % TabWidth);
            writer.AppendExactly("    ".AsSpan(0, width));
            column += width;
            code = code[(tab + 1)..];
        }

        writer.AppendCode(code);
        return ColumnAfter(code, column);
    }

    private static int ColumnAfter(ReadOnlySpan<char> text, int column) => text.LastIndexOf('\n') is var end and >= 0 ? text.Length - end - 1 : column + text.Length;
}
