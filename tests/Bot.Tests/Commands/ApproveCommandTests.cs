using BotDigest.Bot.Publishing;
using BotDigest.Sandbox.World;

namespace BotDigest.Bot.Tests.Commands;

public sealed class ApproveCommandTests
{
    private static readonly string[] Settings = ["--Publishing:RequireApproval=true", "--Publishing:At=08:00"];

    [Fact]
    public async Task An_issue_waits_at_its_hour_with_one_reminder_and_goes_out_when_it_is_approved()
    {
        await using var talk = await EditorTalk.StartAsync(Settings);
        var issue = await talk.DropAsync(days: 1);
        var receipt = await talk.NoticeAsync("待审批 · 定于");
        Assert.Equal(["批准|退回|稍后", "看预览"], receipt.Buttons());
        Assert.False(receipt.IsSilent);

        talk.AdvanceTo(issue.Date, 8, 1);
        var reminder = await talk.NoticeAsync("到点了，还在等审批");
        Assert.Equal(receipt.Id, reminder.ReplyTo);
        await talk.NoticeAsync("批准后立即发出");
        talk.Bot.Sandbox.Services.Clock.Advance(TimeSpan.FromHours(3));
        await talk.LookedAsync();
        Assert.Empty(talk.Bot.Channel);
        Assert.Equal(2, talk.Notices.Length);

        Assert.Equal("已批准。", await talk.PressAsync(EditorTalk.Chinese, reminder, "批准"));
        await talk.Bot.PublishedAsync(issue.Date);
        await talk.NoticeAsync("已发布");
        await talk.Bot.UntilAsync(() => talk.Now(reminder).Keyboard is null, "the reminder has no buttons any more");
        Assert.Contains("周舟 已批准", talk.Now(reminder).Text(), StringComparison.Ordinal);
        Assert.Equal(2, talk.Notices.Length);
    }

    [Fact]
    public async Task Approved_in_time_it_goes_out_at_its_hour_and_not_before()
    {
        await using var talk = await EditorTalk.StartAsync(Settings);
        var issue = await talk.DropAsync(days: 1);
        var receipt = await talk.NoticeAsync("待审批");
        Assert.Equal("Approved.", await talk.PressAsync(EditorTalk.English, receipt, "批准"));
        receipt = await talk.NoticeAsync("Alex 已批准");
        Assert.Equal(["看预览|退回"], receipt.Buttons());
        talk.AdvanceTo(issue.Date, 7, 59);
        await talk.LookedAsync();
        Assert.Empty(talk.Bot.Channel);
        talk.AdvanceTo(issue.Date, 8);
        await talk.Bot.PublishedAsync(issue.Date);
        await talk.NoticeAsync("已发布");
        Assert.Single(talk.Notices);
    }

