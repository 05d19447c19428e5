using System.Buffers;
using System.Text;

namespace BotDigest.Formatting.Text;

/// <summary>Writes formatted text as Telegram's HTML: everything escaped once, every tag closed, nested by the entities' places.</summary>
public static class TelegramHtml
{
    private static readonly SearchValues<char> Special = SearchValues.Create("<>&");
    private static readonly SearchValues<char> SpecialInAttribute = SearchValues.Create("<>&\"");

    /// <summary>The HTML of a text.</summary>
    /// <param name="text">The text with its entities, by offset, the outer one first where two begin together.</param>
    public static string Write(FormattedText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var html = new FormattedTextBuilder(text.Length + (text.Entities.Length * 48) + 64);
        Write(html, text);
        var written = html.Text.ToString();
        html.Release();
        return written;
    }

    /// <summary>How long the tags of an entity are in bytes of UTF-8.</summary>
    internal static int TagBytes(EntityKind kind, string? argument) => kind switch
    {
        EntityKind.Bold or EntityKind.Italic or EntityKind.Underline or EntityKind.Strikethrough => 7,
        EntityKind.Code => 13,
        EntityKind.Spoiler => 25,
        EntityKind.Pre when argument is null => 11,
        EntityKind.Pre => 11 + 31 + EscapedBytes(argument),
        EntityKind.TextLink => 15 + EscapedBytes(argument),
        EntityKind.Blockquote => 25,
        EntityKind.ExpandableBlockquote => 36,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    /// <summary>How long a text is in bytes of UTF-8 once it is escaped.</summary>
    internal static int EscapedBytes(ReadOnlySpan<char> text)
    {
        var bytes = Encoding.UTF8.GetByteCount(text);
        while (text.IndexOfAny(SpecialInAttribute) is var at and >= 0)
        {
            bytes += Escape(text[at]).Length - 1;
            text = text[(at + 1)..];
        }

        return bytes;
    }

    private static void Write(FormattedTextBuilder html, FormattedText text)
    {
        var open = new List<TextEntity>();
        var position = 0;
        foreach (var entity in text.Entities)
        {
            if (entity.Length <= 0)
                continue;
            CloseUntil(html, text.Text, open, ref position, entity.Offset);
            AppendEscaped(html, text.Text.AsSpan(position, entity.Offset - position), Special);
            position = entity.Offset;
            WriteStart(html, entity);
            open.Add(entity);
        }

        CloseUntil(html, text.Text, open, ref position, text.Length);
        AppendEscaped(html, text.Text.AsSpan(position), Special);
    }

    /// <summary>Closes, in order, what ends at or before a place; an inner entity that goes on is closed and opened again.</summary>
    private static void CloseUntil(FormattedTextBuilder html, string text, List<TextEntity> open, ref int position, int limit)
    {
        while (FirstToEnd(open, limit) is var first and >= 0)
        {
            var end = open[first].End;
            AppendEscaped(html, text.AsSpan(position, end - position), Special);
            position = end;
            for (var i = open.Count - 1; i >= first; i--)
                WriteEnd(html, open[i]);
            open.RemoveAt(first);
            for (var i = first; i < open.Count; i++)
                WriteStart(html, open[i]);
        }
    }

    private static int FirstToEnd(List<TextEntity> open, int limit)
    {
        var first = -1;
        for (var i = open.Count - 1; i >= 0; i--)
        {
            if (open[i].End <= limit && (first < 0 || open[i].End < open[first].End))
                first = i;
        }

        return first;
    }

    private static void WriteStart(FormattedTextBuilder html, TextEntity entity)
    {
        switch (entity.Kind)
        {
            case EntityKind.TextLink:
                html.Append("<a href=\"");
                AppendEscaped(html, entity.Argument, SpecialInAttribute);
                html.Append("\">");
                break;
            case EntityKind.Pre when entity.Argument is not null:
                html.Append("<pre><code class=\"language-");
                AppendEscaped(html, entity.Argument, SpecialInAttribute);
                html.Append("\">");
                break;
            default:
                html.Append(StartTag(entity.Kind));
                break;
        }
    }

    private static void WriteEnd(FormattedTextBuilder html, TextEntity entity)
    {
        if (entity is { Kind: EntityKind.Pre, Argument: not null })
            html.Append("</code>");
        html.Append(EndTag(entity.Kind));
    }

    private static string StartTag(EntityKind kind) => kind switch
    {
        EntityKind.Bold => "<b>",
        EntityKind.Italic => "<i>",
        EntityKind.Underline => "<u>",
        EntityKind.Strikethrough => "<s>",
        EntityKind.Spoiler => "<tg-spoiler>",
        EntityKind.Code => "<code>",
        EntityKind.Pre => "<pre>",
        EntityKind.Blockquote => "<blockquote>",
        EntityKind.ExpandableBlockquote => "<blockquote expandable>",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    private static string EndTag(EntityKind kind) => kind switch
    {
        EntityKind.Bold => "</b>",
        EntityKind.Italic => "</i>",
        EntityKind.Underline => "</u>",
        EntityKind.Strikethrough => "</s>",
        EntityKind.Spoiler => "</tg-spoiler>",
        EntityKind.Code => "</code>",
        EntityKind.Pre => "</pre>",
        EntityKind.TextLink => "</a>",
        EntityKind.Blockquote or EntityKind.ExpandableBlockquote => "</blockquote>",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    private static void AppendEscaped(FormattedTextBuilder html, ReadOnlySpan<char> text, SearchValues<char> special)
    {
        while (text.IndexOfAny(special) is var at and >= 0)
        {
            html.Append(text[..at]).Append(Escape(text[at]));
            text = text[(at + 1)..];
        }

        html.Append(text);
    }

    private static string Escape(char special) => special switch
    {
        '<' => "&lt;",
        '>' => "&gt;",
        '&' => "&amp;",
        _ => "&quot;",
    };
}
