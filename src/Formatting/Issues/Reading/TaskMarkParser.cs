using Markdig.Extensions.TaskLists;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;

namespace BotDigest.Formatting.Issues.Reading;

/// <summary>Reads <c>[ ]</c> and <c>[x]</c> at the beginning of an item. Anywhere else, or with no white space after it, <c>[X]</c> is the text of a link.</summary>
internal sealed class TaskMarkParser : InlineParser
{
    private const int MarkLength = 3;

    internal TaskMarkParser() => OpeningCharacters = ['['];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (processor.Inline is not null || processor.Root?.FirstChild is not null || processor.Block is not { Parent: ListItemBlock item } block || item[0] != block)
            return false;
        var text = slice.AsSpan();
        if (text is not ['[', ' ' or '\t' or 'x' or 'X', ']', ' ' or '\t' or '\n' or '\r', ..])
            return false;
        processor.Inline = new TaskList
        {
            Span = new SourceSpan(processor.GetSourcePosition(slice.Start, out var line, out var column), processor.GetSourcePosition(slice.Start + MarkLength - 1)),
            Line = line,
            Column = column,
            Checked = text[1] is 'x' or 'X',
        };
        slice.Start += MarkLength;
        return true;
    }
}
