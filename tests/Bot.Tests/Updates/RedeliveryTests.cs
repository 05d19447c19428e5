using BotDigest.Bot.Tests.Commands;
using BotDigest.Sandbox.World;

namespace BotDigest.Bot.Tests.Updates;

public sealed class RedeliveryTests : ConversationTests
{
    [Fact]
    public async Task Updates_that_come_again_after_a_restart_are_answered_once()
    {
        await Talk.ListAsync([.. Enumerable.Range(1, 15).Select(day => Issue($"2026-01-{day:00}").Tagged("华为").With($"{day}日的芯片新闻"))]);
        foreach (var person in (long[])[Chinese, English])
        {
            foreach (var command in (string[])["/start", "/help", "/today", "/latest", "/issue", "/issue 2026-01-05", "/issue 1月", "/new", "/week", "/timeline 芯片", "/timeline", "/trends 芯片", "/random", "/saved", "/follow", "/follow 华为", "/save", "/feedback", "/feedback 你好", "/tags", "/tag 华为", "/search 芯片", "芯片", "/story", "/subscribe", "/settings", "/settings 07:30", "/privacy", "/cancel", "/nosuch", "/unsubscribe"])
                Assert.Single(await Talk.WriteAsync(person, command));
            var list = await Talk.AskAsync(person, "/search 芯片");
            await Talk.PressAsync(person, list, "›");
            var story = await Talk.AskAsync(person, "/" + await Talk.KeyAsync("2026-01-05", 0));
            await Talk.PressAsync(person, story, person == Chinese ? "收藏" : "Save");
            await Talk.PressAsync(person, await Talk.AskAsync(person, "/random"), person == Chinese ? "再来一条" : "Another one");
            await Talk.PressAsync(person, await Talk.AskAsync(person, "/issue"), "14");
            await Talk.PressAsync(person, await Talk.AskAsync(person, "/week"), person == Chinese ? "‹ 前一周" : "‹ The week before");
            await Talk.AskAsync(person, "/search");
            await Talk.AskAsync(person, "华为");
        }

        foreach (var (person, group, topic) in ((long, long, int?)[])[(Chinese, WorldSeed.Forum, 3), (English, WorldSeed.Group, null)])
        {
            foreach (var command in (string[])["/start", "/help", "/today", "/latest", "/issue", "/week", "/timeline 芯片", "/trends 芯片", "/random", "/follow 华为", "/new", "/tags", "/tag 华为", "/search 芯片", "/saved", "/feedback 你好", "/subscribe", "/settings", "/privacy", "/nosuch"])
                await Talk.AskAsync(person, Typed(command, inGroup: true), group, topic: topic);
            await Talk.PressAsync(person, await Talk.AskAsync(person, Typed("/search 芯片", inGroup: true), group, topic: topic), "›");
        }

        var (before, calls) = (Everything(), Calls());
        await Talk.RestartAndRepeatAsync();
        Assert.Equal(before, Everything());
        Assert.Equal(calls, Calls());
    }

    [Theory]
    [InlineData(Chinese, null)]
    [InlineData(English, null)]
    [InlineData(Chinese, WorldSeed.Forum)]
    [InlineData(English, WorldSeed.Group)]
    public async Task A_press_that_is_delivered_twice_turns_one_page_and_is_answered_once(long person, long? group)
    {
        await Talk.ListAsync([.. Enumerable.Range(1, 25).Select(day => Issue($"2026-01-{day:00}").With($"{day}日的芯片新闻"))]);
        var list = await Talk.AskAsync(person, Typed("/search 芯片", inGroup: group is not null), group);
        await Talk.PressAsync(person, list, "›");
        Assert.Contains("2/", Talk.Now(list).Buttons().Single(b => b.Contains('›', StringComparison.Ordinal)), StringComparison.Ordinal);
        var (before, calls) = (Everything(), Calls());
        await Talk.RestartAndRepeatAsync();
        await Talk.RestartAndRepeatAsync();
        Assert.Equal(before, Everything());
        Assert.Equal(calls, Calls());
        Assert.Single(Talk.Sandbox.Services.Journal.Of("answerCallbackQuery"));
    }

    /// <summary>How often the bot has answered in any way.</summary>
    private int[] Calls() => [.. ((string[])["sendMessage", "editMessageText", "sendPhoto", "answerCallbackQuery"]).Select(m => Talk.Sandbox.Services.Journal.Of(m).Length)];

    private string[] Everything() => [.. Talk.World.Chats.SelectMany(c => Talk.World.MessagesOf(c.Id)).Select(m => $"{m.ChatId} {m.Id} {m.Edits} {m.Text()}")];
}
