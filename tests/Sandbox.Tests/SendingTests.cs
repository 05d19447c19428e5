using System.Text.Json.Nodes;
using BotDigest.Sandbox.World;

namespace BotDigest.Sandbox.Tests;

public sealed class SendingTests : SandboxTest
{
    [Fact]
    public async Task A_post_comes_back_as_Telegram_keeps_it()
    {
        var message = await OkAsync("sendMessage", new JsonObject
        {
            ["chat_id"] = "@ai_news_plus",
            ["text"] = " <b>bold</b> &amp; <a href=\"Example.com\">link</a> ",
            ["parse_mode"] = "html",
            ["link_preview_options"] = new JsonObject { ["is_disabled"] = true },
        });

        Assert.Equal("bold & link", (string)message["text"]!);
        Assert.Equal(WorldSeed.Channel, (long)message["chat"]!["id"]!);
        Assert.Equal("channel", (string)message["chat"]!["type"]!);
        Assert.Equal(WorldSeed.Channel, (long)message["sender_chat"]!["id"]!);
        Assert.Null(message["from"]);
        Assert.Equal(1, (int)message["message_id"]!);
        Assert.True((bool)message["link_preview_options"]!["is_disabled"]!);
        Assert.Equal(
            """[{"offset":0,"length":4,"type":"bold"},{"offset":7,"length":4,"type":"text_link","url":"http://example.com/"}]""",
            message["entities"]!.ToJsonString());
    }

    [Fact]
    public async Task Numbers_ascend_in_the_channel_and_people_leave_gaps_in_them()
    {
        var first = await SendAsync("one");
        Users.PostToChannel(WorldSeed.Editor, WorldSeed.Channel, "by hand");
        var second = await SendAsync("two");

        Assert.Equal(first + 2, second);
        Assert.Equal("one|by hand|two", string.Join("|", World.MessagesOf(WorldSeed.Channel).Select(m => m.Body.Words.Text)));
    }

    [Fact]
    public async Task Private_chats_share_one_sequence()
    {
        var first = Users.Send(WorldSeed.ChineseReader, "/start").Id;
        var second = Users.Send(WorldSeed.EnglishReader, "/start").Id;
        var third = (int)(await OkAsync("sendMessage", new JsonObject { ["chat_id"] = WorldSeed.ChineseReader, ["text"] = "hi" }))["message_id"]!;

        Assert.Equal([first + 1, first + 2], [second, third]);
    }

    [Theory]
    [InlineData("", "x", "400 Bad Request: chat_id is empty")]
    [InlineData("@nobody_here", "x", "400 Bad Request: chat not found")]
    [InlineData("99999", "x", "400 Bad Request: chat not found")]
    [InlineData("2000001", "x", "403 Forbidden: bot can't initiate conversation with a user")]
    [InlineData("@ai_news_plus", "", "400 Bad Request: message text is empty")]
    [InlineData("@ai_news_plus", " \n ", "400 Bad Request: text must be non-empty")]
    [InlineData("@ai_news_plus", "\u200b\u00a0", "400 Bad Request: text must be non-empty")]
    [InlineData("@ai_news_plus", "a <b>c", "400 Bad Request: can't parse entities: Can't find end tag corresponding to start tag \"b\"")]
    [InlineData("@ai_news_plus", "中 <br/>", "400 Bad Request: can't parse entities: Unsupported start tag \"br/\" at byte offset 4")]
    public async Task What_Telegram_refuses_is_refused_in_its_words(string chat, string text, string expected) =>
        Assert.Equal(expected, await RefusedAsync("sendMessage", new JsonObject { ["chat_id"] = chat, ["text"] = text, ["parse_mode"] = "HTML" }));

    [Fact]
    public async Task Length_is_counted_in_code_points_and_what_is_over_4096_units_is_noted()
    {
        await SendAsync(string.Concat(Enumerable.Repeat("😀", 4096)));
        Assert.Equal("length", Assert.Single(World.Findings).Rule);
        Assert.Equal("400 Bad Request: message is too long", await RefusedAsync("sendMessage", Post(string.Concat(Enumerable.Repeat("😀", 4097)))));
        Assert.Equal("400 Bad Request: text is too long", await RefusedAsync("sendMessage", Post(new string('中', 10923))));
    }

    [Fact]
    public async Task The_bot_needs_the_right_to_post()
    {
        Users.Promote(WorldSeed.Owner, WorldSeed.Channel, WorldSeed.BotId, Rights.EditMessages);
        Assert.Equal("400 Bad Request: need administrator rights in the channel chat", await RefusedAsync("sendMessage", Post("x")));
        Users.Demote(WorldSeed.Owner, WorldSeed.Channel, WorldSeed.BotId);
        Assert.Equal("403 Forbidden: bot is not a member of the channel chat", await RefusedAsync("sendMessage", Post("x")));
        Users.Kick(WorldSeed.Owner, WorldSeed.Channel, WorldSeed.BotId);
        Assert.Equal("403 Forbidden: bot was kicked from the channel chat", await RefusedAsync("sendMessage", Post("x")));
    }

    [Fact]
    public async Task A_blocked_bot_is_told_so()
    {
        Users.Send(WorldSeed.ChineseReader, "/start");
        Users.Block(WorldSeed.ChineseReader);
        Assert.Equal("403 Forbidden: bot was blocked by the user", await RefusedAsync("sendMessage", new JsonObject { ["chat_id"] = WorldSeed.ChineseReader, ["text"] = "x" }));
        Users.Unblock(WorldSeed.ChineseReader);
        await OkAsync("sendMessage", new JsonObject { ["chat_id"] = WorldSeed.ChineseReader, ["text"] = "x" });
    }

    private static JsonObject Post(string text) => new() { ["chat_id"] = WorldSeed.Channel, ["text"] = text };
}
