using System.Collections.Immutable;
using BotDigest.Formatting.Issues.Reading.Inlines;
using BotDigest.Formatting.Problems;
using BotDigest.Formatting.Text;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Node = Markdig.Syntax.Block;

namespace BotDigest.Formatting.Issues.Reading.Blocks;

/// <summary>Reads block nodes as the blocks of a story.</summary>
internal sealed class BlockReader
{
    internal ListReader Lists { get; }

    private readonly HtmlBlockReader _html;

    internal BlockReader(ReadingContext context)
    {
        Context = context;
        Inlines = new InlineReader(context);
        Lists = new ListReader(this);
        _html = new HtmlBlockReader(this);
    }

    internal ReadingContext Context { get; }

    internal InlineReader Inlines { get; }

    internal void Read(Node block, BlockSink sink)
    {
        switch (block)
        {
            case ParagraphBlock paragraph:
                ParagraphReader.Read(this, paragraph, sink);
                break;
            case HeadingBlock heading:
                sink.CloseLabel();
                ReadHeading(heading, sink);
                break;
            case ListBlock list:
                // Right under lines that only read as a list Markdig begins a list of its own.
                Lists.Read(list, sink, list is { Column: > 1, Parent: MarkdownDocument } && sink.EndsWithListItem ? 1 : 0);
                break;
            case QuoteBlock quote:
                ReadQuote(quote, sink);
                break;
            case CodeBlock code:
                CodeBlockReader.Read(code, Context, sink);
                break;
            case Table table:
                TableReader.Read(this, table, sink);
                break;
            case HtmlBlock html:
                _html.Read(html, sink);
                break;
            case ThematicBreakBlock:
                sink.CloseLabel();
                break;
            case FootnoteGroup or LinkReferenceDefinitionGroup or BlankLineBlock:
                break;
            case ContainerBlock container:
                ReadChildren(container, sink);
                break;
            case LeafBlock { Inline: { } inlines }:
                Inlines.Write(inlines.FirstChild);
                sink.AddParagraph(Inlines.Writer.Take());
                break;
        }
    }

    internal void ReadChildren(ContainerBlock container, BlockSink sink)
    {
        foreach (var child in container)
            Read(child, sink);
    }

    /// <summary>The blocks of a container by themselves.</summary>
    internal ImmutableArray<Block> ReadAll(ContainerBlock container)
    {
        var sink = new BlockSink();
        ReadChildren(container, sink);
        return sink.Take();
    }

    private void ReadQuote(QuoteBlock quote, BlockSink sink)
    {
        var text = FlatText.Of(ReadAll(quote));
        if (text.Length > 0)
            sink.AddQuote(text);
    }

    private void ReadHeading(HeadingBlock heading, BlockSink sink)
    {
        if (heading.Inline is null)
            return;
        Inlines.WriteWithin(EntityKind.Bold, heading.Inline);
        var text = Inlines.Writer.Take();
        CheckUnderline(heading, text);
        if (text.Length > 0)
            sink.Add(new Block.Heading(text));
    }

    /// <summary>Dashes right under a text are mostly meant as a rule.</summary>
    internal void CheckUnderline(HeadingBlock heading, FormattedText words)
    {
        if (heading is { Level: 2, Parser: Markdig.Parsers.ParagraphBlockParser })
            Context.Report(ProblemKinds.UnderlinedHeading, heading, QuotedText.Of(words.Text));
    }
}
