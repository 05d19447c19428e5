using BotDigest.Bot.Commands;
using BotDigest.Bot.Tests.Commands;
using BotDigest.Sandbox.World;
using Microsoft.Extensions.DependencyInjection;

namespace BotDigest.Bot.Tests.Updates;

public sealed class CommandRouterTests : ConversationTests
{
    [Theory]
    [InlineData(Chinese, "/toady", "没有 /toady 这个命令。 是不是想用 /today？")]
    [InlineData(English, "/toady", "There is no command /toady. Did you mean /today?")]
    [InlineData(Chinese, "/weather", "没有 /weather 这个命令。 /help 里有全部命令。")]
    public async Task An_unknown_command_gets_the_nearest_one(long person, string command, string words) =>
        Assert.Equal(words, (await Talk.AskAsync(person, command)).Text());

    [Fact]
    public async Task In_a_group_only_what_is_addressed_to_the_bot_is_answered()
    {
        Assert.Empty(await Talk.WriteAsync(Chinese, "/today", WorldSeed.Forum));
        Assert.Empty(await Talk.WriteAsync(Chinese, "/today@other_bot", WorldSeed.Forum));
        Assert.Empty(await Talk.WriteAsync(Chinese, "芯片 @botdigest_bot", WorldSeed.Forum));
        Assert.Empty(await Talk.WriteAsync(Chinese, "/nosuch", WorldSeed.Forum));
        var answer = await Talk.AskAsync(Chinese, "/TODAY@BotDigest_Bot", WorldSeed.Forum);
        Assert.Single(await Talk.WriteAsync(Chinese, "/latest", WorldSeed.Forum, replyTo: answer.Id));
        Assert.Empty(await Talk.WriteAsync(Chinese, "真好", WorldSeed.Forum, replyTo: answer.Id));
    }

    [Fact]
    public async Task A_command_for_another_bot_is_ignored_in_private_too() => Assert.Empty(await Talk.WriteAsync(Chinese, "/today@other_bot"));

    [Fact]
    public async Task Chinese_may_follow_a_command_without_a_space() =>
        Assert.StartsWith("没有找到“芯片”。", (await Talk.AskAsync(Chinese, "/search芯片")).Text(), StringComparison.Ordinal);

    [Theory]
    [InlineData(Chinese, "这个按钮已经过期，下面是新的菜单。", "我会做的事")]
    [InlineData(English, "This button is out of date. Here is a fresh menu.", "What I can do")]
    public async Task A_button_of_another_version_says_so_and_brings_a_fresh_menu(long person, string note, string menu)
    {
        await Talk.AskAsync(person, "/start");
        foreach (var data in (string[])["0 today 0 ", "1 nosuch 0 ", "garbage", "1*search 0"])
        {
            var old = Talk.PostWithButton(person, data);
            Assert.Equal(note, (await Talk.PressAsync(person, old, "old")).Text);
            Assert.StartsWith(menu, Talk.Newest(person).Text(), StringComparison.Ordinal);
            Assert.Equal(old, Talk.Now(old));
        }
    }

    [Fact]
    public async Task A_button_on_a_message_that_is_gone_answers_below()
    {
        var list = await Talk.AskAsync(Chinese, "/start");
        await Talk.ListAsync(Issue("2025-12-31"), Issue("2026-01-15"));
        list = await Talk.AskAsync(Chinese, "/issue");
        await Talk.PressThenDeleteAsync(Chinese, list, "‹");
        Assert.Contains("12月31日", Talk.Newest(Chinese).Text(), StringComparison.Ordinal);
        Assert.NotEqual(list.Id, Talk.Newest(Chinese).Id);
    }

    [Fact]
    public async Task Somebody_else_may_turn_the_pages_in_a_group()
    {
        await Talk.ListAsync(Issue("2025-12-31"), Issue("2026-01-15"));
        var list = await Talk.AskAsync(Chinese, "/issue@" + Bot, WorldSeed.Forum, topic: 2);
        await Talk.PressAsync(WorldSeed.Owner, list, "›");
        Assert.Contains("12月31日", Talk.Now(list).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public void Each_role_has_one_command_and_each_command_a_summary_in_every_language()
    {
        var commands = Talk.Services.GetServices<ICommand>().ToList();
        Assert.Single(commands, c => c.Role == CommandRole.Menu);
        Assert.Single(commands, c => c.Role == CommandRole.PlainText);
        Assert.Equal(commands.Count, commands.Select(c => c.Name).Distinct(StringComparer.Ordinal).Count());
        foreach (var language in BotDigest.Bot.Commands.Languages.All)
            Assert.All(commands, c => Assert.NotEmpty(Texts.In(language).Summary(c.Name)));
    }
}
