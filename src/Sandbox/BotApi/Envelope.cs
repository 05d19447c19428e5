using System.Text.Json.Nodes;

namespace BotDigest.Sandbox.BotApi;

/// <summary>The object around every answer, and the rules by which Telegram makes its descriptions (TELEGRAM 0).</summary>
internal static class Envelope
{
    /// <summary>The answer to a call that went well.</summary>
    public static JsonObject Success(ApiResult result)
    {
        var envelope = new JsonObject { ["ok"] = true, ["result"] = result.Value };
        if (result.Description is not null)
            envelope["description"] = result.Description;
        return envelope;
    }

    /// <summary>The answer to a call that was turned down, with its final code.</summary>
    public static (int Code, JsonObject Envelope) Failure(Refusal refusal)
    {
        var (code, description) = Describe(refusal.Code, refusal.Message);
        var envelope = new JsonObject { ["ok"] = false, ["error_code"] = code, ["description"] = description };
        if (refusal.RetryAfter is { } seconds)
            envelope["parameters"] = new JsonObject { ["retry_after"] = seconds };
        if (refusal.MigrateTo is { } chat)
            envelope["parameters"] = new JsonObject { ["migrate_to_chat_id"] = chat };
        return (code, envelope);
    }

    private static (int Code, string Description) Describe(int code, string text)
    {
        if (code is 404 or 409 or 413 or 421 or 429)
            return (code, text);
        if (code == 403 && text.All(c => c is '_' || char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c)))
            code = 400;
        var prefix = code switch { 401 => "Unauthorized", 403 => "Forbidden", 500 => "Internal Server Error", _ => "Bad Request" };
        if (code is not (401 or 403 or 500))
            code = 400;
        if (text.Length == 0 || text == prefix)
            return (code, prefix);
        var first = text.Length >= 2 && text[1] != '_' && !char.IsAsciiLetterUpper(text[1]) ? char.ToLowerInvariant(text[0]) : text[0];
        return (code, $"{prefix}: {first}{text[1..]}");
    }
}
