using System.Text;
using Markdig.Syntax;

namespace BotDigest.Formatting.Issues.Reading.Blocks;

/// <summary>Reads code: fenced with its language, or indented.</summary>
internal static class CodeBlockReader
{
    private const int TabWidth = 4;

    internal static void Read(CodeBlock code, BlockSink sink)
    {
        var text = TextOf(code);
        if (text.AsSpan().Trim().IsEmpty)
            return;
        var language = code is FencedCodeBlock { Info: { Length: > 0 } info } ? info : null;
        sink.Add(new Block.Preformatted(text, language));
    }

    private static string TextOf(CodeBlock code)
    {
        var text = new StringBuilder();
        var lines = code.Lines;
        for (var i = 0; i < lines.Count; i++)
        {
            if (i > 0)
                text.Append('\n');
            AppendLine(text, lines.Lines[i].Slice.AsSpan());
        }

        var end = text.Length;
        while (end > 0 && text[end - 1] is '\n' or ' ')
            end--;
        return text.ToString(0, end);
    }

    /// <summary>Appends a line, its tabs set as spaces: Telegram would make one space of each.</summary>
    private static void AppendLine(StringBuilder text, ReadOnlySpan<char> line)
    {
        if (!line.Contains('\t'))
        {
            text.Append(line);
            return;
        }

        var column = 0;
        foreach (var c in line)
        {
            var width = c == '\t' ? TabWidth - (column % TabWidth) : 1;
            if (c == '\t')
                text.Append(' ', width);
            else
                text.Append(c);
            column += width;
        }
    }
}
