using System.Text.Json.Nodes;
using BotDigest.Sandbox.World;

namespace BotDigest.Sandbox.BotApi.Methods;

/// <summary>setMessageReaction: at most one emoji for a bot; no updates come of it (TELEGRAM 2.11).</summary>
internal sealed class ReactingMethods(TelegramWorld world, ChatAccess access)
{
    private static readonly HashSet<string> Emoji = new(
        ("❤ 👍 👎 🔥 🥰 👏 😁 🤔 🤯 😱 🤬 😢 🎉 🤩 🤮 💩 🙏 👌 🕊 🤡 🥱 🥴 😍 🐳 ❤‍🔥 🌚 🌭 💯 🤣 ⚡ 🍌 🏆 💔 🤨 😐 🍓 🍾 💋 🖕 😈 😴 😭 🤓 👻 👨‍💻 👀 🎃 🙈 😇 😨 🤝 ✍ 🤗 🫡 🎅 🎄 ☃ 💅 🤪 🗿 🆒 💘 🙉 🦄 😘 💊 🙊 😎 👾 🤷‍♂ 🤷 🤷‍♀ 😡")
        .Split(' '),
        StringComparer.Ordinal);

    /// <summary>Adds the method.</summary>
    public void AddTo(MethodTable table) => table.Add("setMessageReaction", React);

    private ApiResult React(CallArguments arguments)
    {
        var emoji = Read(arguments);
        var chat = access.Readable(arguments["chat_id"]);
        var message = ChatAccess.Find(chat, arguments.MessageId(), "message to react");
        if (!chat.MemberOf(world.Bot.Id).IsInside)
            throw Refusal.Forbidden($"bot is not a member of the {WireWriter.KindName(chat.Kind)} chat");
        world.React(message, emoji);
        return ApiResult.True;
    }

    private static string? Read(CallArguments arguments)
    {
        if (arguments.Json("reaction", "Can't parse reaction types JSON object") is not { } json)
            return null;
        var array = json as JsonArray ?? throw Refusal.Bad("Expected an Array of ReactionType");
        if (array.Count > 1)
            throw Refusal.Bad("REACTIONS_TOO_MANY");
        if (array.Count == 0)
            return null;
        var reaction = array[0] as JsonObject ?? throw Refusal.Bad("expected an Object");
        var emoji = JsonFields.Text(reaction, "type") == "emoji" ? JsonFields.Text(reaction, "emoji") : "";
        return Emoji.Contains(emoji.Replace("\uFE0F", "", StringComparison.Ordinal)) ? emoji : throw Refusal.Bad("REACTION_INVALID");
    }
}
