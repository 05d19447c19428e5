using BotDigest.Bot.Tests.Commands;
using BotDigest.Sandbox.BotApi.Updates;
using BotDigest.Sandbox.World;

namespace BotDigest.Bot.Tests.Updates;

public sealed class EditorRedeliveryTests
{
    [Fact]
    public async Task What_editors_ask_and_press_is_done_once_even_when_it_comes_again_after_a_restart()
    {
        await using var talk = await EditorTalk.StartAsync("--Publishing:RequireApproval=true", "--Publishing:At=08:00");
        var updates = new List<Update>();
        var issue = await talk.DropAsync(days: 1);
        var receipt = await talk.NoticeAsync("待审批");
        var day = $"{issue.Date:yyyy-MM-dd}";
        foreach (var (person, inChat) in new[] { (EditorTalk.Chinese, true), (EditorTalk.English, false) })
        {
            foreach (var command in (string[])["/status", "/pause", "/resume", "/retry", "/preview nonsense", $"/retract {day}", $"/approve {day}", $"/preview {day}"])
                await KeepAsync(() => talk.Bot.Sandbox.Users.Send(person, command, inChat ? WorldSeed.Editors : null));
        }

        await KeepAsync(() => talk.Bot.Sandbox.Users.Press(EditorTalk.Chinese, WorldSeed.Editors, receipt.Id, "批准"));
        await talk.NoticeAsync("周舟 已批准");
        await KeepAsync(() => talk.Bot.Sandbox.Users.Send(EditorTalk.Chinese, $"/publish {day}", WorldSeed.Editors));
        await talk.Bot.PublishedAsync(issue.Date);
        await talk.NoticeAsync("已发布");
        await talk.LookedAsync();

        var before = Everything();
        await talk.Bot.StopBotAsync();
        foreach (var update in updates)
            talk.Bot.Sandbox.Services.Updates.Repeat(update);
        await talk.Bot.StartBotAsync();
        await talk.SettleAsync();
        await talk.LookedAsync();
        Assert.Equal(before, Everything());
        Assert.Equal(18, updates.Count);

        async Task KeepAsync(Action act)
        {
            lock (talk.Bot.Sandbox.World.Gate)
            {
                act();
                updates.AddRange(talk.Bot.Sandbox.Services.Updates.Waiting.Where(u => updates.TrueForAll(known => known.Id != u.Id)));
            }

            await talk.SettleAsync();
        }

        string[] Everything() => [.. talk.Bot.Sandbox.World.Chats.SelectMany(c => talk.Bot.Sandbox.World.MessagesOf(c.Id)).Where(m => !m.Text().StartsWith("look", StringComparison.Ordinal)).Select(m => $"{m.ChatId} {m.Id} {m.Edits} {m.Text()}")];
    }
}
