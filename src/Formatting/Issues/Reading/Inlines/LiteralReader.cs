using BotDigest.Formatting.Text;
using Markdig.Syntax.Inlines;

namespace BotDigest.Formatting.Issues.Reading.Inlines;

/// <summary>Writes literal text; addresses that Markdig left in it, because Chinese stands before them, become links.</summary>
internal static class LiteralReader
{
    /// <summary>Writes a literal and those right after it, which marks that opened nothing split off, and returns the last of them.</summary>
    internal static LiteralInline Write(InlineReader reader, LiteralInline first, Inline? end)
    {
        var last = first;
        while (last.NextSibling is LiteralInline next && next != end && next.Content.Text == first.Content.Text && next.Content.Start == last.Content.End + 1)
            last = next;
        var text = first.Content.Text.AsSpan(first.Content.Start, last.Content.End + 1 - first.Content.Start);
        LiteralCheck.Run(reader.Context, first, text);
        if (reader.LinkDepth == 0)
            text = WriteLinks(reader.Writer, text);
        reader.Writer.Append(text);
        return last;
    }

    /// <summary>Writes a text up to the end of its last address, each address as a link.</summary>
    /// <returns>The rest.</returns>
    internal static ReadOnlySpan<char> WriteLinks(FormattedTextWriter writer, ReadOnlySpan<char> text)
    {
        while (BareAddress.Find(text) is var (start, length) && length > 0)
        {
            writer.Append(text[..start]);
            WriteLink(writer, text.Slice(start, length));
            text = text[(start + length)..];
        }

        return text;
    }

    internal static void WriteLink(FormattedTextWriter writer, ReadOnlySpan<char> address)
    {
        if (WebAddress.Accept(address.ToString(), out _) is not { } url)
        {
            writer.Append(address);
            return;
        }

        var entity = writer.Open(EntityKind.TextLink, url);
        writer.Append(address);
        writer.Close(entity);
    }
}
