using System.Text.Json.Nodes;
using BotDigest.Sandbox.World;

namespace BotDigest.Sandbox.Tests;

public sealed class ChatTests : SandboxTest
{
    [Fact]
    public async Task The_channel_and_the_bots_place_in_it_can_be_looked_up()
    {
        var chat = await OkAsync("getChat", new JsonObject { ["chat_id"] = "@ai_news_plus" });
        Assert.Equal(WorldSeed.Channel, (long)chat["id"]!);
        Assert.Equal("ai_news_plus", (string)chat["username"]!);
        var member = await OkAsync("getChatMember", new JsonObject { ["chat_id"] = "@ai_news_plus", ["user_id"] = WorldSeed.BotId });
        Assert.Equal("administrator", (string)member["status"]!);
        Assert.True((bool)member["can_post_messages"]!);
        Assert.Equal(5, (int)await OkAsync("getChatMemberCount", new JsonObject { ["chat_id"] = "@ai_news_plus" }));
        Assert.Equal(["creator", "administrator", "administrator"], (await OkAsync("getChatAdministrators", new JsonObject { ["chat_id"] = ChannelId })).AsArray().Select(m => (string)m!["status"]!), StringComparer.Ordinal);
        Assert.Equal("400 Bad Request: user not found", await RefusedAsync("getChatMember", new JsonObject { ["chat_id"] = ChannelId, ["user_id"] = 5 }));
    }

    [Fact]
    public async Task A_group_that_grew_tells_its_new_number()
    {
        var arguments = new JsonObject { ["chat_id"] = WorldSeed.Group, ["text"] = "x" };
        await OkAsync("sendMessage", (JsonObject)arguments.DeepClone());
        var supergroup = Users.Migrate(WorldSeed.Owner, WorldSeed.Group);
        var answer = await CallAsync("sendMessage", (JsonObject)arguments.DeepClone());
        Assert.Equal("Bad Request: group chat was upgraded to a supergroup chat", (string)answer["description"]!);
        Assert.Equal(supergroup.Id, (long)answer["parameters"]!["migrate_to_chat_id"]!);
        await OkAsync("sendMessage", new JsonObject { ["chat_id"] = supergroup.Id, ["text"] = "x" });
    }

    [Fact]
    public async Task Topics_and_replies_must_exist()
    {
        var forum = new JsonObject { ["chat_id"] = WorldSeed.Forum, ["text"] = "x", ["message_thread_id"] = 2 };
        Assert.Equal(2, (int)(await OkAsync("sendMessage", (JsonObject)forum.DeepClone()))["message_thread_id"]!);
        forum["message_thread_id"] = 77;
        Assert.Equal("400 Bad Request: message thread not found", await RefusedAsync("sendMessage", forum));

        var first = await SendAsync("first");
        var reply = await OkAsync("sendMessage", new JsonObject { ["chat_id"] = ChannelId, ["text"] = "x", ["reply_parameters"] = new JsonObject { ["message_id"] = first } });
        Assert.Equal(first, (int)reply["reply_to_message"]!["message_id"]!);
        Assert.Equal("400 Bad Request: message to be replied not found", await RefusedAsync("sendMessage", new JsonObject { ["chat_id"] = ChannelId, ["text"] = "x", ["reply_parameters"] = new JsonObject { ["message_id"] = 99 } }));
        var loose = await OkAsync("sendMessage", new JsonObject { ["chat_id"] = ChannelId, ["text"] = "x", ["reply_parameters"] = new JsonObject { ["message_id"] = 99, ["allow_sending_without_reply"] = true } });
        Assert.Null(loose["reply_to_message"]);
    }

    [Fact]
    public async Task Pins_need_a_right_and_use_up_a_number()
    {
        var id = await SendAsync("pin me");
        await OkAsync("pinChatMessage", new JsonObject { ["chat_id"] = ChannelId, ["message_id"] = id });
        Assert.Equal("400 Bad Request: CHAT_NOT_MODIFIED", await RefusedAsync("pinChatMessage", new JsonObject { ["chat_id"] = ChannelId, ["message_id"] = id }));
        Assert.Equal(id, (int)(await OkAsync("getChat", new JsonObject { ["chat_id"] = ChannelId }))["pinned_message"]!["message_id"]!);
        Assert.Equal(id + 2, await SendAsync("after"));
        await OkAsync("unpinChatMessage", new JsonObject { ["chat_id"] = ChannelId });
        Assert.Empty(World.FindChat(WorldSeed.Channel)!.Pinned);
        Users.Promote(WorldSeed.Owner, WorldSeed.Channel, WorldSeed.BotId, Rights.PostMessages);
        Assert.Equal("400 Bad Request: not enough rights to manage pinned messages in the chat", await RefusedAsync("pinChatMessage", new JsonObject { ["chat_id"] = ChannelId, ["message_id"] = id }));
    }

