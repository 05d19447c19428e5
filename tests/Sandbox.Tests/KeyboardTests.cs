using System.Text.Json.Nodes;
using BotDigest.Sandbox.World;

namespace BotDigest.Sandbox.Tests;

public sealed class KeyboardTests : SandboxTest
{
    [Theory]
    [InlineData("""[]""", "object expected as reply markup")]
    [InlineData("""not json""", "can't parse reply keyboard markup JSON object")]
    [InlineData("""{"keyboard":[["a"]]}""", "inline keyboard expected")]
    [InlineData("""{"inline_keyboard":[{"text":"a","url":"a.com"}]}""", "field \"inline_keyboard\" of the InlineKeyboardMarkup must be an Array of Arrays")]
    [InlineData("""{"inline_keyboard":[[{"text":"a"}]]}""", "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")]
    [InlineData("""{"inline_keyboard":[[{"callback_data":"a"}]]}""", "can't parse inline keyboard button: Can't find field \"text\"")]
    [InlineData("""{"inline_keyboard":[[{"text":"","callback_data":"a"}]]}""", "inline keyboard button text must be non-empty")]
    [InlineData("""{"inline_keyboard":[[{"text":"a","url":"/x"}]]}""", "inline keyboard button URL '/x' is invalid: URL host is empty")]
    [InlineData("""{"inline_keyboard":[[{"text":"a","url":"http://localhost"}]]}""", "inline keyboard button URL 'http://localhost' is invalid: Wrong HTTP URL")]
    [InlineData("""{"inline_keyboard":[[{"text":"a","callback_data":"1","style":"loud"}]]}""", "can't parse inline keyboard button: invalid button style specified")]
    [InlineData("""{"inline_keyboard":[[{"text":"a","switch_inline_query_current_chat":""}]]}""", "can't use switch_inline_query_current_chat button in a channel chat, because users will not be able to use the button without knowing bot's username")]
    public async Task What_is_wrong_with_a_keyboard_is_told(string markup, string fault) =>
        Assert.Equal("400 Bad Request: " + fault, await RefusedAsync("sendMessage", new JsonObject { ["chat_id"] = ChannelId, ["text"] = "x", ["reply_markup"] = markup }));

    [Fact]
    public async Task Data_is_measured_in_bytes_and_buttons_are_counted()
    {
        Assert.Equal("400 Bad Request: BUTTON_DATA_INVALID", await RefusedAsync("sendMessage", With(Callback(new string('中', 22)))));
        await OkAsync("sendMessage", With(Callback(new string('中', 21))));
        Assert.Equal("400 Bad Request: REPLY_MARKUP_INVALID", await RefusedAsync("sendMessage", With([.. Enumerable.Range(0, 9).Select(i => Callback(i.ToString(System.Globalization.CultureInfo.InvariantCulture)))])));
    }

    [Fact]
    public async Task A_pressed_button_reaches_the_bot_and_can_be_answered_once_in_time()
    {
        var start = Users.Send(WorldSeed.ChineseReader, "/start");
        var sent = await OkAsync("sendMessage", With(Callback("page:2"), start.ChatId));
        var query = Users.Press(WorldSeed.ChineseReader, start.ChatId, (int)sent["message_id"]!, "page:2");

        var update = (await OkAsync("getUpdates")).AsArray()[^1]!["callback_query"]!;
        Assert.Equal(query.Id, (string)update["id"]!);
        Assert.Equal("page:2", (string)update["data"]!);
        Assert.Equal((int)sent["message_id"]!, (int)update["message"]!["message_id"]!);

        await OkAsync("answerCallbackQuery", new JsonObject { ["callback_query_id"] = query.Id, ["text"] = "ok" });
        Assert.Equal("ok", World.FindCallback(query.Id)!.Answer!.Text);
        const string TooOld = "400 Bad Request: query is too old and response timeout expired or query ID is invalid";
        Assert.Equal(TooOld, await RefusedAsync("answerCallbackQuery", new JsonObject { ["callback_query_id"] = query.Id }));
        Assert.Equal(TooOld, await RefusedAsync("answerCallbackQuery", new JsonObject { ["callback_query_id"] = "1" }));

        var late = Users.Press(WorldSeed.ChineseReader, start.ChatId, (int)sent["message_id"]!, "page:2");
        Sandbox.Services.Clock.Advance(TimeSpan.FromSeconds(151));
        Assert.Equal(TooOld, await RefusedAsync("answerCallbackQuery", new JsonObject { ["callback_query_id"] = late.Id }));
    }

    private static JsonObject Callback(string data) => new() { ["text"] = "b", ["callback_data"] = data };

    private static JsonObject With(JsonObject button, long chat = WorldSeed.Channel) => With([button], chat);

    private static JsonObject With(JsonNode[] row, long chat = WorldSeed.Channel) => new()
    {
        ["chat_id"] = chat,
        ["text"] = "x",
        ["reply_markup"] = new JsonObject { ["inline_keyboard"] = new JsonArray(new JsonArray(row)) },
    };
}
