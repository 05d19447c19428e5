namespace BotDigest.Bot.Tests.Commands;

public sealed class StatusCommandTests
{
    [Theory]
    [InlineData(EditorTalk.Chinese, true)]
    [InlineData(EditorTalk.Chinese, false)]
    [InlineData(EditorTalk.English, true)]
    [InlineData(EditorTalk.English, false)]
    public async Task It_tells_what_is_there_and_what_waits(long editor, bool inChat)
    {
        await using var talk = await EditorTalk.StartAsync("--Publishing:At=08:00");
        var done = await talk.DropAsync(days: 1);
        var next = await talk.DropAsync(days: 3);
        talk.AdvanceTo(done.Date, 8);
        await talk.Bot.PublishedAsync(done.Date);
        talk.Bot.Drop("x.md", "no front matter");
        await talk.NoticeAsync("没有收录");

        var card = await talk.AskAsync(editor, "/status", inChat);
        var isChinese = editor == EditorTalk.Chinese;
        var lines = card.Text().Replace("\u2060", "", StringComparison.Ordinal).Split('\n');
        Assert.Equal(isChinese ? ["状态", "", "发布正常。"] : ["Status", "", "Publishing runs."], lines[..3]);
        Assert.Equal(isChinese ? $"下一期：{next.Date:M月d日} 08:00，{next.Title}" : FormattableString.Invariant($"Next: {next.Date:d MMM} 08:00, {next.Title}"), lines[3]);
        Assert.Equal(isChinese ? "有错误的文件：x.md" : "Files with errors: x.md", lines[4]);
        Assert.Contains("](https://t.me/ai_news_plus/1)", card.Marked(), StringComparison.Ordinal);
        Assert.Contains(lines, l => l.StartsWith(isChinese ? "定于" : "Due ", StringComparison.Ordinal));
        Assert.Contains(lines, l => l.EndsWith(isChinese ? "已发布" : "", StringComparison.Ordinal) && l.StartsWith(isChinese ? "" : "Published ", StringComparison.Ordinal));
        string[] first = isChinese ? ["刷新|暂停发布"] : ["Refresh|Pause publishing"];
        Assert.Equal(inChat ? [.. first, "简体中文|繁體中文|English"] : first, card.Buttons());
    }

    [Fact]
    public async Task Its_buttons_refresh_it_pause_and_resume()
    {
        await using var talk = await EditorTalk.StartAsync();
        var card = await talk.AskAsync(EditorTalk.Chinese, "/status", inChat: false);
        await talk.PressAsync(EditorTalk.Chinese, card, "暂停发布");
        Assert.StartsWith("发布已暂停。", talk.Newest(EditorTalk.Chinese).Text(), StringComparison.Ordinal);
        await talk.PressAsync(EditorTalk.Chinese, card, "刷新");
        Assert.Contains("周舟 已暂停发布。", talk.Now(card).Text(), StringComparison.Ordinal);
        Assert.Equal(["刷新|恢复发布"], talk.Now(card).Buttons());
    }

    [Fact]
    public async Task The_language_of_the_editors_chat_can_be_chosen()
    {
        await using var talk = await EditorTalk.StartAsync();
        var card = await talk.AskAsync(EditorTalk.Chinese, "/status", inChat: true);
        Assert.Equal("This chat's receipts and alerts are in English from now on.", await talk.PressAsync(EditorTalk.Chinese, card, "English"));
        var issue = await talk.DropAsync();
        await talk.Bot.PublishedAsync(issue.Date);
        var receipt = await talk.NoticeAsync("\nPublished ");
        Assert.Contains("1 message\n1.  ", receipt.Text(), StringComparison.Ordinal);
        Assert.Equal(["Preview|Open the post"], receipt.Buttons());
    }
}
