namespace BotDigest.Bot.Tests.Commands;

public sealed class PauseCommandTests
{
    [Theory]
    [InlineData(EditorTalk.Chinese, true, "发布已暂停。发 /resume 之前，频道上不会新发、修改或删除任何内容。", "周舟 已暂停发布。发 /resume 继续。")]
    [InlineData(EditorTalk.English, false, "Publishing is paused. Nothing is sent, changed or deleted on the channel until /resume.", "Publishing is paused by Alex. /resume lets it go on.")]
    public async Task It_says_what_it_means_and_who_has_done_it_before(long editor, bool inChat, string paused, string already)
    {
        await using var talk = await EditorTalk.StartAsync();
        Assert.Equal(paused, (await talk.AskAsync(editor, "/pause", inChat)).Text());
        Assert.Equal(already, (await talk.AskAsync(editor, "/pause", inChat)).Text());
    }

    [Fact]
    public async Task Nothing_changes_on_the_channel_not_even_after_a_restart()
    {
        await using var talk = await EditorTalk.StartAsync();
        var issue = await talk.DropAsync();
        await talk.Bot.PublishedAsync(issue.Date);
        await talk.AskAsync(EditorTalk.Chinese, "/pause", inChat: true);
        await talk.DropAsync(issue with { Title = "改过的标题" });
        await talk.DropAsync(days: 1);
        await talk.Bot.UntilAsync(() => talk.Notices.Count(n => n.Text().Contains("等待中：周舟 暂停了发布，发 /resume 继续", StringComparison.Ordinal)) == 2, "both receipts say so");
        await talk.Bot.StopBotAsync();
        await talk.Bot.StartBotAsync();
        await talk.Bot.ReadyAsync();
        await talk.LookedAsync();
        Assert.DoesNotContain("改过的标题", Assert.Single(talk.Bot.Texts), StringComparison.Ordinal);

        var card = await talk.AskAsync(EditorTalk.Chinese, "/pause", inChat: true);
        await talk.PressAsync(EditorTalk.Chinese, card, "恢复发布");
        await talk.Bot.UntilAsync(() => talk.Bot.Texts.Any(t => t.Contains("改过的标题", StringComparison.Ordinal)), "the change is there");
        Assert.Equal("发布已恢复。", talk.Now(card).Text());
    }

    [Fact]
    public async Task In_the_middle_of_an_issue_the_rest_waits()
    {
        await using var talk = await EditorTalk.StartAsync();
        var faults = talk.Bot.Sandbox.Services.Faults;
        faults.Add(new BotDigest.Sandbox.BotApi.Faults.FaultRule { Kind = BotDigest.Sandbox.BotApi.Faults.FaultKind.Delay, Method = "sendMessage", Chat = BotDigest.Sandbox.World.WorldSeed.Channel, MinMs = 500, MaxMs = 500 });
        var issue = await talk.DropAsync(sections: 5);
        await talk.Bot.UntilAsync(() => talk.Bot.Channel.Length == 1, "the first message is there");
        await talk.AskAsync(EditorTalk.Chinese, "/pause", inChat: true);
        await talk.LookedAsync();
        Assert.InRange(talk.Bot.Channel.Length, 1, 3);
        await talk.AskAsync(EditorTalk.Chinese, "/resume", inChat: true);
        await talk.Bot.PublishedAsync(issue.Date);
        Assert.Equal(6, talk.Bot.Channel.Length);
    }
}
