using System.Text;
using BotDigest.Formatting.Text;
using Markdig.Extensions.Tables;
using Markdig.Syntax;

namespace BotDigest.Formatting.Issues.Reading.Blocks;

/// <summary>Reads a table: in columns where a phone can show it, otherwise a row a line, each cell with its header.</summary>
internal static class TableReader
{
    /// <summary>What a phone shows of monospace text without breaking the line.</summary>
    private const int WidestLine = 40;

    private const string Gap = "  ";

    internal static void Read(BlockReader blocks, Table table, BlockSink sink)
    {
        var rows = new List<FormattedText[]>();
        var columns = 0;
        foreach (var child in table)
        {
            if (child is not TableRow row)
                continue;
            rows.Add(ReadCells(blocks, row));
            columns = Math.Max(columns, row.Count);
        }

        var headed = table.Count > 0 && table[0] is TableRow { IsHeader: true };
        var widths = Widths(rows, columns);
        var total = (columns - 1) * Gap.Length;
        foreach (var width in widths)
            total += width;
        if (total <= WidestLine && !rows.Exists(HasLinkOrLine))
            sink.Add(new Block.Preformatted(Aligned(table, rows, widths, headed), null));
        else
            AddRows(rows, headed, sink);
    }

    private static FormattedText[] ReadCells(BlockReader blocks, TableRow row)
    {
        var cells = new FormattedText[row.Count];
        for (var i = 0; i < cells.Length; i++)
        {
            if (row[i] is TableCell { Count: > 0 } cell && cell[0] is LeafBlock { Inline: { } inlines })
                blocks.Inlines.Write(inlines.FirstChild);
            cells[i] = blocks.Inlines.Writer.Take();
        }

        return cells;
    }

    /// <summary>Monospace text holds no links and a cell no line breaks.</summary>
    private static bool HasLinkOrLine(FormattedText[] row)
    {
        foreach (var cell in row)
        {
            if (cell.Text.Contains('\n', StringComparison.Ordinal))
                return true;
            foreach (var entity in cell.Entities)
            {
                if (entity.Kind == EntityKind.TextLink)
                    return true;
            }
        }

        return false;
    }

    private static int[] Widths(List<FormattedText[]> rows, int columns)
    {
        var widths = new int[columns];
        foreach (var row in rows)
        {
            for (var i = 0; i < row.Length; i++)
                widths[i] = Math.Max(widths[i], WideCharacters.Columns(row[i].Text));
        }

        return widths;
    }

    private static string Aligned(Table table, List<FormattedText[]> rows, int[] widths, bool headed)
    {
        var text = new StringBuilder();
        for (var r = 0; r < rows.Count; r++)
        {
            var begin = text.Length;
            for (var i = 0; i < rows[r].Length; i++)
            {
                if (i > 0)
                    text.Append(Gap);
                AppendCell(text, rows[r][i].Text, widths[i], i < table.ColumnDefinitions.Count ? table.ColumnDefinitions[i].Alignment : null);
            }

            while (text.Length > begin && text[^1] == ' ')
                text.Length--;
            if (headed && r == 0)
                AppendRule(text, widths);
            if (r + 1 < rows.Count)
                text.Append('\n');
        }

        return text.ToString();
    }

    private static void AppendCell(StringBuilder text, string cell, int width, TableColumnAlign? align)
    {
        var space = width - WideCharacters.Columns(cell);
        var left = align switch
        {
            TableColumnAlign.Right => space,
            TableColumnAlign.Center => space / 2,
            _ => 0,
        };
        text.Append(' ', left).Append(cell).Append(' ', space - left);
    }

    private static void AppendRule(StringBuilder text, int[] widths)
    {
        text.Append('\n');
        for (var i = 0; i < widths.Length; i++)
        {
            if (i > 0)
                text.Append(Gap);
            text.Append('─', widths[i]);
        }
    }

    private static void AddRows(List<FormattedText[]> rows, bool headed, BlockSink sink)
    {
        for (var r = headed && rows.Count > 1 ? 1 : 0; r < rows.Count; r++)
        {
            var text = new StringBuilder("• ");
            var entities = System.Collections.Immutable.ImmutableArray.CreateBuilder<TextEntity>();
            for (var i = 0; i < rows[r].Length; i++)
            {
                if (rows[r][i].Length == 0)
                    continue;
                if (text.Length > 2)
                    text.Append('；');
                if (headed && r > 0 && i < rows[0].Length && rows[0][i].Length > 0)
                    text.Append(rows[0][i].Text).Append('：');
                foreach (var entity in rows[r][i].Entities)
                    entities.Add(entity with { Offset = entity.Offset + text.Length });
                text.Append(rows[r][i].Text);
            }

            if (text.Length > 2)
                sink.Add(new Block.ListItem(new FormattedText(text.ToString(), entities.ToImmutable()), 0));
        }
    }
}
