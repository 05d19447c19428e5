using System.Buffers;
using System.Collections.Immutable;
using BotDigest.Formatting.Issues.Reading.Blocks;
using BotDigest.Formatting.Text;
using Markdig.Syntax;

namespace BotDigest.Formatting.Issues.Reading;

/// <summary>Reads the summary of the front matter: a bullet a line, or prose.</summary>
internal static class SummaryReader
{
    /// <summary>A summary with one of these goes through the Markdown parser; most have none.</summary>
    private static readonly SearchValues<char> Markup = SearchValues.Create("*_`[]<>&\\~!|");

    internal static (ImmutableArray<FormattedText> Entries, bool IsList) Read(string? summary, ReadingContext context)
    {
        if (string.IsNullOrWhiteSpace(summary))
            return ([], false);
        if (summary.AsSpan().IndexOfAny(Markup) < 0 && !summary.Contains("://", StringComparison.Ordinal))
            return ReadPlain(summary, context.Writer);
        return MarkdownReading.Parse(summary, context) is { } document ? ReadMarkdown(document, new BlockReader(context)) : ([], false);
    }

    private static (ImmutableArray<FormattedText> Entries, bool IsList) ReadPlain(string summary, FormattedTextWriter writer)
    {
        var entries = ImmutableArray.CreateBuilder<FormattedText>();
        var isList = false;
        foreach (var line in summary.AsSpan().EnumerateLines())
        {
            var text = line.Trim();
            if (text is ['-' or '•' or '·' or '+', ' ', ..])
            {
                Add(entries, writer.Take());
                isList = true;
                text = text[2..];
            }

            writer.SoftLine();
            writer.Append(text);
        }

        Add(entries, writer.Take());
        return (entries.DrainToImmutable(), isList);
    }

    private static (ImmutableArray<FormattedText> Entries, bool IsList) ReadMarkdown(MarkdownDocument document, BlockReader blocks)
    {
        var entries = ImmutableArray.CreateBuilder<FormattedText>();
        var isList = false;
        foreach (var node in document)
        {
            if (node is ListBlock list)
            {
                isList = true;
                foreach (var item in list)
                    Add(entries, FlatText.Of(blocks.ReadAll((ListItemBlock)item)));
            }
            else
            {
                var sink = new BlockSink();
                blocks.Read(node, sink);
                Add(entries, FlatText.Of(sink.Take()));
            }
        }

        if (isList)
            return (entries.DrainToImmutable(), true);
        return (entries.Count == 0 ? [] : entries.DrainToImmutable(), false);
    }

    private static void Add(ImmutableArray<FormattedText>.Builder entries, FormattedText entry)
    {
        if (entry.Length > 0)
            entries.Add(entry);
    }
}
