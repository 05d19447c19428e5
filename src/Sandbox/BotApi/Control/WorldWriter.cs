using System.Text.Json.Nodes;
using BotDigest.Sandbox.World;

namespace BotDigest.Sandbox.BotApi.Control;

/// <summary>Writes the world for <c>GET /sandbox/world</c>.</summary>
internal sealed class WorldWriter(TelegramWorld world, WireWriter wire)
{
    /// <summary>People, chats and findings.</summary>
    public JsonObject World()
    {
        lock (world.Gate)
        {
            return new JsonObject
            {
                ["bot"] = WireWriter.User(world.Bot),
                ["people"] = new JsonArray([.. world.People.Select(p => (JsonNode)WireWriter.User(p))]),
                ["chats"] = new JsonArray([.. world.Chats.Select(c => (JsonNode)Summary(c))]),
                ["findings"] = new JsonArray([.. world.Findings.Select(f => (JsonNode)new JsonObject { ["rule"] = f.Rule, ["chat"] = f.ChatId, ["detail"] = f.Detail })]),
            };
        }
    }

    /// <summary>One chat with its messages, those deleted as well.</summary>
    public JsonObject Chat(long id)
    {
        lock (world.Gate)
        {
            var chat = world.FindChat(id) ?? throw new InvalidOperationException($"There is no chat {id}.");
            var json = Summary(chat);
            json["messages"] = new JsonArray([.. chat.Messages.Values.Select(m => (JsonNode)Message(m))]);
            json["deleted"] = new JsonArray([.. chat.Deleted.Keys.Select(k => (JsonNode)JsonValue.Create(k))]);
            json["pinned"] = new JsonArray([.. chat.Pinned.Select(k => (JsonNode)JsonValue.Create(k))]);
            return json;
        }
    }

    private static JsonObject Summary(Chat chat)
    {
        var json = WireWriter.Chat(chat);
        json["lastId"] = chat.LastId;
        json["count"] = chat.Messages.Count;
        return json;
    }

    private JsonObject Message(Message message)
    {
        var json = wire.Message(message);
        json["html"] = HtmlWriter.Write(message.Body.Words);
        json["silent"] = message.IsSilent;
        json["edits"] = message.Edits;
        json["by"] = message.Author.Id;
        return json;
    }
}
