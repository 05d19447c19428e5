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

        foreach (var command in (string[])["/today", "/issue", "/week", "/timeline 芯片", "/trends 芯片", "/random", "/follow 华为", "/new", "/tags", "/search 芯片", "/subscribe"])
            await Talk.AskAsync(Chinese, Typed(command, inGroup: true), WorldSeed.Forum, topic: 3);
        var before = Everything();
        await Talk.RestartAndRepeatAsync();
        Assert.Equal(before, Everything());
    }

    private string[] Everything() => [.. Talk.World.Chats.SelectMany(c => Talk.World.MessagesOf(c.Id)).Select(m => $"{m.ChatId} {m.Id} {m.Edits} {m.Text()}")];
}