    [Fact]
    public async Task A_change_voids_the_approval_and_says_so_and_the_old_buttons_decide_nothing()
    {
        await using var talk = await EditorTalk.StartAsync(Settings);
        var issue = await talk.DropAsync(days: 1);
        var receipt = await talk.NoticeAsync("待审批");
        await talk.PressAsync(EditorTalk.Chinese, receipt, "批准");
        await talk.NoticeAsync("周舟 已批准");

        var before = talk.Now(receipt);
        await talk.DropAsync(issue with { Title = "改过的标题" });
        var notice = await talk.NoticeAsync("在 周舟 批准之后有改动，原批准作废");
        Assert.Equal(receipt.Id, notice.ReplyTo);
        await talk.NoticeAsync("待审批");
        talk.AdvanceTo(issue.Date, 9);
        await talk.LookedAsync();
        Assert.Empty(talk.Bot.Channel);

        var data = before.Button("退回");
        var old = talk.Bot.Sandbox.World;
        var forged = old.Post(old.FindChat(WorldSeed.Editors)!, old.Bot, new Draft(before.Body) { Keyboard = new InlineKeyboard([[new InlineButton("旧", ButtonKind.Callback, data.Replace(" no ", " yes ", StringComparison.Ordinal))]]) });
        Assert.Equal("文件已有改动，请在最新的回执上处理。", await talk.PressAsync(EditorTalk.Chinese, forged, "旧"));
        await talk.PressAsync(EditorTalk.Chinese, talk.Now(receipt), "批准");
        await talk.Bot.PublishedAsync(issue.Date);
        Assert.Contains("改过的标题", Assert.Single(talk.Bot.Texts), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rejected_it_stays_off_the_channel_until_its_file_changes_or_an_editor_thinks_again()
    {
        await using var talk = await EditorTalk.StartAsync(Settings);
        var issue = await talk.DropAsync(days: 1);
        var receipt = await talk.NoticeAsync("待审批");
        Assert.Equal("Rejected. It stays off the channel.", await talk.PressAsync(EditorTalk.English, receipt, "退回"));
        receipt = await talk.NoticeAsync("Alex 已退回");
        Assert.Equal("Alex 已经退回了。", await talk.PressAsync(EditorTalk.Chinese, receipt, "退回"));
        talk.AdvanceTo(issue.Date, 9);
        await talk.LookedAsync();
        Assert.Empty(talk.Bot.Channel);
        Assert.Single(talk.Notices);
        await talk.DropAsync(issue with { Title = "改好了" });
        receipt = await talk.NoticeAsync("批准后立即发出");
        await talk.PressAsync(EditorTalk.Chinese, receipt, "批准");
        await talk.Bot.PublishedAsync(issue.Date);
    }

    [Fact]
    public async Task Later_asks_again_in_an_hour()
    {
        await using var talk = await EditorTalk.StartAsync(Settings);
        var issue = await talk.DropAsync(days: 1);
        var receipt = await talk.NoticeAsync("待审批");
        Assert.Equal("好的，一小时后再提醒。", await talk.PressAsync(EditorTalk.Chinese, receipt, "稍后"));
        await talk.NoticeAsync("周舟 稍后再看");
        talk.Bot.Sandbox.Services.Clock.Advance(TimeSpan.FromMinutes(61));
        var reminder = await talk.NoticeAsync("再看一下");
        await talk.PressAsync(EditorTalk.Chinese, reminder, "批准");
        talk.AdvanceTo(issue.Date, 8);
        await talk.Bot.PublishedAsync(issue.Date);
    }

    [Fact]
    public async Task Only_editors_decide_and_a_repeated_press_acts_once()
    {
        await using var talk = await EditorTalk.StartAsync(Settings);
        await talk.DropAsync(days: 1);
        var receipt = await talk.NoticeAsync("待审批");
        Assert.Equal("只有本频道的编辑可以操作。", await talk.PressAsync(EditorTalk.Guest, receipt, "批准"));
        Assert.Contains("待审批", talk.Now(receipt).Text(), StringComparison.Ordinal);
        Assert.Equal("已批准。", await talk.PressAsync(EditorTalk.Chinese, receipt, "批准"));
        Assert.Equal("Already approved by 周舟.", await talk.PressAsync(EditorTalk.English, receipt with { Keyboard = null }, receipt.Button("批准")));
    }

    [Fact]
    public async Task The_decision_outlives_a_restart()
    {
        await using var talk = await EditorTalk.StartAsync(Settings);
        var issue = await talk.DropAsync(days: 1);
        var receipt = await talk.NoticeAsync("待审批");
        await talk.PressAsync(EditorTalk.Chinese, receipt, "批准");
        await talk.NoticeAsync("周舟 已批准");
        var edits = talk.Now(receipt).Edits;
        await talk.Bot.StopBotAsync();
        await talk.Bot.StartBotAsync();
        await talk.Bot.ReadyAsync();
        await talk.LookedAsync();
        Assert.Equal(edits, talk.Now(receipt).Edits);
        talk.AdvanceTo(issue.Date, 8);
        await talk.Bot.PublishedAsync(issue.Date);
        await talk.NoticeAsync("已发布");
        Assert.Single(talk.Notices);
    }

    [Theory]
    [InlineData(EditorTalk.Chinese, true, "批准", "已批准。")]
    [InlineData(EditorTalk.English, false, "Approve", "Approved.")]
    public async Task Typed_it_asks_about_the_issue_as_it_is(long editor, bool inChat, string caption, string note)
    {
        await using var talk = await EditorTalk.StartAsync(Settings);
        var issue = await talk.DropAsync(days: 1);
        var card = await talk.AskAsync(editor, $"/approve {issue.Date:yyyy-MM-dd}", inChat);
        Assert.Equal($"{issue.Date:yyyy-MM-dd} · {issue.Title}", card.Text());
        Assert.Equal(note, await talk.PressAsync(editor, card, caption));
        Assert.Equal($"{issue.Date:yyyy-MM-dd} · {note}", talk.Now(card).Text());
        Assert.Null(talk.Now(card).Keyboard);
        talk.AdvanceTo(issue.Date, 8);
        await talk.Bot.PublishedAsync(issue.Date);
    }

    [Fact]
    public async Task Where_no_approval_is_wanted_it_says_so()
    {
        await using var talk = await EditorTalk.StartAsync();
        Assert.Equal("Issues need no approval here (Publishing:RequireApproval is off).", (await talk.AskAsync(EditorTalk.English, "/approve", inChat: true)).Text());
    }

    [Fact]
    public async Task An_approved_issue_that_stood_still_asks_again_when_it_is_changed()
    {
        await using var talk = await EditorTalk.StartAsync(Settings);
        var issue = await talk.DropAsync(days: 1);
        await talk.PressAsync(EditorTalk.Chinese, await talk.NoticeAsync("待审批"), "批准");
        talk.Bot.Sandbox.Users.Promote(WorldSeed.Owner, WorldSeed.Channel, WorldSeed.BotId, Rights.EditMessages);
        talk.AdvanceTo(issue.Date, 8);
        await talk.Bot.UntilAsync(() => talk.Ledger(issue.Date) is { Paused: PublicationPause.Rights }, "it stands still");
        await talk.DropAsync(issue with { Title = "改过的标题" });
        talk.Bot.Sandbox.Users.Promote(WorldSeed.Owner, WorldSeed.Channel, WorldSeed.BotId, Rights.PostMessages | Rights.EditMessages | Rights.DeleteMessages);
        await talk.Bot.UntilAsync(() => talk.Ledger(issue.Date) is { State: PublicationState.Scheduled }, "it waits again");
        await talk.LookedAsync();
        Assert.Empty(talk.Bot.Channel);
    }
}
