using System.Globalization;
using System.Text.Json.Nodes;
using BotDigest.Sandbox.World;

namespace BotDigest.Sandbox.BotApi.Methods;

/// <summary>forwardMessage and copyMessage with their plurals (TELEGRAM 2.6).</summary>
internal sealed class ForwardingMethods(TelegramWorld world, ChatAccess access, WireWriter wire, Text.CallTexts texts)
{
    private const int MostIds = 100;

    /// <summary>Adds the methods.</summary>
    public void AddTo(MethodTable table)
    {
        table.Add("forwardMessage", a =>
        {
            var message = Source(a, "message to forward");
            return wire.Message(Forward(a, message));
        });
        table.Add("copyMessage", a => Id(Copy(a, Source(a, "message to copy"))));
        table.Add("forwardMessages", a => Many(a, m => Forward(a, m)));
        table.Add("copyMessages", a => Many(a, m => Copy(a, m)));
    }

    /// <summary>The numbers of a plural method: 1 to 100 of them, each larger than the one before.</summary>
    public static IReadOnlyList<int> Ids(CallArguments arguments, bool mustAscend)
    {
        var json = arguments.Json("message_ids", "Can't parse message identifiers JSON object");
        if (json is null)
            throw Refusal.Bad("Message identifiers are not specified");
        var array = json as JsonArray ?? throw Refusal.Bad("Expected an Array of message identifiers");
        if (array.Count > MostIds)
            throw Refusal.Bad("Too many message identifiers specified");
        var ids = array.Select(One).ToList();
        if (mustAscend && ids.Zip(ids.Skip(1)).Any(p => p.First >= p.Second))
            throw Refusal.Bad("Message identifiers must be in a strictly increasing order");
        return ids;

        static int One(JsonNode? node) => int.TryParse(node?.ToString(), CultureInfo.InvariantCulture, out var id)
            ? id
            : throw Refusal.Bad("Message identifier is not a Number");
    }

    private ApiResult Many(CallArguments arguments, Func<Message, Message> send)
    {
        var from = access.Readable(Required(arguments, "from_chat_id"));
        var found = Ids(arguments, mustAscend: true).Select(id => from.Messages.GetValueOrDefault(id))
            .Where(m => m is { Body.IsService: false, IsProtected: false }).Select(m => m!).ToList();
        return new JsonArray([.. found.Select(m => (JsonNode)Id(send(m)))]);
    }

    private Message Source(CallArguments arguments, string purpose)
    {
        var from = access.Readable(Required(arguments, "from_chat_id"));
        return ChatAccess.Find(from, arguments.MessageId(), purpose);
    }

    private Message Forward(CallArguments arguments, Message message)
    {
        CheckForwardable(message, "forwarded");
        var chat = access.Sendable(arguments["chat_id"]);
        var from = world.FindChat(message.ChatId)!;
        var origin = message.Origin ?? (from.Kind == ChatKind.Channel
            ? new ForwardOrigin(message.Date, from.Id, message.Id, null, null)
            : new ForwardOrigin(message.Date, null, 0, null, message.Author));
        var options = SendOptions.Read(arguments, chat);
        return world.Post(chat, world.Bot, options with { Body = message.Body, Origin = origin, Keyboard = null, ReplyTo = null });
    }

    private Message Copy(CallArguments arguments, Message message)
    {
        CheckForwardable(message, "copied");
        var chat = access.Sendable(arguments["chat_id"]);
        var body = message.Body is MessageBody.Media media && arguments.Values.ContainsKey("caption")
            ? media with { Caption = texts.Caption(arguments, chat.Id) }
            : message.Body;
        return world.Post(chat, world.Bot, SendOptions.Read(arguments, chat) with { Body = body });
    }

    private static void CheckForwardable(Message message, string verb)
    {
        if (message.IsProtected)
            throw Refusal.Bad($"message has protected content and can't be {verb}");
        if (message.Body.IsService)
            throw Refusal.Bad($"message can't be {verb}");
    }

    private static string Required(CallArguments arguments, string name) =>
        arguments.Has(name) ? arguments[name] : throw Refusal.Bad($"Parameter \"{name}\" is required");

    private static JsonObject Id(Message message) => new() { ["message_id"] = message.Id };
}
