using System.Net;
using System.Text;
using BotDigest.Sandbox.World.Text;

namespace BotDigest.Sandbox.BotApi.Control;

/// <summary>Writes a kept text as HTML for people who look at a test's failure; not meant to be sent back.</summary>
internal static class HtmlWriter
{
    /// <summary>The text with a tag for every explicit entity.</summary>
    public static string Write(StyledText text)
    {
        var html = new StringBuilder();
        var open = new Stack<Entity>();
        var next = 0;
        var entities = text.Entities.Where(e => !e.Type.IsAutomatic()).ToList();
        for (var i = 0; i <= text.Text.Length; i++)
        {
            while (open.TryPeek(out var top) && top.End <= i)
                html.Append("</").Append(Tag(open.Pop()).Split(' ')[0]).Append('>');
            for (; next < entities.Count && entities[next].Offset == i; next++)
            {
                html.Append('<').Append(Tag(entities[next])).Append('>');
                open.Push(entities[next]);
            }

            if (i < text.Text.Length)
                html.Append(text.Text[i] switch { '<' => "&lt;", '>' => "&gt;", '&' => "&amp;", var c => c.ToString() });
        }

        return html.ToString();
    }

    private static string Tag(Entity entity) => entity.Type switch
    {
        EntityType.Bold => "b",
        EntityType.Italic => "i",
        EntityType.Underline => "u",
        EntityType.Strikethrough => "s",
        EntityType.Spoiler => "tg-spoiler",
        EntityType.Blockquote => "blockquote",
        EntityType.ExpandableBlockquote => "blockquote expandable",
        EntityType.Code => "code",
        EntityType.Pre => entity.Argument is { Length: > 0 } language ? $"pre language=\"{WebUtility.HtmlEncode(language)}\"" : "pre",
        EntityType.TextLink => $"a href=\"{WebUtility.HtmlEncode(entity.Argument)}\"",
        EntityType.TextMention => $"a href=\"tg://user?id={entity.Argument}\"",
        EntityType.CustomEmoji => $"tg-emoji emoji-id=\"{entity.Argument}\"",
        _ => "tg-time",
    };
}
