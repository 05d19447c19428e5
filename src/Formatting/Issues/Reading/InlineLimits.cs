using System.Text;
using Markdig.Parsers;
using Markdig.Syntax;

namespace BotDigest.Formatting.Issues.Reading;

/// <summary>
/// What text may hold before its marks are matched. Markdig's time grows with the square of a hostile paragraph, so such a one is left unparsed, and the file is refused.
/// </summary>
internal static class InlineLimits
{
    internal const int MaximumBytes = 16 * 1024;

    /// <summary>Steps that matching may take in a file: a tenth of a second, and a thousand times what an issue needs.</summary>
    private const long MaximumSteps = 40_000_000;

    /// <summary>A shorter text cannot take long, however many there are.</summary>
    private const int HarmlessLength = 1024;

    private static readonly object RefusedKey = new();
    private static readonly object StepsKey = new();

    /// <summary>Leaves a text unparsed where it exceeds a limit.</summary>
    internal static bool Refuses(BlockProcessor processor, LeafBlock leaf)
    {
        var length = LengthOf(leaf);
        if (length <= HarmlessLength)
            return false;
        if (BytesOf(leaf, length) <= MaximumBytes && AddSteps(processor.Document, leaf, length) <= MaximumSteps)
            return false;
        leaf.ProcessInlines = false;
        if (processor.Document.GetData(RefusedKey) is null)
            processor.Document.SetData(RefusedKey, leaf);
        return true;
    }

    /// <summary>The first text that was left unparsed, and its size where that is the reason; null where all were parsed.</summary>
    internal static (LeafBlock Leaf, int? Bytes)? RefusedIn(MarkdownDocument document)
    {
        if (document.GetData(RefusedKey) is not LeafBlock leaf)
            return null;
        var bytes = BytesOf(leaf, LengthOf(leaf));
        return (leaf, bytes > MaximumBytes ? bytes : null);
    }

    private static int LengthOf(LeafBlock leaf)
    {
        var length = 0;
        for (var i = 0; i < leaf.Lines.Count; i++)
            length += leaf.Lines.Lines[i].Slice.Length + 1;
        return length;
    }

    private static int BytesOf(LeafBlock leaf, int length)
    {
        // Only where the characters, at most three bytes each, could exceed the limit are bytes worth counting.
        if (length * 3 <= MaximumBytes)
            return length;
        var bytes = 0;
        for (var i = 0; i < leaf.Lines.Count; i++)
            bytes += Encoding.UTF8.GetByteCount(leaf.Lines.Lines[i].Slice.AsSpan()) + 1;
        return bytes;
    }

    /// <summary>Each mark is matched with those before it, and each address is followed to its end.</summary>
    private static long AddSteps(MarkdownDocument document, LeafBlock leaf, int length)
    {
        long marks = 0;
        long addresses = 0;
        for (var i = 0; i < leaf.Lines.Count; i++)
        {
            var line = leaf.Lines.Lines[i].Slice.AsSpan();
            marks += line.Count('*') + line.Count('[') + line.Count(']') + line.Count('_') + line.Count('~');
            addresses += line.Count("://") + line.Count("www.") + line.Count("mailto:");
        }

        var steps = (document.GetData(StepsKey) as long? ?? 0) + (marks * marks) + (2 * addresses * length);
        document.SetData(StepsKey, steps);
        return steps;
    }
}
