using BotDigest.Formatting.Problems;
using BotDigest.Formatting.Text;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.TaskLists;
using Markdig.Syntax.Inlines;

namespace BotDigest.Formatting.Issues.Reading.Inlines;

/// <summary>Writes the inline nodes of a leaf block as text and entities.</summary>
internal sealed class InlineReader(ReadingContext context)
{
    /// <summary>The kinds of entities that are open, a bit each: one within its like is none.</summary>
    private int _styles;

    internal ReadingContext Context => context;

    internal FormattedTextWriter Writer => context.Writer;

    internal LinkReader Links { get; } = new(context);

    internal HtmlTags Html { get; } = new(context);

    /// <summary>Above 0 within a link: links do not nest.</summary>
    internal int LinkDepth { get; set; }

    /// <summary>The link of the headline that is being written: its address is the story's, so only its words are written here.</summary>
    internal LinkInline? StoryLink { get; set; }

    /// <summary>Above 0 while code is written as plain text: neither links nor headlines can hold any.</summary>
    internal int PlainCode { get; set; }

    /// <summary>The HTML tags that were open when the present node began; it cannot close those.</summary>
    internal int OpenTagsFrom { get; private set; }

    /// <summary>Writes the siblings from <paramref name="first"/> up to, not including, <paramref name="end"/>.</summary>
    internal void Write(Inline? first, Inline? end = null)
    {
        var outer = OpenTagsFrom;
        OpenTagsFrom = Html.Depth;
        for (var inline = first; inline is not null && inline != end; inline = inline.NextSibling)
        {
            if (Html.Hides(inline))
                continue;
            if (inline is LiteralInline literal)
                inline = LiteralReader.Write(this, literal, end);
            else
                WriteOne(inline);
        }

        Html.CloseTo(this, OpenTagsFrom);
        OpenTagsFrom = outer;
    }

    internal void WriteWithin(EntityKind kind, ContainerInline container)
    {
        var style = 1 << (int)kind;
        if ((_styles & style) != 0)
        {
            if (IsBoldWithinBold(container))
                context.Report(ProblemKinds.UnclosedEmphasis, container, "**");
            Write(container.FirstChild);
            return;
        }

        _styles |= style;
        var entity = Writer.Open(kind);
        Write(container.FirstChild);
        Writer.Close(entity);
        _styles &= ~style;
    }

    private void WriteOne(Inline inline)
    {
        switch (inline)
        {
            case EmphasisInline emphasis:
                WriteWithin(KindOf(emphasis), emphasis);
                break;
            case LinkInline link:
                Links.Write(this, link);
                break;
            case AutolinkInline autolink:
                Links.Write(this, autolink);
                break;
            case CodeInline code:
                WriteCode(code);
                break;
            case LineBreakInline { IsHard: true }:
                Writer.Line();
                break;
            case LineBreakInline:
                Writer.SoftLine();
                break;
            case HtmlInline html:
                Html.Write(this, html);
                break;
            case HtmlEntityInline entity:
                Writer.Append(entity.Transcoded.AsSpan());
                break;
            case FootnoteLink { IsBackLink: false } footnote:
                Writer.Append(FootnoteMark.Of(footnote.Footnote));
                break;
            case FootnoteLink:
                break;
            case TaskList task:
                Writer.Append(task.Checked ? "[x]" : "[ ]");
                break;
            case DelimiterInline delimiter:
                // Marks that opened nothing are text, and what follows them hangs below them.
                Writer.Append(delimiter.ToLiteral());
                Write(delimiter.FirstChild);
                break;
            case ContainerInline container:
                Write(container.FirstChild);
                break;
            default:
                Writer.Append(inline.ToString());
                break;
        }
    }

    private void WriteCode(CodeInline code)
    {
        if (PlainCode > 0)
        {
            Writer.AppendCode(code.Content);
            return;
        }

        var entity = Writer.Open(EntityKind.Code);
        Writer.AppendCode(code.Content);
        Writer.Close(entity);
    }

    /// <summary>True where marks that were meant to close a bold did not, and those of the next one began within it.</summary>
    private static bool IsBoldWithinBold(ContainerInline container) =>
        container is EmphasisInline { DelimiterCount: 2, DelimiterChar: not '~', Parent: EmphasisInline { DelimiterCount: 2, DelimiterChar: not '~' } outer } && (outer.FirstChild != container || outer.LastChild != container);

    private static EntityKind KindOf(EmphasisInline emphasis) => emphasis switch
    {
        { DelimiterChar: '~' } => EntityKind.Strikethrough,
        { DelimiterCount: 2 } => EntityKind.Bold,
        _ => EntityKind.Italic,
    };
}
