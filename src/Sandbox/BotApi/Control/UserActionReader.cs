using System.Text.Json.Nodes;
using BotDigest.Sandbox.World;

namespace BotDigest.Sandbox.BotApi.Control;

/// <summary>Reads what a person does, from <c>POST /sandbox/user</c>: <c>{"action":"send","user":2000001,"text":"/today"}</c> and the like.</summary>
internal sealed class UserActionReader(TelegramWorld world, UserActions users, WireWriter wire)
{
    /// <summary>Does it.</summary>
    public JsonNode Act(JsonNode json)
    {
        var action = Text(json, "action");
        var user = Number(json, "user");
        switch (action)
        {
            case "send":
                return wire.Message(users.Send(user, Text(json, "text"), Optional(json, "chat"), (int?)Optional(json, "replyTo"), (int?)Optional(json, "thread")));
            case "sendAnonymously":
                return wire.Message(users.SendAnonymously(user, Text(json, "text"), Number(json, "chat"), (int?)Optional(json, "thread")));
            case "press":
                return new JsonObject { ["id"] = users.Press(user, Number(json, "chat"), (int)Number(json, "message"), Text(json, "button")).Id };
            case "ask":
                return new JsonObject { ["id"] = users.Ask(user, Text(json, "query"), json["offset"]?.ToString() ?? "").Id };
            case "choose":
                return wire.Message(users.Choose(Text(json, "query"), Text(json, "result"), Number(json, "chat")));
            case "post":
                return wire.Message(users.PostToChannel(user, Number(json, "chat"), Text(json, "text")));
            case "edit":
                return wire.Message(users.Edit(user, Number(json, "chat"), (int)Number(json, "message"), Text(json, "text")));
            case "delete":
                users.Delete(user, Number(json, "chat"), (int)Number(json, "message"));
                break;
            case "block":
                users.Block(user);
                break;
            case "unblock":
                users.Unblock(user);
                break;
            case "promote":
                users.Promote(user, Number(json, "chat"), Optional(json, "who") ?? world.Bot.Id, Rights(json["rights"]));
                break;
            case "demote":
                users.Demote(user, Number(json, "chat"), Optional(json, "who") ?? world.Bot.Id);
                break;
            case "kick":
                users.Kick(user, Number(json, "chat"), Optional(json, "who") ?? world.Bot.Id);
                break;
            case "invite":
                users.Invite(user, Number(json, "chat"), Optional(json, "who") ?? world.Bot.Id);
                break;
            case "migrate":
                return new JsonObject { ["chat"] = users.Migrate(user, Number(json, "chat")).Id };
            default:
                throw new InvalidOperationException($"Nobody can '{action}'.");
        }

        return new JsonObject { ["ok"] = true };
    }

    private static Rights Rights(JsonNode? names)
    {
        if (names is null)
            return World.Rights.All;
        return names.AsArray().Aggregate(World.Rights.None, (all, n) => all | Enum.Parse<Rights>(n!.ToString(), ignoreCase: true));
    }

    private static string Text(JsonNode json, string name) => json[name]?.ToString() ?? throw new InvalidOperationException($"'{name}' is missing.");

    private static long Number(JsonNode json, string name) => Optional(json, name) ?? throw new InvalidOperationException($"'{name}' is missing.");

    private static long? Optional(JsonNode json, string name) => json[name]?.GetValue<long>();
}
