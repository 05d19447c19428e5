using System.Text.Json.Nodes;
using BotDigest.Sandbox.World;

namespace BotDigest.Sandbox.Tests;

public sealed class EditingTests : SandboxTest
{
    private const string NotModified =
        "400 Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message";

    [Fact]
    public async Task An_edit_puts_the_new_text_in_the_place_of_the_old_one()
    {
        var id = await SendAsync("old");
        var edited = await OkAsync("editMessageText", Edit(id, "<i>new</i>"));

        Assert.Equal("new", (string)edited["text"]!);
        Assert.NotNull(edited["edit_date"]);
        Assert.Equal("new", Assert.Single(World.MessagesOf(WorldSeed.Channel)).Body.Words.Text);
    }

    [Fact]
    public async Task Other_markup_with_the_same_result_is_not_modified()
    {
        var id = await SendAsync("<b>a</b> <b>b</b>&amp;");
        Assert.Equal(NotModified, await RefusedAsync("editMessageText", Edit(id, "<strong>a</strong> <strong >b</strong>&#38; \n")));
    }

    [Fact]
    public async Task A_preview_or_a_keyboard_alone_is_a_change()
    {
        var id = await SendAsync("a");
        var preview = Edit(id, "a");
        preview["link_preview_options"] = new JsonObject { ["is_disabled"] = true };
        await OkAsync("editMessageText", preview);
        Assert.Equal(NotModified, await RefusedAsync("editMessageText", (JsonObject)preview.DeepClone()));
        preview["reply_markup"] = Keyboard("b", "1");
        await OkAsync("editMessageText", preview);
    }

    [Fact]
    public async Task A_preferred_size_counts_only_with_an_address()
    {
        var id = await SendAsync("a", new JsonObject { ["link_preview_options"] = new JsonObject { ["prefer_large_media"] = true } });
        Assert.Equal(PreviewOptions.Default, ((MessageBody.Text)World.MessagesOf(WorldSeed.Channel).Single(m => m.Id == id).Body).Preview);
    }

    [Fact]
    public async Task An_edit_without_a_keyboard_takes_it_away()
    {
        var id = await SendAsync("a", new JsonObject { ["reply_markup"] = Keyboard("Next", "p:2") });
        await OkAsync("editMessageText", Edit(id, "b"));
        Assert.Null(Assert.Single(World.MessagesOf(WorldSeed.Channel)).Keyboard);
        Assert.Equal(NotModified, await RefusedAsync("editMessageReplyMarkup", new JsonObject { ["chat_id"] = ChannelId, ["message_id"] = id }));
    }

    [Fact]
    public async Task What_cannot_be_edited_is_named()
    {
        Users.Send(WorldSeed.ChineseReader, "/start");
        var reader = Users.Send(WorldSeed.ChineseReader, "hello").Id;
        Assert.Equal("400 Bad Request: message to edit not found", await RefusedAsync("editMessageText", Edit(77, "x")));
        Assert.Equal("400 Bad Request: message to edit not found", await RefusedAsync("editMessageText", new JsonObject { ["chat_id"] = ChannelId, ["text"] = "x" }));
        Assert.Equal("400 Bad Request: message identifier is not specified", await RefusedAsync("editMessageText", new JsonObject { ["text"] = "x" }));
        Assert.Equal("400 Bad Request: message can't be edited", await RefusedAsync("editMessageText", new JsonObject { ["chat_id"] = WorldSeed.ChineseReader, ["message_id"] = reader, ["text"] = "x" }));
        var id = await SendAsync("a");
        Assert.Equal("400 Bad Request: MESSAGE_TOO_LONG", await RefusedAsync("editMessageText", Edit(id, new string('a', 4097))));
        Assert.Equal("400 Bad Request: there is no caption in the message to edit", await RefusedAsync("editMessageCaption", new JsonObject { ["chat_id"] = ChannelId, ["message_id"] = id, ["caption"] = "x" }));
    }

    [Fact]
    public async Task With_the_right_to_edit_the_posts_of_others_can_be_edited()
    {
        var post = Users.PostToChannel(WorldSeed.Editor, WorldSeed.Channel, "theirs");
        await OkAsync("editMessageText", Edit(post.Id, "ours"));
        Users.Promote(WorldSeed.Owner, WorldSeed.Channel, WorldSeed.BotId, Rights.PostMessages);
        Assert.Equal("400 Bad Request: message can't be edited", await RefusedAsync("editMessageText", Edit(post.Id, "again")));
    }

    [Fact]
    public async Task A_caption_can_be_changed_and_removed()
    {
        var photo = await OkAsync("sendPhoto", new JsonObject { ["chat_id"] = ChannelId, ["photo"] = "https://example.com/a.jpg", ["caption"] = "<b>c</b>", ["parse_mode"] = "HTML" });
        var id = (int)photo["message_id"]!;
        Assert.Equal("c", (string)photo["caption"]!);
        Assert.NotNull(photo["photo"]![0]!["file_id"]);
        await OkAsync("editMessageCaption", new JsonObject { ["chat_id"] = ChannelId, ["message_id"] = id });
        Assert.Equal("", Assert.Single(World.MessagesOf(WorldSeed.Channel)).Body.Words.Text);
        Assert.Equal("400 Bad Request: there is no text in the message to edit", await RefusedAsync("editMessageText", Edit(id, "x")));
    }

    private static JsonObject Edit(int id, string text) => new() { ["chat_id"] = ChannelId, ["message_id"] = id, ["text"] = text, ["parse_mode"] = "HTML" };

    private static JsonObject Keyboard(string text, string data) =>
        new() { ["inline_keyboard"] = new JsonArray(new JsonArray(new JsonObject { ["text"] = text, ["callback_data"] = data })) };
}
