using System.Text.Json.Nodes;
using BotDigest.Sandbox.World;

namespace BotDigest.Sandbox.BotApi;

/// <summary>Reads <c>link_preview_options</c>, or the old flag that came before them.</summary>
internal static class PreviewReader
{
    /// <summary>The options of a call.</summary>
    public static PreviewOptions Read(CallArguments arguments)
    {
        if (!arguments.Has("link_preview_options"))
            return PreviewOptions.Default with { IsDisabled = arguments.Flag("disable_web_page_preview") };
        return Read(arguments.Json("link_preview_options", "Can't parse link preview options JSON object"));
    }

    /// <summary>The options of an object. Telegram forgets a preferred size where no address is given.</summary>
    public static PreviewOptions Read(JsonNode? json)
    {
        var fields = json as JsonObject ?? throw Refusal.Bad("Object expected as link preview options");
        var url = JsonFields.Text(fields, "url", "");
        var options = new PreviewOptions(
            JsonFields.Flag(fields, "is_disabled"),
            url.Length == 0 ? null : url,
            JsonFields.Flag(fields, "prefer_small_media"),
            JsonFields.Flag(fields, "prefer_large_media"),
            JsonFields.Flag(fields, "show_above_text"));
        if (options.IsDisabled)
            return new PreviewOptions(IsDisabled: true);
        return url.Length == 0 ? options with { PreferSmall = false, PreferLarge = false } : options;
    }
}
