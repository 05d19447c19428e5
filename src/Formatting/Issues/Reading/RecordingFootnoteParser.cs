using Markdig.Extensions.Footnotes;
using Markdig.Parsers;
using Markdig.Syntax;

namespace BotDigest.Formatting.Issues.Reading;

/// <summary>Keeps the footnotes that nothing refers to; Markdig throws them away.</summary>
internal sealed class RecordingFootnoteParser : FootnoteParser
{
    private static readonly object UnusedKey = new();

    public override BlockState TryOpen(BlockProcessor processor)
    {
        var isFirst = processor.Document.GetData(typeof(Footnote)) is null;
        var state = base.TryOpen(processor);
        if (isFirst && processor.Document.GetData(typeof(Footnote)) is FootnoteGroup notes)
            processor.Document.ProcessInlinesBegin += (inlines, _) => inlines.Document.SetData(UnusedKey, notes.ToArray());
        return state;
    }

    /// <summary>The footnotes of a parsed document that nothing refers to, in the file's order.</summary>
    internal static IEnumerable<Footnote> UnusedIn(MarkdownDocument document) =>
        document.GetData(UnusedKey) is Markdig.Syntax.Block[] notes ? notes.OfType<Footnote>().Where(n => n.Order < 0) : [];
}
