using BotDigest.Formatting.Problems;
using Markdig;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Syntax;

namespace BotDigest.Formatting.Issues.Reading;

/// <summary>The Markdown of issues (docs/writing-an-issue.md), and the one place that parses it.</summary>
internal static class MarkdownReading
{
    private static readonly MarkdownPipeline Pipeline = Build(withTables: false);
    private static readonly MarkdownPipeline WithTables = Build(withTables: true);

    /// <summary>The tree of a text; null, with the problem, where it cannot be parsed.</summary>
    internal static MarkdownDocument? Parse(string body, ReadingContext context)
    {
        if (LineLimits.FindExceeded(body) is var (kind, at))
        {
            context.Report(kind, at);
            return null;
        }

        MarkdownDocument document;
        try
        {
            // Looking for tables takes a fifteenth of the time, and most issues have none.
            document = Markdown.Parse(body, body.Contains('|', StringComparison.Ordinal) ? WithTables : Pipeline);
        }
        catch (ArgumentException e) when (e.GetType() == typeof(ArgumentException))
        {
            // What Markdig throws beyond its depth limit, and only there; the exceptions derived from it would be faults, not content.
            context.Report(ProblemKinds.TooDeep, 0);
            return null;
        }

        if (InlineLimits.RefusedIn(document) is not var (leaf, bytes))
        {
            UnusedDefinitions.Restore(document, context);
            return document;
        }

        if (bytes is null)
            context.Report(ProblemKinds.TooManyMarks, leaf);
        else
            context.Report(ProblemKinds.ParagraphTooLong, leaf, Kibibytes(bytes.Value), Kibibytes(InlineLimits.MaximumBytes));
        return null;
    }

    internal static string Kibibytes(int bytes) => ((bytes + 1023) / 1024).ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static MarkdownPipeline Build(bool withTables)
    {
        var builder = new MarkdownPipelineBuilder();
        if (withTables)
            builder.UsePipeTables();
        builder.UseAutoLinks()
            .UseFootnotes()
            .UsePreciseSourceLocation();
        builder.BlockParsers.Replace<ParagraphBlockParser>(new BoundedParagraphParser());
        builder.BlockParsers.Replace<HeadingBlockParser>(new BoundedHeadingParser());
        builder.BlockParsers.Replace<ListBlockParser>(new CountingListParser());
        builder.BlockParsers.Insert(0, new RecordingFootnoteParser());
        builder.InlineParsers.Insert(0, new TaskMarkParser());
        builder.InlineParsers.Replace<EmphasisInlineParser>(new QuotedEmphasisParser());
        return builder.Build();
    }
}
