using System.Globalization;
using System.Text.Json.Nodes;
using BotDigest.Sandbox.World;
using BotDigest.Sandbox.World.Text;

namespace BotDigest.Sandbox.BotApi.Methods;

/// <summary>What all sending methods have in common: the topic, the answered message, the keyboard, silence.</summary>
internal static class SendOptions
{
    /// <summary>A draft with all of that and no content yet.</summary>
    public static Draft Read(CallArguments arguments, Chat chat)
    {
        var thread = Thread(arguments, chat);
        return new Draft(new MessageBody.Text(StyledText.Empty, PreviewOptions.Default))
        {
            Keyboard = KeyboardReader.Read(arguments, chat.Kind == ChatKind.Channel),
            ReplyTo = Reply(arguments, chat),
            ThreadId = thread,
            IsSilent = arguments.Flag("disable_notification"),
            IsProtected = arguments.Flag("protect_content"),
        };
    }

    private static int? Thread(CallArguments arguments, Chat chat)
    {
        var id = arguments.MessageId("message_thread_id");
        if (id == 0 || (chat.IsForum && id == 1))
            return null;
        if (!chat.IsForum || !chat.Topics.TryGetValue(id, out var topic))
            throw Refusal.Bad("message thread not found");
        return topic.IsClosed ? throw Refusal.Bad("TOPIC_CLOSED") : id;
    }

    private static int? Reply(CallArguments arguments, Chat chat)
    {
        if (!arguments.Has("reply_parameters"))
        {
            var old = arguments.MessageId("reply_to_message_id");
            return old == 0 ? null : Find(chat, old, arguments.Flag("allow_sending_without_reply"), "");
        }

        var json = arguments.Json("reply_parameters", "Can't parse reply parameters JSON object") as JsonObject
            ?? throw Refusal.Bad("Object expected as reply parameters");
        if (json.Count == 0)
            return null;
        var id = (int)Math.Clamp(JsonFields.Integer(json, "message_id"), 0, int.MaxValue);
        var other = JsonFields.Text(json, "chat_id", "");
        if (other.Length > 0 && other != chat.Id.ToString(CultureInfo.InvariantCulture) && !other.Equals("@" + chat.Username, StringComparison.OrdinalIgnoreCase))
            throw Refusal.Bad("the sandbox answers messages of the same chat only");
        return id == 0 ? null : Find(chat, id, JsonFields.Flag(json, "allow_sending_without_reply"), JsonFields.Text(json, "quote", ""));
    }

    private static int? Find(Chat chat, int id, bool mayBeMissing, string quote)
    {
        if (!chat.Messages.TryGetValue(id, out var message))
            return mayBeMissing ? null : throw Refusal.Bad("message to be replied not found");
        if (quote.Length > 0 && !message.Body.Words.Text.Contains(quote, StringComparison.Ordinal))
            throw Refusal.Bad("QUOTE_TEXT_INVALID");
        return id;
    }
}
