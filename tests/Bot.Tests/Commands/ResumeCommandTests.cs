namespace BotDigest.Bot.Tests.Commands;

public sealed class ResumeCommandTests
{
    [Theory]
    [InlineData(EditorTalk.Chinese, true, "发布没有暂停。", "发布已恢复。")]
    [InlineData(EditorTalk.English, false, "Publishing is not paused.", "Publishing goes on.")]
    public async Task What_was_paused_goes_on(long editor, bool inChat, string not, string resumed)
    {
        await using var talk = await EditorTalk.StartAsync();
        Assert.Equal(not, (await talk.AskAsync(editor, "/resume", inChat)).Text());
        await talk.AskAsync(editor, "/pause", inChat);
        var issue = await talk.DropAsync();
        Assert.Equal(resumed, (await talk.AskAsync(editor, "/resume", inChat)).Text());
        await talk.Bot.PublishedAsync(issue.Date);
    }
}
