using System.Text.Json.Nodes;
using BotDigest.Sandbox.World;

namespace BotDigest.Sandbox.Tests;

public sealed class EntityTests : SandboxTest
{
    [Fact]
    public async Task Entities_may_come_without_a_parse_mode()
    {
        var message = await OkAsync("sendMessage", Post("  日报 看 #AI日报", """[{"type":"bold","offset":2,"length":2},{"type":"text_link","offset":5,"length":1,"url":"A.com"},{"type":"hashtag","offset":0,"length":1}]"""));
        Assert.Equal("日报 看 #AI日报", (string)message["text"]!);
        Assert.Equal(
            """[{"offset":0,"length":2,"type":"bold"},{"offset":3,"length":1,"type":"text_link","url":"http://a.com/"},{"offset":5,"length":5,"type":"hashtag"}]""",
            message["entities"]!.ToJsonString());
    }

    [Theory]
    [InlineData("""[{"type":"bold","offset":0}]""", "can't parse MessageEntity: Can't find field \"length\"")]
    [InlineData("""[{"type":"loud","offset":0,"length":1}]""", "can't parse MessageEntity: Unsupported type specified")]
    [InlineData("""[{"type":"bold","offset":0,"length":9}]""", "entity beginning at UTF-16 offset 0 ends after the end of the text at UTF-16 offset 9")]
    [InlineData("""[{"type":"bold","offset":9,"length":1}]""", "entity begins after the end of the text at UTF-16 offset 9")]
    [InlineData("""[{"type":"bold","offset":1,"length":1}]""", "entity begins in a middle of a UTF-16 symbol at byte offset 4")]
    [InlineData("""[{"type":"bold","offset":0,"length":1}]""", "entity beginning at UTF-16 offset 0 ends in a middle of a UTF-16 symbol at byte offset 4")]
    [InlineData("""[{"type":"text_link","offset":0,"length":2,"url":"/x"}]""", "entity URL '/x' is invalid: URL host is empty")]
    public async Task Entities_that_do_not_fit_are_refused(string entities, string fault) =>
        Assert.Equal("400 Bad Request: " + fault, await RefusedAsync("sendMessage", Post("😀x", entities)));

    [Fact]
    public async Task The_hundred_and_first_entity_is_lost_and_noted()
    {
        var text = string.Concat(Enumerable.Range(0, 101).Select(_ => "<b>a</b> "));
        var message = await OkAsync("sendMessage", new JsonObject { ["chat_id"] = ChannelId, ["text"] = text, ["parse_mode"] = "HTML" });
        Assert.Equal(100, message["entities"]!.AsArray().Count);
        Assert.Equal("entities", Assert.Single(World.Findings).Rule);
    }

    [Fact]
    public async Task Bold_around_a_bare_address_is_cut_by_it()
    {
        var message = await OkAsync("sendMessage", new JsonObject { ["chat_id"] = ChannelId, ["text"] = "<b>see a.com now</b>", ["parse_mode"] = "HTML" });
        Assert.Equal(["bold@0+4", "url@4+5", "bold@4+5", "bold@9+4"], message["entities"]!.AsArray().Select(e => $"{e!["type"]}@{e["offset"]}+{e["length"]}"), StringComparer.Ordinal);
    }

    private static JsonObject Post(string text, string entities) => new() { ["chat_id"] = WorldSeed.Channel, ["text"] = text, ["entities"] = entities };
}
