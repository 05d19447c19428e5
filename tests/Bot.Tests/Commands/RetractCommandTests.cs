using BotDigest.Bot.Publishing;

namespace BotDigest.Bot.Tests.Commands;

public sealed class RetractCommandTests
{
    [Theory]
    [InlineData(EditorTalk.Chinese, true, "撤回", "**撤回 {0} 这一期？**", "频道上有 4 条消息，将被删除", "正在撤回 {0}（周舟）。")]
    [InlineData(EditorTalk.English, false, "Take it back", "**Take back the issue of {0}?**", "On the channel: 4 messages. They go;", "{0} is being taken back, as Alex wants it.")]
    public async Task It_asks_first_and_then_takes_the_issue_back(long editor, bool inChat, string button, string question, string detail, string taken)
    {
        await using var talk = await EditorTalk.StartAsync();
        var issue = await talk.DropAsync(sections: 3);
        var day = $"{issue.Date:yyyy-MM-dd}";
        await talk.Bot.PublishedAsync(issue.Date);
        var card = await talk.AskAsync(editor, "/retract " + day, inChat);
        Assert.StartsWith(question.Replace("{0}", day, StringComparison.Ordinal) + "\n" + issue.Title, card.Marked(), StringComparison.Ordinal);
        Assert.Contains(detail, card.Text(), StringComparison.Ordinal);
        Assert.Equal(4, talk.Bot.Channel.Length);
        await talk.PressAsync(editor, card, button);
        Assert.Equal(taken.Replace("{0}", day, StringComparison.Ordinal), talk.Now(card).Text());
        await talk.Bot.UntilAsync(() => talk.Bot.Channel.IsEmpty, "it is gone");
        await talk.NoticeAsync("已手动撤回");
    }

    [Fact]
    public async Task Left_it_stays()
    {
        await using var talk = await EditorTalk.StartAsync();
        var issue = await talk.DropAsync();
        await talk.Bot.PublishedAsync(issue.Date);
        var card = await talk.AskAsync(EditorTalk.English, $"/retract {issue.Date:yyyy-MM-dd}", inChat: true);
        await talk.PressAsync(EditorTalk.English, card, "Leave it");
        Assert.Equal($"{issue.Date:yyyy-MM-dd} stays as it is.", talk.Now(card).Text());
        Assert.Single(talk.Bot.Channel);
    }

    [Fact]
    public async Task The_button_holds_for_ten_minutes_and_for_the_issue_as_it_was()
    {
        await using var talk = await EditorTalk.StartAsync();
        var issue = await talk.DropAsync();
        await talk.Bot.PublishedAsync(issue.Date);
        var card = await talk.AskAsync(EditorTalk.English, $"/retract {issue.Date:yyyy-MM-dd}", inChat: false);
        talk.Bot.Sandbox.Services.Clock.Advance(TimeSpan.FromMinutes(11));
        await talk.PressAsync(EditorTalk.English, card, "Take it back");
        Assert.StartsWith("That button is too old.", talk.Now(card).Text(), StringComparison.Ordinal);

        card = await talk.AskAsync(EditorTalk.English, $"/retract {issue.Date:yyyy-MM-dd}", inChat: false);
        await talk.DropAsync(issue with { Title = "改过的标题" });
        await talk.PressAsync(EditorTalk.English, card, "Take it back");
        Assert.StartsWith("The issue has changed since you were asked.", talk.Now(card).Text(), StringComparison.Ordinal);
        await talk.LookedAsync();
        Assert.Single(talk.Bot.Channel);
    }

    [Fact]
    public async Task Its_buttons_are_for_editors_and_its_words_cannot_be_typed()
    {
        await using var talk = await EditorTalk.StartAsync();
        var issue = await talk.DropAsync();
        await talk.Bot.PublishedAsync(issue.Date);
        var card = await talk.AskAsync(EditorTalk.Chinese, $"/retract {issue.Date:yyyy-MM-dd}", inChat: true);
        Assert.Equal("只有本频道的编辑可以操作。", await talk.PressAsync(EditorTalk.Guest, card, "撤回"));
        await talk.AskAsync(EditorTalk.Chinese, "/" + card.Button("撤回")[2..].Replace(" 0 ", " ", StringComparison.Ordinal), inChat: true);
        await talk.LookedAsync();
        Assert.Single(talk.Bot.Channel);
    }

    [Fact]
    public async Task An_issue_that_is_not_out_yet_never_goes_out()
    {
        await using var talk = await EditorTalk.StartAsync("--Publishing:At=08:00");
        var issue = await talk.DropAsync(days: 1);
        var card = await talk.AskAsync(EditorTalk.English, $"/retract {issue.Date:yyyy-MM-dd}", inChat: true);
        Assert.Contains("It is not on the channel yet, and will not be.", card.Text(), StringComparison.Ordinal);
        await talk.PressAsync(EditorTalk.English, card, "Take it back");
        await talk.Bot.UntilAsync(() => talk.Ledger(issue.Date) is { State: PublicationState.Retracted }, "it is taken back");
        talk.AdvanceTo(issue.Date, 9);
        await talk.LookedAsync();
        Assert.Empty(talk.Bot.Channel);
    }
}
