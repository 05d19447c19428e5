using BotDigest.Sandbox.World;

namespace BotDigest.Sandbox.BotApi.Methods;

/// <summary>answerCallbackQuery (TELEGRAM 2.8).</summary>
internal sealed class AnsweringMethods(TelegramWorld world)
{
    private const string TooOld = "query is too old and response timeout expired or query ID is invalid";
    private const int LongestAnswer = 200;
    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(150);

    /// <summary>Adds the method.</summary>
    public void AddTo(MethodTable table) => table.Add("answerCallbackQuery", Answer);

    private ApiResult Answer(CallArguments arguments)
    {
        var query = world.FindCallback(arguments["callback_query_id"]);
        if (query is null || query.Answer is not null || world.Clock.GetUtcNow() - query.At > Lifetime)
            throw Refusal.Bad(TooOld);
        if (arguments["text"].EnumerateRunes().Count() > LongestAnswer)
            throw Refusal.Bad("MESSAGE_TOO_LONG");
        if (arguments.Has("url") && !IsOwnDeepLink(arguments["url"]))
            throw Refusal.Bad("URL_INVALID");
        world.Answer(query, new CallbackAnswer(Optional(arguments["text"]), arguments.Flag("show_alert"), Optional(arguments["url"])));
        return ApiResult.True;
    }

    private bool IsOwnDeepLink(string url) =>
        url.StartsWith($"https://t.me/{world.Bot.Username}?start=", StringComparison.OrdinalIgnoreCase)
        || url.StartsWith($"t.me/{world.Bot.Username}?start=", StringComparison.OrdinalIgnoreCase);

    private static string? Optional(string text) => text.Length == 0 ? null : text;
}
