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

    private const string Bullet = "• ";
    private const string Gap = "  ";

    /// <summary>Stands for a cell of a column that is empty from top to bottom.</summary>
    private static readonly FormattedText Nothing = FormattedText.Plain("—");

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
        if (total <= WidestLine && CanBeAligned(rows, columns, headed ? 1 : 0))
        {
            var text = Aligned(table, rows, widths, headed);
            sink.Add(new Block.Preformatted(text, null) { HeaderLength = headed && rows.Count > 1 ? text.IndexOf('\n', text.IndexOf('\n', StringComparison.Ordinal) + 1) + 1 : 0 });
        }
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

    /// <summary>True where monospace text shows all that the cells say: it holds no links, no line breaks, and no emphasis but what a whole column shares.</summary>
    private static bool CanBeAligned(List<FormattedText[]> rows, int columns, int firstRow)
    {
        for (var column = 0; column < columns; column++)
        {
            var shared = SharedEmphasis(rows, column, firstRow);
            for (var r = 0; r < rows.Count; r++)
            {
                if (column < rows[r].Length && !IsPlain(rows[r][column], r < firstRow ? EmphasisOf(rows[r][column]) : shared))
                    return false;
            }
        }

        return true;
    }

    /// <summary>The emphasis that every cell of a column has, which therefore tells nothing; null where there is none.</summary>
    private static EntityKind? SharedEmphasis(List<FormattedText[]> rows, int column, int firstRow)
    {
        EntityKind? shared = null;
        for (var r = firstRow; r < rows.Count; r++)
        {
            if (column >= rows[r].Length || rows[r][column].Length == 0)
                continue;
            if (EmphasisOf(rows[r][column]) is not { } kind || (shared ?? kind) != kind)
                return null;
            shared = kind;
        }

        return shared;
    }

    /// <summary>The emphasis that a cell has from end to end, or null.</summary>
    private static EntityKind? EmphasisOf(FormattedText cell) =>
        cell.Entities is [{ Offset: 0, Kind: EntityKind.Bold or EntityKind.Italic } entity] && entity.End == cell.Length ? entity.Kind : null;

    private static bool IsPlain(FormattedText cell, EntityKind? shared)
    {
        if (cell.Text.Contains('\n', StringComparison.Ordinal))
            return false;
        foreach (var entity in cell.Entities)
        {
            if (entity.Kind != EntityKind.Code && entity.Kind != shared)
                return false;
        }

        return true;
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

    private static bool IsChinese(List<FormattedText[]> rows)
    {
        foreach (var row in rows)
        {
            foreach (var cell in row)
            {
                if (cell.Text.AsSpan().ContainsAnyInRange('\u2E80', '\uFFEF'))
                    return true;
            }
        }

        return false;
    }

    /// <summary>True for a column without a word in any row: its header is told once.</summary>
    private static bool IsEmpty(List<FormattedText[]> rows, int column, int firstRow)
    {
        for (var r = firstRow; r < rows.Count; r++)
        {
            if (column < rows[r].Length && rows[r][column].Length > 0)
                return false;
        }

        return true;
    }

    private static void AddRows(List<FormattedText[]> rows, bool headed, BlockSink sink)
    {
        var first = headed && rows.Count > 1 ? 1 : 0;
        var (next, colon) = IsChinese(rows) ? ("；", "：") : ("; ", ": ");
        for (var r = first; r < rows.Count; r++)
        {
            var row = new FormattedTextBuilder().Append(Bullet);
            for (var i = 0; i < rows[r].Length; i++)
            {
                var header = r > 0 && headed && i < rows[0].Length ? rows[0][i] : FormattedText.Empty;
                var cell = rows[r][i];
                if (cell.Length == 0 && header.Length > 0 && r == first && IsEmpty(rows, i, first))
                    cell = Nothing;
                if (cell.Length == 0)
                    continue;
                if (row.Length > Bullet.Length)
                    row.Append(next);
                if (header.Length > 0)
                    row.Append(TextSlice.Of(header, 0, header.Text.AsSpan().TrimEnd("：: ").Length)).Append(colon);
                row.Append(cell);
            }

            if (row.Length > Bullet.Length)
                sink.Add(new Block.ListItem(row.ToFormattedText(), 0));
            row.Release();
        }
    }
}
