using BotDigest.Formatting.Text;
using Markdig.Syntax.Inlines;

namespace BotDigest.Formatting.Issues.Reading.Inlines;

/// <summary>Writes literal text; addresses that Markdig left in it, because Chinese stands before them, become links.</summary>
internal static class LiteralReader
{
    internal static void Write(InlineReader reader, LiteralInline literal)
    {
        var text = literal.Content.AsSpan();
        if (reader.LinkDepth == 0)
        {
            while (BareAddress.Find(text) is var (start, length) && length > 0)
            {
                reader.Writer.Append(text[..start]);
                WriteLink(reader.Writer, text.Slice(start, length));
                text = text[(start + length)..];
            }
        }

        reader.Writer.Append(text);
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
