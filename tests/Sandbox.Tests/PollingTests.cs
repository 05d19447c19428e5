using System.Text.Json.Nodes;
using BotDigest.Sandbox.World;

namespace BotDigest.Sandbox.Tests;

public sealed class PollingTests : SandboxTest
{
    [Fact]
    public async Task Updates_come_in_order_until_they_are_confirmed()
    {
        Users.Send(WorldSeed.ChineseReader, "/start i_2026-01-15");
        Users.Send(WorldSeed.EnglishReader, "hi");

        var updates = (await OkAsync("getUpdates")).AsArray();
        Assert.Equal(2, updates.Count);
        var first = updates[0]!["message"]!;
        Assert.Equal("/start i_2026-01-15", (string)first["text"]!);
        Assert.Equal("""[{"offset":0,"length":6,"type":"bot_command"}]""", first["entities"]!.ToJsonString());
        Assert.Equal("zh-hans", (string)first["from"]!["language_code"]!);
        Assert.Equal("private", (string)first["chat"]!["type"]!);

        var next = (int)updates[1]!["update_id"]!;
        Assert.Equal("hi", (string)(await OkAsync("getUpdates", new JsonObject { ["offset"] = next })).AsArray().Single()!["message"]!["text"]!);
        Assert.Empty((await OkAsync("getUpdates", new JsonObject { ["offset"] = next + 1 })).AsArray());
    }

    [Fact]
    public async Task A_negative_offset_keeps_the_newest()
    {
        for (var i = 0; i < 5; i++)
            Users.Send(WorldSeed.ChineseReader, $"m{i}");
        Assert.Equal(["m3", "m4"], (await OkAsync("getUpdates", new JsonObject { ["offset"] = -2 })).AsArray().Select(u => (string)u!["message"]!["text"]!), StringComparer.Ordinal);
    }

    [Fact]
    public async Task A_waiting_call_is_answered_by_what_arrives()
    {
        var waiting = OkAsync("getUpdates", new JsonObject { ["timeout"] = 50 });
        await World.WaitUntilAsync(() => Sandbox.Services.Journal.InFlight.Length == 1, Cancelled);
        Users.Send(WorldSeed.ChineseReader, "now");
        Assert.Equal("now", (string)(await waiting).AsArray().Single()!["message"]!["text"]!);
    }

    [Fact]
    public async Task A_waiting_call_ends_when_its_time_is_over()
    {
        var waiting = OkAsync("getUpdates", new JsonObject { ["timeout"] = 50 });
        await World.WaitUntilAsync(() => Sandbox.Services.Journal.InFlight.Length == 1, Cancelled);
        // the call may not wait yet, so the clock is put forward until it does
        while (!waiting.IsCompleted)
        {
            Sandbox.Services.Clock.Advance(TimeSpan.FromSeconds(51));
            await Task.WhenAny(waiting, Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, Cancelled));
        }

        Assert.Empty((await waiting).AsArray());
    }

    [Fact]
    public async Task The_newer_of_two_calls_wins()
    {
        var older = CallAsync("getUpdates", new JsonObject { ["timeout"] = 50, ["offset"] = 1 });
        await World.WaitUntilAsync(() => Sandbox.Services.Journal.InFlight.Length == 1, Cancelled);
        var newer = CallAsync("getUpdates", new JsonObject { ["timeout"] = 50, ["offset"] = 2 });

        var lost = await Task.WhenAny(older, newer);
        Assert.Equal(409, (int)(await lost)["error_code"]!);
        Assert.Equal("Conflict: terminated by other getUpdates request; make sure that only one bot instance is running", (string)(await lost)["description"]!);
        Users.Send(WorldSeed.ChineseReader, "for the winner");
        Assert.True((bool)(await (lost == older ? newer : older))["ok"]!);
    }

    [Fact]
    public async Task Own_posts_make_no_updates_but_those_of_others_and_pins_do()
    {
        var id = await SendAsync("ours");
        var theirs = Users.PostToChannel(WorldSeed.Editor, WorldSeed.Channel, "theirs");
        Users.Edit(WorldSeed.Editor, WorldSeed.Channel, id, "ours, touched");
        Users.Edit(WorldSeed.Editor, WorldSeed.Channel, theirs.Id, "theirs, touched");
        await OkAsync("pinChatMessage", new JsonObject { ["chat_id"] = ChannelId, ["message_id"] = id });

        var kinds = (await OkAsync("getUpdates")).AsArray().Select(u => u!.AsObject().Last().Key + " " + (u.AsObject().Last().Value!["text"] ?? "pin"));
        Assert.Equal(["channel_post theirs", "edited_channel_post theirs, touched", "channel_post pin"], kinds, StringComparer.Ordinal);
    }

    [Fact]
    public async Task In_groups_the_bot_hears_what_is_meant_for_it()
    {
        Users.Send(WorldSeed.ChineseReader, "just talking", WorldSeed.Forum);
        Users.Send(WorldSeed.ChineseReader, "/today@botdigest_bot", WorldSeed.Forum);
        Users.Send(WorldSeed.ChineseReader, "/today@another_bot", WorldSeed.Forum);
        Users.Send(WorldSeed.ChineseReader, "hey @botdigest_bot", WorldSeed.Forum);
        Users.Send(WorldSeed.Editor, "an administrator hears all", WorldSeed.Editors);

        var texts = (await OkAsync("getUpdates")).AsArray().Select(u => (string)u!["message"]!["text"]!);
        Assert.Equal(["/today@botdigest_bot", "hey @botdigest_bot", "an administrator hears all"], texts, StringComparer.Ordinal);
    }

    [Fact]
    public async Task Only_the_kinds_asked_for_arrive()
    {
        await OkAsync("getUpdates", new JsonObject { ["allowed_updates"] = new JsonArray("message") });
        Users.PostToChannel(WorldSeed.Editor, WorldSeed.Channel, "x");
        Users.Block(WorldSeed.ChineseReader);
        Assert.Empty((await OkAsync("getUpdates", new JsonObject { ["offset"] = 1 })).AsArray());
        await OkAsync("getUpdates", new JsonObject { ["offset"] = 2, ["allowed_updates"] = new JsonArray() });
        Users.Unblock(WorldSeed.ChineseReader);
        var change = (await OkAsync("getUpdates", new JsonObject { ["offset"] = 3 })).AsArray().Single()!["my_chat_member"]!;
        Assert.Equal("kicked", (string)change["old_chat_member"]!["status"]!);
        Assert.Equal("member", (string)change["new_chat_member"]!["status"]!);
    }

    [Fact]
    public async Task Updates_are_forgotten_after_their_time()
    {
        Users.Send(WorldSeed.ChineseReader, "old");
        Users.Ask(WorldSeed.ChineseReader, "query");
        Sandbox.Services.Clock.Advance(TimeSpan.FromSeconds(31));
        Assert.Single((await OkAsync("getUpdates", new JsonObject { ["offset"] = 1 })).AsArray());
        Sandbox.Services.Clock.Advance(TimeSpan.FromHours(24));
        Assert.Empty((await OkAsync("getUpdates", new JsonObject { ["offset"] = 2 })).AsArray());
    }
}
