using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace BotDigest.Sandbox.BotApi.Updates;

/// <summary>The kinds of update that a bot may ask for (TELEGRAM 2.1).</summary>
internal static class UpdateKinds
{
    private static readonly ImmutableArray<string> All =
    [
        "message", "edited_message", "channel_post", "edited_channel_post", "inline_query", "chosen_inline_result", "callback_query", "shipping_query",
        "pre_checkout_query", "poll", "poll_answer", "my_chat_member", "chat_member", "chat_join_request", "message_reaction", "message_reaction_count",
        "chat_boost", "removed_chat_boost", "business_connection", "business_message", "edited_business_message", "deleted_business_messages",
        "purchased_paid_media",
    ];

    /// <summary>What a bot gets that never asked.</summary>
    public static ImmutableHashSet<string> Default { get; } =
        All.Except(["chat_member", "message_reaction", "message_reaction_count"], StringComparer.Ordinal).ToImmutableHashSet(StringComparer.Ordinal);

    /// <summary>The kinds that an argument names: null keeps what was, nothing known means the default.</summary>
    public static ImmutableHashSet<string>? Read(CallArguments arguments)
    {
        if (!arguments.Has("allowed_updates"))
            return null;
        if (Text.EntityReader.Lenient(arguments["allowed_updates"]) is not JsonArray array)
            return null;
        var named = array.Select(n => n?.ToString().ToLowerInvariant() ?? "").Where(All.Contains).ToImmutableHashSet(StringComparer.Ordinal);
        return named.IsEmpty ? Default : named;
    }
}
