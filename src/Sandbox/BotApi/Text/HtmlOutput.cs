using System.Globalization;
using System.Text;
using BotDigest.Sandbox.World.Text;

namespace BotDigest.Sandbox.BotApi.Text;

/// <summary>What comes of a text in Telegram's HTML: its visible text, and an entity for each tag that closes round some of it.</summary>
internal sealed class HtmlOutput
{
    private readonly List<byte> _text = [];
    private readonly List<Entity> _entities = [];
    private bool _hasHalves;

    /// <summary>The length of the text so far, in UTF-16 code units.</summary>
    internal int Length { get; private set; }

    /// <summary>The length of the text so far, in bytes.</summary>
    internal int Bytes => _text.Count;

    /// <summary>Adds a byte of the text as sent.</summary>
    internal void Add(byte c)
    {
        if ((c & 0xC0) != 0x80)
            Length += c >= 0xF0 ? 2 : 1;
        _text.Add(c);
    }

    /// <summary>Adds the character of a reference.</summary>
    internal void AddCode(int code)
    {
        Length += code > 0xFFFF ? 2 : 1;
        _hasHalves |= code is >= 0xD800 and <= 0xDFFF;
        Utf8Bytes.Append(_text, code);
    }

    /// <summary>The text and the entities; halves of surrogate pairs are complained about only here.</summary>
    internal (string Text, List<Entity> Entities) Finish()
    {
        try
        {
            var text = new UTF8Encoding(false, throwOnInvalidBytes: _hasHalves).GetString([.. _text]);
            return (text, EntityRules.Sort(_entities.Select(e => e.Type == EntityType.Code ? e with { Argument = null } : e)));
        }
        catch (DecoderFallbackException)
        {
            throw new TextRefusal("Text contains invalid Unicode characters after decoding HTML entities, check for unmatched surrogate code units");
        }
    }

    /// <summary>Adds the entity of a tag that ends here.</summary>
    internal void Close(HtmlTag tag)
    {
        switch (tag.Name)
        {
            case "b" or "strong": Add(tag, EntityType.Bold); break;
            case "i" or "em": Add(tag, EntityType.Italic); break;
            case "u" or "ins": Add(tag, EntityType.Underline); break;
            case "s" or "strike" or "del": Add(tag, EntityType.Strikethrough); break;
            case "tg-spoiler" or "span": Add(tag, EntityType.Spoiler); break;
            case "blockquote": Add(tag, tag.Argument.Length > 0 ? EntityType.ExpandableBlockquote : EntityType.Blockquote); break;
            case "tg-emoji": CloseEmoji(tag); break;
            case "tg-time": CloseTime(tag); break;
            case "a": CloseLink(tag); break;
            case "pre": ClosePre(tag); break;
            default: CloseCode(tag); break;
        }
    }

    private void CloseEmoji(HtmlTag tag)
    {
        if (LinkAddress.StrictInteger(tag.Argument) is null or 0)
            throw new TextRefusal("Invalid custom emoji identifier specified");
        Add(tag, EntityType.CustomEmoji, tag.Argument);
    }

    private void CloseTime(HtmlTag tag)
    {
        var format = DateFormat.Read(tag.Argument) ?? throw new TextRefusal("Invalid date format used");
        if (tag.UnixTime > 0)
            Add(tag, EntityType.DateTime, $"{tag.UnixTime}|{format}");
    }

    private void CloseLink(HtmlTag tag)
    {
        var address = tag.Argument.Length > 0 ? tag.Argument : Encoding.UTF8.GetString([.. _text[tag.OutputStart..]]);
        if (LinkAddress.UserOf(address) is { } user)
            Add(tag, EntityType.TextMention, user.ToString(CultureInfo.InvariantCulture));
        else if (LinkAddress.Accept(address) is { } url)
            Add(tag, EntityType.TextLink, url);
    }

    private void ClosePre(HtmlTag tag)
    {
        if (LastIs(EntityType.Code, tag) && !string.IsNullOrEmpty(_entities[^1].Argument))
            _entities[^1] = _entities[^1] with { Type = EntityType.Pre };
        else
            Add(tag, EntityType.Pre);
    }

    private void CloseCode(HtmlTag tag)
    {
        if (LastIs(EntityType.Pre, tag) && string.IsNullOrEmpty(_entities[^1].Argument) && tag.Argument.Length > 0)
            _entities[^1] = _entities[^1] with { Argument = tag.Argument };
        else
            Add(tag, EntityType.Code, tag.Argument);
    }

    private bool LastIs(EntityType type, HtmlTag tag) =>
        _entities.Count > 0 && _entities[^1].Type == type && _entities[^1].Offset == tag.Offset && _entities[^1].End == Length;

    private void Add(HtmlTag tag, EntityType type, string? argument = null) => _entities.Add(new Entity(type, tag.Offset, Length - tag.Offset, argument));
}
