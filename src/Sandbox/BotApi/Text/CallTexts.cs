using System.Text;
using System.Text.Json.Nodes;
using BotDigest.Sandbox.World;
using BotDigest.Sandbox.World.Text;
using BotDigest.Sandbox.World.Text.Automatic;

namespace BotDigest.Sandbox.BotApi.Text;

/// <summary>Takes the text or the caption of a call the whole way from what was sent to what Telegram keeps (TELEGRAM 1).</summary>
internal sealed class CallTexts(TelegramWorld world)
{
    private const int LargestRaw = 1 << 15;
    private const int LongestText = 4096;
    private const int LongestCaption = 1024;
    private const int MostEntities = 100;

    private readonly ReadTexts _read = new();

    /// <summary>The text of a message to send.</summary>
    public StyledText Text(CallArguments arguments, long chatId) =>
        Measured(Parsed(arguments, "text"), LongestText, "message is too long", chatId);

    /// <summary>The text of an edit: Telegram does not measure it before its servers do, hence the other words.</summary>
    public StyledText EditedText(CallArguments arguments, long chatId) =>
        Measured(Parsed(arguments, "text"), LongestText, "MESSAGE_TOO_LONG", chatId);

    /// <summary>The caption of a medium.</summary>
    public StyledText Caption(CallArguments arguments, long chatId, bool isEdit = false) =>
        Measured(Parsed(arguments, "caption"), LongestCaption, isEdit ? "MEDIA_CAPTION_TOO_LONG" : "message caption is too long", chatId);

    /// <summary>A text inside an object, such as the message of an inline result.</summary>
    public StyledText Inner(string text, string parseMode, JsonNode? entities)
    {
        if (text.Length == 0)
            throw Refusal.Bad("Message text is empty");
        return Measured(Kept(Parse(text, parseMode, entities), mayBeEmpty: false), LongestText, "MESSAGE_TOO_LONG", 0);
    }

    /// <summary>Reads, cleans and completes a text without measuring it.</summary>
    public static StyledText Kept(StyledText parsed, bool mayBeEmpty)
    {
        try
        {
            var clean = TextCleaner.Clean(parsed.Text, parsed.Entities, mayBeEmpty);
            return clean with { Entities = [.. EntityRules.AddFound(clean.Entities, AutomaticEntities.Find(clean.Text))] };
        }
        catch (TextRefusal refusal)
        {
            throw Refusal.Bad(refusal.Message);
        }
    }

    /// <summary>Parses what was sent, by parse mode or by its entities.</summary>
    public static StyledText Parse(string text, string parseMode, JsonNode? entities)
    {
        if (Encoding.UTF8.GetByteCount(text) > LargestRaw)
            throw Refusal.Bad("Text is too long");
        var mode = parseMode.ToUpperInvariant();
        if (text.Length == 0 || mode is "" or "NONE")
            return new StyledText(text, [.. EntityReader.Read(entities).Select(EntityReader.Checked)]);
        if (mode is "MARKDOWN" or "MARKDOWNV2")
            throw Refusal.Bad("the sandbox reads parse_mode HTML only");
        if (mode != "HTML")
            throw Refusal.Bad("Unsupported parse_mode");
        try
        {
            var (parsed, found) = HtmlParser.Parse(text);
            return new StyledText(parsed, [.. found.Select(EntityReader.Checked)]);
        }
        catch (TextRefusal refusal)
        {
            throw Refusal.Bad("Can't parse entities: " + refusal.Message);
        }
    }

    private StyledText Parsed(CallArguments arguments, string name)
    {
        var isCaption = name == "caption";
        if (!arguments.Has(name) && !isCaption)
            throw Refusal.Bad("Message text is empty");
        if (arguments.Has("parse_mode"))
            return _read.Of(arguments[name], arguments["parse_mode"], isCaption);
        return Kept(Parse(arguments[name], "", EntityReader.Lenient(arguments[isCaption ? "caption_entities" : "entities"])), isCaption);
    }

    private StyledText Measured(StyledText text, int limit, string fault, long chatId)
    {
        if (text.Text.EnumerateRunes().Count() > limit)
            throw Refusal.Bad(fault);
        if (text.Text.Length > limit)
            world.Findings.Add(new Finding("length", chatId, $"{text.Text.Length} UTF-16 units where {limit} are safe"));
        if (text.Entities.Length <= MostEntities)
            return text;
        world.Findings.Add(new Finding("entities", chatId, $"{text.Entities.Length} entities; the last {text.Entities.Length - MostEntities} are lost"));
        return text with { Entities = text.Entities[..MostEntities] };
    }
}
