using System.Text.Json.Nodes;
using BotDigest.Sandbox.World;

namespace BotDigest.Sandbox.Tests;

public sealed class ForwardingTests : SandboxTest
{
    [Fact]
    public async Task A_forward_tells_where_it_came_from()
    {
        var id = await SendAsync("<b>a</b> b");
        var copy = await OkAsync("forwardMessage", ToEditors(id));

        Assert.Equal(WorldSeed.Editors, (long)copy["chat"]!["id"]!);
        Assert.Equal("channel", (string)copy["forward_origin"]!["type"]!);
        Assert.Equal(WorldSeed.Channel, (long)copy["forward_origin"]!["chat"]!["id"]!);
        Assert.Equal(id, (int)copy["forward_origin"]!["message_id"]!);
        Assert.Equal("a b", (string)copy["text"]!);
        Assert.Equal("bold", (string)copy["entities"]![0]!["type"]!);
        Assert.True(World.MessagesOf(WorldSeed.Editors)[0].IsSilent);
    }

    [Fact]
    public async Task A_gap_is_not_found_and_protected_posts_stay()
    {
        Assert.Equal("400 Bad Request: message to forward not found", await RefusedAsync("forwardMessage", ToEditors(5)));
        Assert.Equal("400 Bad Request: message to copy not found", await RefusedAsync("copyMessage", ToEditors(5)));
        var id = await SendAsync("secret", new JsonObject { ["protect_content"] = true });
        Assert.Equal("400 Bad Request: message has protected content and can't be forwarded", await RefusedAsync("forwardMessage", ToEditors(id)));
    }

    [Fact]
    public async Task A_copy_has_a_number_and_no_origin()
    {
        var id = await SendAsync("a");
        var copy = await OkAsync("copyMessage", ToEditors(id));
        Assert.Equal(["message_id"], copy.AsObject().Select(p => p.Key), StringComparer.Ordinal);
        Assert.Null(World.MessagesOf(WorldSeed.Editors)[0].Origin);
    }

    [Fact]
    public async Task Several_must_ascend()
    {
        var first = await SendAsync("a");
        var second = await SendAsync("b");
        var arguments = ToEditors(0);
        arguments["message_ids"] = new JsonArray(second, first);
        Assert.Equal("400 Bad Request: message identifiers must be in a strictly increasing order", await RefusedAsync("forwardMessages", arguments));
        arguments["message_ids"] = new JsonArray(first, second, 50);
        Assert.Equal(2, (await OkAsync("copyMessages", arguments)).AsArray().Count);
    }

    private static JsonObject ToEditors(int id) => new() { ["chat_id"] = WorldSeed.Editors, ["from_chat_id"] = ChannelId, ["message_id"] = id, ["disable_notification"] = true };
}
