using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace BotDigest.TelegramView;

/// <summary>Renders a text with its flat entities as nested elements; markup in the text itself stays text.</summary>
internal sealed class EntityTree
{
    private readonly string _text;
    private readonly ImmutableArray<MessageEntityModel> _entities;

    private EntityTree(string text, ImmutableArray<MessageEntityModel> entities)
    {
        _text = text;
        _entities = [.. entities.Where(e => e.Length > 0 && e.Offset >= 0 && e.End <= text.Length).OrderBy(e => e.Offset).ThenByDescending(e => e.Length)];
    }

    /// <summary>The text as elements.</summary>
    /// <param name="text">The text.</param>
    /// <param name="entities">Its entities; those that cross another are cut at its border.</param>
    internal static RenderFragment Render(string text, ImmutableArray<MessageEntityModel> entities) => builder =>
        new EntityTree(text, entities).Range(builder, 0, text.Length, 0);

    private int Range(RenderTreeBuilder builder, int from, int to, int next)
    {
        var at = from;
        while (next < _entities.Length && _entities[next].Offset < to)
        {
            var entity = _entities[next];
            if (entity.Offset > at)
                builder.AddContent(0, _text[at..entity.Offset]);
            var start = Math.Max(at, entity.Offset);
            var end = Math.Min(entity.End, to);
            next++;
            if (end <= start)
                continue;
            Open(builder, entity, _text[start..end]);
            next = Range(builder, start, end, next);
            builder.CloseElement();

            // a quote or a block of code ends its line by itself
            at = IsBlock(entity.Type) && end < to && _text[end] == '\n' ? end + 1 : end;
        }

        if (at < to)
            builder.AddContent(0, _text[at..to]);
        return next;
    }

    private static bool IsBlock(string type) => type is "pre" or "blockquote" or "expandable_blockquote";

    private static void Open(RenderTreeBuilder builder, MessageEntityModel entity, string text)
    {
        switch (entity.Type)
        {
            case "bold":
                builder.OpenElement(1, "strong");
                break;
            case "italic":
                builder.OpenElement(1, "em");
                break;
            case "underline":
                builder.OpenElement(1, "u");
                break;
            case "strikethrough":
                builder.OpenElement(1, "s");
                break;
            case "spoiler":
                Classed(builder, "span", "tg-spoiler");
                break;
            case "code":
                builder.OpenElement(1, "code");
                break;
            case "pre":
                Classed(builder, "pre", "tg-pre");
                builder.AddAttribute(3, "data-language", entity.Argument);
                break;
            case "blockquote":
                Classed(builder, "blockquote", "tg-quote");
                break;
            case "expandable_blockquote":
                Classed(builder, "blockquote", "tg-quote tg-expandable");
                builder.AddAttribute(3, "tabindex", "0");
                break;
            case "text_link":
                Link(builder, entity.Argument ?? text);
                break;
            case "url":
                Link(builder, text.Contains("://", StringComparison.Ordinal) ? text : "http://" + text);
                break;
            case "mention":
                Link(builder, "https://t.me/" + text[1..]);
                break;
            case "hashtag" or "cashtag":
                Classed(builder, "a", "tg-tag");
                builder.AddAttribute(3, "href", "#");
                builder.AddAttribute(4, "data-tag", text);
                break;
            case "bot_command":
                Classed(builder, "a", "tg-command");
                builder.AddAttribute(3, "href", "#");
                builder.AddAttribute(4, "data-command", text);
                break;
            default:
                builder.OpenElement(1, "span");
                break;
        }
    }

    private static void Classed(RenderTreeBuilder builder, string element, string name)
    {
        builder.OpenElement(1, element);
        builder.AddAttribute(2, "class", name);
    }

    private static void Link(RenderTreeBuilder builder, string url)
    {
        builder.OpenElement(1, "a");
        builder.AddAttribute(2, "href", url);
        builder.AddAttribute(3, "target", "_blank");
        builder.AddAttribute(4, "rel", "noopener noreferrer");
    }
}
