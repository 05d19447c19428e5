using BotDigest.Bot.Publishing;
using BotDigest.Bot.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace BotDigest.Bot.Tests.Commands;

public sealed class PublishCommandTests
{
    [Theory]
    [InlineData(EditorTalk.Chinese, true, "现在发布：", "已经在频道上了。")]
    [InlineData(EditorTalk.English, false, "goes to the channel now: ", "is on the channel already.")]
    public async Task An_issue_goes_out_before_its_hour(long editor, bool inChat, string taken, string again)
    {
        await using var talk = await EditorTalk.StartAsync("--Publishing:At=08:00");
        var issue = await talk.DropAsync(days: 3);
        Assert.Equal($"{issue.Date:yyyy-MM-dd} {taken}{issue.Title}", (await talk.AskAsync(editor, $"/publish {issue.Date:yyyy-MM-dd}", inChat)).Text());
        await talk.Bot.PublishedAsync(issue.Date);
        Assert.Single(talk.Bot.Channel);
        await talk.NoticeAsync("已发布");
        Assert.Equal($"{issue.Date:yyyy-MM-dd} {again}", (await talk.AskAsync(editor, $"/publish {issue.Date:yyyy-MM-dd}", inChat)).Text());
    }

    [Fact]
    public async Task It_approves_what_waits_for_that()
    {
        await using var talk = await EditorTalk.StartAsync("--Publishing:RequireApproval=true", "--Publishing:At=08:00");
        var issue = await talk.DropAsync(days: 3);
        await talk.NoticeAsync("待审批");
        await talk.AskAsync(EditorTalk.Chinese, $"/publish {issue.Date:yyyy-MM-dd}", inChat: true);
        await talk.Bot.PublishedAsync(issue.Date);
    }

    [Fact]
    public async Task It_approves_what_the_editor_has_seen_and_not_what_the_file_says_since()
    {
        await using var talk = await EditorTalk.StartAsync("--Publishing:RequireApproval=true", "--Publishing:At=08:00");
        var issue = await talk.DropAsync(days: 3);
        await talk.NoticeAsync("待审批");
        var requests = talk.Bot.Services.GetRequiredService<RequestStore>();
        var now = talk.Bot.Sandbox.Services.Clock.GetUtcNow();
        await requests.AddAsync(PublicationVerbs.Publish, $"{issue.Date:yyyy-MM-dd} {new string('0', 64)}", now, TestContext.Current.CancellationToken);
        await talk.LookedAsync();
        Assert.Empty(talk.Bot.Channel);
        Assert.Equal(PublicationState.Scheduled, talk.Ledger(issue.Date)!.State);
        await talk.AskAsync(EditorTalk.Chinese, $"/publish {issue.Date:yyyy-MM-dd}", inChat: true);
        await talk.Bot.PublishedAsync(issue.Date);
    }

    [Fact]
    public async Task It_brings_back_what_was_taken_back_by_hand()
    {
        await using var talk = await EditorTalk.StartAsync();
        var issue = await talk.DropAsync();
        await talk.Bot.PublishedAsync(issue.Date);
        var card = await talk.AskAsync(EditorTalk.Chinese, $"/retract {issue.Date:yyyy-MM-dd}", inChat: true);
        await talk.PressAsync(EditorTalk.Chinese, card, "撤回");
        await talk.NoticeAsync($"已手动撤回，发 /publish {issue.Date:yyyy-MM-dd} 可重新发布");
        await talk.AskAsync(EditorTalk.Chinese, $"/publish {issue.Date:yyyy-MM-dd}", inChat: true);
        await talk.Bot.PublishedAsync(issue.Date);
        Assert.Single(talk.Bot.Channel);
    }

    [Fact]
    public async Task While_publishing_is_paused_it_waits_for_that()
    {
        await using var talk = await EditorTalk.StartAsync("--Publishing:At=08:00");
        var issue = await talk.DropAsync(days: 3);
        await talk.AskAsync(EditorTalk.English, "/pause", inChat: false);
        Assert.Contains("publishing is paused", (await talk.AskAsync(EditorTalk.English, $"/publish {issue.Date:yyyy-MM-dd}", inChat: false)).Text(), StringComparison.Ordinal);
        await talk.Bot.UntilAsync(() => talk.Ledger(issue.Date) is { State: PublicationState.Publishing }, "it is on its way");
        await talk.NoticeAsync("Alex 暂停了发布");
        Assert.Empty(talk.Bot.Channel);
        await talk.AskAsync(EditorTalk.English, "/resume", inChat: false);
        await talk.Bot.PublishedAsync(issue.Date);
    }
}