    [Fact]
    public async Task A_reaction_shows_whether_a_message_is_there_and_makes_no_update()
    {
        var id = await SendAsync("x");
        await OkAsync("setMessageReaction", new JsonObject { ["chat_id"] = ChannelId, ["message_id"] = id, ["reaction"] = new JsonArray(new JsonObject { ["type"] = "emoji", ["emoji"] = "👍" }) });
        Assert.Equal("👍", Assert.Single(World.MessagesOf(WorldSeed.Channel)).BotReaction);
        Assert.Equal("400 Bad Request: message to react not found", await RefusedAsync("setMessageReaction", new JsonObject { ["chat_id"] = ChannelId, ["message_id"] = 99 }));
        Assert.Equal("400 Bad Request: REACTION_INVALID", await RefusedAsync("setMessageReaction", new JsonObject { ["chat_id"] = ChannelId, ["message_id"] = id, ["reaction"] = """[{"type":"emoji","emoji":"x"}]""" }));
        Assert.Empty((await OkAsync("getUpdates")).AsArray());
    }

    [Theory]
    [InlineData("""[{"command":"","description":"x"}]""", "command must be non-empty")]
    [InlineData("""[{"command":"/Today","description":"x"}]""", "BOT_COMMAND_INVALID")]
    [InlineData("""[{"command":"a","description":""}]""", "command description must be non-empty")]
    [InlineData("""{}""", "expected an Array of BotCommand")]
    public async Task Commands_are_checked(string commands, string fault) =>
        Assert.Equal("400 Bad Request: " + fault, await RefusedAsync("setMyCommands", new JsonObject { ["commands"] = commands }));

    [Fact]
    public async Task A_reader_sees_the_commands_of_the_nearest_scope_and_language()
    {
        await OkAsync("setMyCommands", new JsonObject { ["commands"] = """[{"command":"today","description":"Today's issue"}]""" });
        await OkAsync("setMyCommands", new JsonObject { ["commands"] = """[{"command":"/today","description":"今天的日报"}]""", ["language_code"] = "zh" });
        await OkAsync("setMyCommands", new JsonObject { ["commands"] = """[{"command":"publish","description":"p"}]""", ["scope"] = new JsonObject { ["type"] = "chat", ["chat_id"] = WorldSeed.Editors } });

        Assert.Equal("今天的日报", World.Menu.SeenBy(World.FindPerson(WorldSeed.ChineseReader)!)[0].Description);
        Assert.Equal("Today's issue", World.Menu.SeenBy(World.FindPerson(WorldSeed.EnglishReader)!)[0].Description);
        Assert.Equal("publish", (string)(await OkAsync("getMyCommands", new JsonObject { ["scope"] = new JsonObject { ["type"] = "chat", ["chat_id"] = WorldSeed.Editors } }))[0]!["command"]!);
        Assert.Equal("400 Bad Request: invalid language code specified", await RefusedAsync("setMyCommands", new JsonObject { ["commands"] = "[]", ["language_code"] = "zh-hans" }));
        await OkAsync("deleteMyCommands", new JsonObject { ["language_code"] = "zh" });
        Assert.Equal("Today's issue", World.Menu.SeenBy(World.FindPerson(WorldSeed.ChineseReader)!)[0].Description);
    }

    [Fact]
    public async Task An_inline_query_is_answered_and_a_result_chosen()
    {
        var query = Users.Ask(WorldSeed.ChineseReader, "芯片");
        Assert.Equal("芯片", (string)(await OkAsync("getUpdates")).AsArray().Single()!["inline_query"]!["query"]!);
        await OkAsync("answerInlineQuery", new JsonObject
        {
            ["inline_query_id"] = query.Id,
            ["results"] = """[{"type":"article","id":"s1","title":"T","input_message_content":{"message_text":"<b>x</b>","parse_mode":"HTML"},"reply_markup":{"inline_keyboard":[[{"text":"more","callback_data":"m"}]]}}]""",
            ["next_offset"] = "10",
        });
        var answer = World.FindInlineQuery(query.Id)!.Answer!;
        Assert.Equal("10", answer.NextOffset);

        var message = Users.Choose(query.Id, "s1", WorldSeed.ChineseReader);
        await OkAsync("editMessageText", new JsonObject { ["inline_message_id"] = message.InlineId, ["text"] = "edited" });
        Assert.Equal("edited", World.MessagesOf(WorldSeed.ChineseReader).Single().Body.Words.Text);
        Assert.Equal("400 Bad Request: query is too old and response timeout expired or query ID is invalid", await RefusedAsync("answerInlineQuery", new JsonObject { ["inline_query_id"] = query.Id, ["results"] = "[]" }));
    }

    [Fact]
    public async Task Inline_results_are_counted_and_told_apart()
    {
        var query = Users.Ask(WorldSeed.ChineseReader, "x");
        Assert.Equal("400 Bad Request: too many inline query results specified", await RefusedAsync("answerInlineQuery", Results(query.Id, 51, i => $"{i}")));
        Assert.Equal("400 Bad Request: RESULT_ID_DUPLICATE", await RefusedAsync("answerInlineQuery", Results(query.Id, 2, _ => "same")));
        Assert.Equal("400 Bad Request: RESULT_ID_INVALID", await RefusedAsync("answerInlineQuery", Results(query.Id, 1, _ => new string('中', 22))));
    }

    private static JsonObject Results(string query, int count, Func<int, string> id) => new()
    {
        ["inline_query_id"] = query,
        ["results"] = new JsonArray([.. Enumerable.Range(0, count).Select(i => (JsonNode)new JsonObject
        {
            ["type"] = "article",
            ["id"] = id(i),
            ["title"] = "t",
            ["input_message_content"] = new JsonObject { ["message_text"] = "x" },
        })]),
    };
}
