using System.Globalization;
using BotDigest.Sandbox.World;

namespace BotDigest.Bot.Tests.Commands;

/// <summary>Editors' commands exist for editors alone, in their chat and in private.</summary>
public sealed class EditorCommandTests
{
    public static TheoryData<string> Commands => ["status", "preview", "approve", "publish", "retract", "pause", "resume", "retry"];

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task For_others_and_elsewhere_there_is_no_such_command(string command)
    {
        await using var talk = await EditorTalk.StartAsync();
        var guest = await talk.AskAsync(EditorTalk.Guest, "/" + command, inChat: false);
        var guestInChat = await talk.AskAsync(EditorTalk.Guest, $"/{command}@botdigest_bot", inChat: true);
        foreach (var answer in new[] { guest, guestInChat })
        {
            Assert.StartsWith($"没有 /{command} 这个命令。", answer.Text(), StringComparison.Ordinal);
            Assert.DoesNotContain(Commands, c => answer.Text()[(command.Length + 10)..].Contains("/" + c.Data, StringComparison.Ordinal));
        }

        Assert.Empty(await talk.WriteAsync(EditorTalk.Guest, "/" + command, inChat: true));
        talk.Bot.Sandbox.Users.Send(EditorTalk.English, $"/{command}@botdigest_bot", WorldSeed.Group);
        await talk.SettleAsync();
        Assert.StartsWith($"There is no command /{command}.", talk.Newest(WorldSeed.Group).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_lists_them_for_editors_and_for_nobody_else()
    {
        await using var talk = await EditorTalk.StartAsync();
        var editor = await talk.AskAsync(EditorTalk.English, "/help", inChat: false);
        Assert.Contains("\n\nFor editors\n\n/status  what is on the channel", editor.Text(), StringComparison.Ordinal);
        Assert.Contains("\n\n编辑专用\n\n/status  ", (await talk.AskAsync(EditorTalk.Chinese, "/help@botdigest_bot", inChat: true)).Text(), StringComparison.Ordinal);
        Assert.DoesNotContain("/pause", (await talk.AskAsync(EditorTalk.Guest, "/help", inChat: false)).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_menu_shows_them_in_the_editors_chat_and_to_editors_in_private()
    {
        await using var talk = await EditorTalk.StartAsync();
        var menu = talk.Bot.Sandbox.World.Menu;
        await talk.Bot.UntilAsync(() => menu[string.Create(CultureInfo.InvariantCulture, $"chat:{WorldSeed.Editors}"), "zh"].Length > 0, "the menu of the editors' chat is there");
        var chat = menu[string.Create(CultureInfo.InvariantCulture, $"chat:{WorldSeed.Editors}"), ""];
        Assert.Equal(["status", "preview", "approve", "publish", "retract", "pause", "resume", "retry"], chat.Take(8).Select(c => c.Command));
        Assert.DoesNotContain(chat, c => c.Command == "subscribe");
        Assert.DoesNotContain(menu["all_private_chats", ""], c => c.Command == "status");
        Assert.DoesNotContain(menu["all_group_chats", ""], c => c.Command == "status");

        // an editor who has never written to the bot has no private chat with it yet
        talk.Bot.Sandbox.Users.Send(EditorTalk.English, "/start");
        talk.Bot.Sandbox.Users.Send(EditorTalk.Chinese, "/start");
        await talk.Bot.UntilAsync(IsSeen, "the editors' own menus are there");
        Assert.Contains(menu.SeenBy(talk.Bot.Sandbox.World.FindPerson(EditorTalk.English)!), c => c.Command == "subscribe");
        Assert.DoesNotContain(menu.SeenBy(talk.Bot.Sandbox.World.FindPerson(EditorTalk.Guest)!), c => c.Command == "status");

        bool IsSeen()
        {
            talk.Bot.Sandbox.Services.Clock.Advance(TimeSpan.FromMinutes(6));
            return new[] { EditorTalk.Chinese, EditorTalk.English }.All(id => menu.SeenBy(talk.Bot.Sandbox.World.FindPerson(id)!).Any(c => c.Command == "status"));
        }
    }

    [Theory]
    [InlineData("preview")]
    [InlineData("publish")]
    [InlineData("retract")]
    public async Task Without_a_date_or_with_a_bad_one_it_says_what_to_write_and_offers_issues(string command)
    {
        await using var talk = await EditorTalk.StartAsync("--Publishing:At=08:00");
        var issue = await talk.DropAsync(days: 2);
        var today = talk.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var none = await talk.AskAsync(EditorTalk.English, "/" + command, inChat: false);
        Assert.Equal($"Which issue? Pick one, or write its date: /{command} {today}", none.Text());
        Assert.EndsWith(issue.Title, Assert.Single(none.Buttons()), StringComparison.Ordinal);
        var bad = await talk.AskAsync(EditorTalk.Chinese, $"/{command} 二月三十", inChat: true);
        Assert.Equal($"看不懂日期“二月三十”。请这样写：/{command} {today}", bad.Text());
        Assert.Single(bad.Buttons());
        Assert.StartsWith("There is no issue of 1 March 2020.", (await talk.AskAsync(EditorTalk.English, $"/{command} 2020-03-01", inChat: true)).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_day_to_come_may_be_written_without_its_year()
    {
        await using var talk = await EditorTalk.StartAsync("--Publishing:At=08:00");
        var issue = await talk.DropAsync(days: 1);
        var written = issue.Date.ToString("M'月'd'日'", CultureInfo.InvariantCulture);
        Assert.StartsWith("**撤回", (await talk.AskAsync(EditorTalk.Chinese, "/retract " + written, inChat: true)).Marked(), StringComparison.Ordinal);
        Assert.StartsWith("**撤回", (await talk.AskAsync(EditorTalk.Chinese, "/retract 明天", inChat: false)).Marked(), StringComparison.Ordinal);
        Assert.StartsWith("There is no issue", (await talk.AskAsync(EditorTalk.English, "/retract today", inChat: false)).Text(), StringComparison.Ordinal);
    }
}
