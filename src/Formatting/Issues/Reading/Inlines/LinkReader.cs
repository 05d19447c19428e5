using BotDigest.Formatting.Problems;
using BotDigest.Formatting.Text;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace BotDigest.Formatting.Issues.Reading.Inlines;

/// <summary>Writes links and pictures. A link that Telegram would drop becomes text with its address.</summary>
internal sealed class LinkReader(ReadingContext context)
{
    internal void Write(InlineReader reader, LinkInline link)
    {
        if (link.IsAutoLink)
            WriteBare(reader, link);
        else if (link.IsImage)
            WriteImage(reader, link, link.Url, link.FirstChild, link.FirstChild is null ? link.Title : null);
        else if (link == reader.StoryLink)
            reader.Write(link.FirstChild);
        else if (reader.LinkDepth > 0)
            WriteNested(reader, link);
        else
            WriteText(reader, link);
    }

    internal void Write(InlineReader reader, AutolinkInline link)
    {
        if (link.IsEmail || WebAddress.Accept(link.Url, out _) is null)
            WriteUnlinked(reader, link, link.Url);
        else if (reader.LinkDepth > 0)
            reader.Writer.Append(link.Url);
        else
            LiteralReader.WriteLink(reader.Writer, link.Url);
    }

    /// <summary>Writes a picture as a link with its words, or with its address where it has none.</summary>
    internal void WriteImage(InlineReader reader, MarkdownObject node, string? address, Inline? words, string? plainWords)
    {
        var writer = reader.Writer;
        if (reader.LinkDepth > 0)
        {
            reader.Write(words);
            writer.Append(plainWords);
            context.Report(ProblemKinds.LinkedImage, node, QuotedText.Of(address));
            return;
        }

        var url = Address(node, address);
        var entity = url is null ? -1 : writer.Open(EntityKind.TextLink, url);
        var before = writer.Length;
        reader.LinkDepth++;
        reader.PlainCode++;
        reader.Write(words);
        writer.Append(plainWords);
        reader.LinkDepth--;
        reader.PlainCode--;
        var wordless = writer.Length == before;
        if (wordless)
        {
            writer.Append(url ?? address);
            context.Report(ProblemKinds.ImageWithoutText, node, QuotedText.Of(address));
        }

        if (url is not null)
            writer.Close(entity);
        else if (!wordless)
            AppendAddress(writer, before, address);
    }

    /// <summary>The address to link to; null, with the problem, where there is none.</summary>
    internal string? Address(MarkdownObject node, string? written, string? words = null)
    {
        var url = WebAddress.Accept(written, out var schemeMissing);
        if (node is LinkInline { Title.Length: > 0 } titled && !(titled.IsImage && titled.FirstChild is null))
            context.Report(ProblemKinds.LinkTitle, node, QuotedText.Of(titled.Title));
        if (schemeMissing)
            context.Report(ProblemKinds.NoScheme, node, QuotedText.Of(written));
        else if (url is null)
        {
            var empty = string.IsNullOrWhiteSpace(written);
            context.Report(empty ? ProblemKinds.EmptyAddress : ProblemKinds.UnusableAddress, node, QuotedText.Of(empty ? words : written));
        }

        return url;
    }

    /// <summary>Shows the address of a link that cannot be one after its words, unless the words say it.</summary>
    internal static void AppendAddress(FormattedTextWriter writer, int wordsFrom, string? address)
    {
        if (string.IsNullOrWhiteSpace(address))
            return;
        var shown = Shown(address);
        if (writer.Length == wordsFrom)
            writer.Append(shown);
        else if (!writer.Text[wordsFrom..].Equals(shown, StringComparison.Ordinal))
            writer.Append($" ({shown})");
    }

    /// <summary>An address as a reader needs it: of mail and telephones without the scheme, and what is no part of an email address apart from it.</summary>
    private static string Shown(string address)
    {
        if (address.StartsWith("tel:", StringComparison.OrdinalIgnoreCase))
            return address["tel:".Length..];
        return address.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase)
            ? address["mailto:".Length..].Replace("?", " ?", StringComparison.Ordinal).Replace(",", ", ", StringComparison.Ordinal)
            : address;
    }

    /// <summary>Writes an address that cannot be a link as text, and reports it unless Telegram makes a link of that text by itself.</summary>
    private void WriteUnlinked(InlineReader reader, Inline node, string address)
    {
        var (writer, shown) = (reader.Writer, Shown(address));
        if (reader.LinkDepth > 0 || !(AutomaticEntities.Find(FormattedText.Plain(shown)) is [{ Offset: 0 } only] && only.Length == shown.Length))
        {
            writer.Append(shown);
            if (reader.LinkDepth == 0)
                context.Report(ProblemKinds.UnusableAddress, node, QuotedText.Of(address));
            return;
        }

        // Beside Chinese Telegram sees no address: what parts them shows nothing.
        if (!writer.Text.IsEmpty && !char.IsWhiteSpace(writer.Text[^1]))
            writer.Append([AutomaticEntities.WordJoiner]);
        writer.Append(shown);
        if (node.NextSibling is not (null or LineBreakInline) && !(node.NextSibling is LiteralInline next && next.Content.AsSpan() is [' ', ..]))
            writer.Append([AutomaticEntities.WordJoiner]);
    }

    /// <summary>Notes that a link stands in another one, so that its address will be written out.</summary>
    internal void ReportNested(MarkdownObject node, string? address) => context.Report(ProblemKinds.NestedLink, node, QuotedText.Of(address));

    private void WriteNested(InlineReader reader, LinkInline link)
    {
        var before = reader.Writer.Length;
        reader.Write(link.FirstChild);
        AppendAddress(reader.Writer, before, link.Url);
        ReportNested(link, link.Url);
    }

    private void WriteText(InlineReader reader, LinkInline link)
    {
        var writer = reader.Writer;
        var url = Address(link, link.Url, (link.FirstChild as LiteralInline)?.Content.ToString());
        var entity = url is null ? -1 : writer.Open(EntityKind.TextLink, url);
        var before = writer.Length;
        reader.LinkDepth += url is null ? 0 : 1;
        reader.PlainCode += url is null ? 0 : 1;
        reader.Write(link.FirstChild);
        reader.LinkDepth -= url is null ? 0 : 1;
        reader.PlainCode -= url is null ? 0 : 1;
        if (url is null)
        {
            AppendAddress(writer, before, link.Url);
            return;
        }

        if (writer.Length == before)
            writer.Append(url);
        writer.Close(entity);
    }

    private void WriteBare(InlineReader reader, LinkInline link)
    {
        var text = link.FirstChild is LiteralInline words ? words.Content.AsSpan() : [];
        if (!(link.Url ?? "").StartsWith("http", StringComparison.OrdinalIgnoreCase))
        {
            WriteUnlinked(reader, link, link.Url ?? "");
            return;
        }

        if (reader.LinkDepth > 0)
        {
            reader.Writer.Append(text);
            return;
        }

        var length = BareAddress.LengthOf(text);
        LiteralReader.WriteLink(reader.Writer, text[..length]);
        reader.Writer.Append(LiteralReader.WriteLinks(reader.Writer, text[length..]));
    }
}
