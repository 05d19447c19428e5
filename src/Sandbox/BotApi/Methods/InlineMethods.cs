using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;
using BotDigest.Sandbox.World;

namespace BotDigest.Sandbox.BotApi.Methods;

/// <summary>answerInlineQuery, for results that are articles (TELEGRAM 2.9).</summary>
internal sealed class InlineMethods(TelegramWorld world, Text.CallTexts texts)
{
    private const string TooOld = "query is too old and response timeout expired or query ID is invalid";
    private const int MostResults = 50;
    private const int LongestId = 64;
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(10);

    /// <summary>Adds the method.</summary>
    public void AddTo(MethodTable table) => table.Add("answerInlineQuery", Answer);

    private ApiResult Answer(CallArguments arguments)
    {
        var (buttonText, parameter) = Button(arguments);
        var results = Results(arguments);
        if (results.Any(r => Encoding.UTF8.GetByteCount(r.Id) is 0 or > LongestId))
            throw Refusal.Bad("RESULT_ID_INVALID");
        if (results.DistinctBy(r => r.Id, StringComparer.Ordinal).Count() < results.Length)
            throw Refusal.Bad("RESULT_ID_DUPLICATE");
        if (Encoding.UTF8.GetByteCount(arguments["next_offset"]) > LongestId)
            throw Refusal.Bad("NEXT_OFFSET_INVALID");
        var query = world.FindInlineQuery(arguments["inline_query_id"]);
        if (query is null || query.Answer is not null || world.Clock.GetUtcNow() - query.At > Window)
            throw Refusal.Bad(TooOld);
        world.Answer(query, new InlineAnswer(results, arguments["next_offset"], buttonText, parameter));
        return ApiResult.True;
    }

    private ImmutableArray<InlineResult> Results(CallArguments arguments)
    {
        if (arguments.Json("results", "Can't parse JSON encoded inline query results") is not { } json)
            return [];
        var array = json as JsonArray ?? throw Refusal.Bad("Expected an Array of inline query results");
        if (array.Count > MostResults)
            throw Refusal.Bad("Too many inline query results specified");
        try
        {
            return [.. array.Select(Result)];
        }
        catch (Refusal refusal)
        {
            throw Refusal.Bad("Can't parse inline query result: " + refusal.Message);
        }
    }

    private InlineResult Result(JsonNode? json)
    {
        var fields = json as JsonObject ?? throw Refusal.Bad("Inline query result must be an object");
        var type = JsonFields.Text(fields, "type");
        if (type != "article")
            throw Refusal.Bad($"the sandbox knows articles only, not \"{type}\"");
        var id = JsonFields.Text(fields, "id");
        var content = JsonFields.Object(fields, "input_message_content");
        var text = texts.Inner(JsonFields.Text(content, "message_text"), JsonFields.Text(content, "parse_mode", ""), content["entities"]);
        var preview = content["link_preview_options"] is { } options ? PreviewReader.Read(options) : PreviewOptions.Default;
        var keyboard = fields["reply_markup"] is { } markup ? KeyboardReader.Read(markup, isChannel: false) : null;
        var description = JsonFields.Text(fields, "description", "");
        return new InlineResult(id, JsonFields.Text(fields, "title"), description.Length == 0 ? null : description, text, preview, keyboard);
    }

    private static (string? Text, string? Parameter) Button(CallArguments arguments)
    {
        if (arguments.Json("button", "Can't parse inline query results button JSON object") is not { } json)
            return (null, null);
        var fields = json as JsonObject ?? throw Refusal.Bad("Can't parse inline query results button: InlineQueryResultsButton must be an Object");
        var text = JsonFields.Text(fields, "text");
        if (!fields.ContainsKey("start_parameter"))
            return fields.ContainsKey("web_app") ? (text, null) : throw Refusal.Bad("Can't parse inline query results button: InlineQueryResultsButton must have exactly one optional field");
        var parameter = JsonFields.Text(fields, "start_parameter");
        var isSound = parameter.Length is >= 1 and <= LongestId && parameter.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');
        return isSound ? (text, parameter) : throw Refusal.Bad("START_PARAM_INVALID");
    }
}
