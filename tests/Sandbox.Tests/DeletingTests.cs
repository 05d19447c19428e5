using System.Text.Json.Nodes;
using BotDigest.Sandbox.World;

namespace BotDigest.Sandbox.Tests;

public sealed class DeletingTests : SandboxTest
{
    [Fact]
    public async Task A_deleted_message_is_gone_and_its_number_is_not_used_again()
    {
        var id = await SendAsync("a");
        await OkAsync("deleteMessage", Of(id));
        Assert.Empty(World.MessagesOf(WorldSeed.Channel));
        Assert.Equal("400 Bad Request: message to delete not found", await RefusedAsync("deleteMessage", Of(id)));
        Assert.Equal(id + 1, await SendAsync("b"));
    }

    [Fact]
    public async Task After_two_days_nothing_can_be_deleted_but_still_edited()
    {
        var id = await SendAsync("a");
        Sandbox.Services.Clock.Advance(TimeSpan.FromHours(47));
        var second = await SendAsync("b");
        Sandbox.Services.Clock.Advance(TimeSpan.FromHours(1.1));

        Assert.Equal("400 Bad Request: message can't be deleted", await RefusedAsync("deleteMessage", Of(id)));
        await OkAsync("deleteMessage", Of(second));
        await OkAsync("editMessageText", new JsonObject { ["chat_id"] = ChannelId, ["message_id"] = id, ["text"] = "c" });
    }

    [Fact]
    public async Task Several_at_once_pass_over_the_missing()
    {
        var first = await SendAsync("a");
        var second = await SendAsync("b");
        await OkAsync("deleteMessages", new JsonObject { ["chat_id"] = ChannelId, ["message_ids"] = new JsonArray(first, 99, second) });
        Assert.Empty(World.MessagesOf(WorldSeed.Channel));
    }

    [Fact]
    public async Task What_is_missing_in_the_call_is_named()
    {
        Assert.Equal("400 Bad Request: chat identifier is not specified", await RefusedAsync("deleteMessage", []));
        Assert.Equal("400 Bad Request: message identifier is not specified", await RefusedAsync("deleteMessage", new JsonObject { ["chat_id"] = ChannelId }));
    }

    private static JsonObject Of(int id) => new() { ["chat_id"] = ChannelId, ["message_id"] = id };
}
