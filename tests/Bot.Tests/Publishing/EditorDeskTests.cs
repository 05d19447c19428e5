using System.Globalization;
using BotDigest.Bot.Storage;
using BotDigest.Bot.Tests.Commands;
using BotDigest.Sandbox.BotApi.Faults;
using BotDigest.Sandbox.World;
using Microsoft.Extensions.DependencyInjection;

namespace BotDigest.Bot.Tests.Publishing;

/// <summary>What editors see in their chat: a receipt for each issue that keeps up with it, problems with their remedy, alerts that end.</summary>
public sealed class EditorDeskTests
{
    private const string NoDate = "---\ntitle: 国产芯片与开源模型\n---\n\n文字\n";

    [Fact]
    public async Task An_issue_that_goes_out_at_once_has_one_receipt_with_its_messages_and_links()
    {
        await using var talk = await EditorTalk.StartAsync();
        var issue = await talk.DropAsync(sections: 3);
        await talk.Bot.PublishedAsync(issue.Date);
        var receipt = await talk.NoticeAsync("已发布");
        var lines = receipt.Marked().Split('\n');
        Assert.Equal("**国产芯片与开源模型**", lines[0]);
        Assert.Equal($"{issue.Date:yyyy年M月d日} · {CultureInfo.GetCultureInfo("zh-Hans").DateTimeFormat.GetDayName(issue.Date.DayOfWeek)} · {issue.FileName}", lines[1]);
        Assert.Equal("4 条消息", lines[5]);
        Assert.Matches(@"^\[1\]\(https://t\.me/ai_news_plus/1\)\.  \d+ 字 · 目录 3 项$", lines[6]);
        Assert.Matches(@"^\[4\]\(https://t\.me/ai_news_plus/4\)\.  2,\d\d\d 字 · 预览 \[example\.com\]\(https://example\.com/.*\)$", lines[9]);
        Assert.Equal(["看预览|频道查看"], receipt.Buttons());
        Assert.Equal("https://t.me/ai_news_plus/1", receipt.Button("频道查看"));
        Assert.True(receipt.IsSilent);
        Assert.Single(talk.Notices);
        Assert.Empty(talk.Bot.Sandbox.World.Findings);
    }

    [Fact]
    public async Task The_receipt_says_how_many_subscribers_the_issue_has_reached()
    {
        await using var talk = await EditorTalk.StartAsync();
        foreach (var reader in (long[])[WorldSeed.ChineseReader, WorldSeed.EnglishReader, WorldSeed.TraditionalReader])
            await talk.WriteAsync(reader, "/subscribe what=issues", inChat: false);
        talk.Bot.Sandbox.Services.Faults.Add(new FaultRule { Kind = FaultKind.Error, Applied = false, Method = "sendMessage", Chat = WorldSeed.EnglishReader, Code = 403, Description = "Forbidden: bot was blocked by the user" });
        var issue = await talk.DropAsync();
        await talk.Bot.PublishedAsync(issue.Date);
        await talk.Bot.UntilAsync(
            () =>
            {
                talk.Bot.Sandbox.Services.Clock.Advance(TimeSpan.FromSeconds(1));
                return talk.Notices.Any(n => n.Text().Contains("已推送 2 / 3 人 · 未送达 1 人", StringComparison.Ordinal));
            },
            "the pushes are counted");
        Assert.Single(talk.Notices);
    }

    [Fact]
    public async Task The_receipt_follows_the_issue_and_is_edited_only_when_something_has_changed()
    {
        await using var talk = await EditorTalk.StartAsync("--Publishing:At=08:00", "--Publishing:HoldFor=00:10:00");
        var issue = await talk.DropAsync(days: 1);
        var receipt = await talk.NoticeAsync($"定于 {issue.Date:M月d日} 08:00 发布");
        talk.Bot.Drop(issue);
        await talk.LookedAsync();
        Assert.Equal(0, talk.Now(receipt).Edits);
        talk.AdvanceTo(issue.Date, 8, 1);
        await talk.NoticeAsync("暂缓到");
        talk.AdvanceTo(issue.Date, 8, 11);
        await talk.Bot.PublishedAsync(issue.Date);
        await talk.NoticeAsync("08:11 已发布");
        var edits = talk.Now(receipt).Edits;
        await talk.Bot.StopBotAsync();
        await talk.Bot.StartBotAsync();
        await talk.Bot.ReadyAsync();
        await talk.LookedAsync();
        Assert.Equal(edits, talk.Now(receipt).Edits);

        talk.Bot.Drop(issue.WithFront("retracted: true"));
        await talk.NoticeAsync("已按文件撤回");
        Assert.Equal(receipt.Id, Assert.Single(talk.Notices).Id);
        Assert.Null(talk.Now(receipt).Keyboard);
    }

    [Fact]
    public async Task Warnings_stand_in_the_receipt_with_their_place_and_remedy()
    {
        await using var talk = await EditorTalk.StartAsync();
        var date = talk.Today;
        await talk.DropAsync(IssueText.Of(date.Year, date.Month, date.Day).WithFront("colour: red"));
        var receipt = await talk.NoticeAsync("\n\n1 处提醒\n");
        Assert.Contains($"\n{date:yyyy-MM-dd}.md:4:1 提醒 FM", receipt.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_and_an_issue_that_came_too_late_are_told_and_what_became_of_them()
    {
        await using var talk = await EditorTalk.StartAsync("--Publishing:At=08:00");
        talk.Bot.Sandbox.Services.Clock.Advance(TimeSpan.FromDays(10));
        var draft = await talk.DropAsync(days: -1);
        await talk.Bot.PublishedAsync(draft.Date);
        await talk.DropAsync(days: -5);
        var late = await talk.NoticeAsync("来得太晚，已过发布时间");
        Assert.Contains($"/publish {talk.Today.AddDays(-5):yyyy-MM-dd}", late.Text(), StringComparison.Ordinal);
        talk.Bot.Drop(draft.WithFront("draft: true"));
        Assert.Contains("已发布", (await talk.NoticeAsync("文件现在标为草稿。去掉 draft 之前，频道内容保持不变。")).Text(), StringComparison.Ordinal);
        talk.Bot.Drop(draft);
        await talk.Bot.UntilAsync(() => !talk.Notices.Any(n => n.Text().Contains("标为草稿", StringComparison.Ordinal)), "the remark goes with the draft");
    }

    [Fact]
    public async Task A_problem_becomes_the_receipt_when_the_file_is_mended()
    {
        await using var talk = await EditorTalk.StartAsync();
        talk.Bot.Drop("x.md", NoDate);
        var problem = await talk.NoticeAsync("没有收录");
        Assert.Contains("\nx.md:3:1 错误 FM003 ", problem.Text(), StringComparison.Ordinal);
        Assert.EndsWith("\n\n改好保存即可，这条消息会变成回执。", problem.Text(), StringComparison.Ordinal);
        Assert.False(problem.IsSilent);
        var date = talk.Today;
        talk.Bot.Drop("x.md", IssueText.Of(date.Year, date.Month, date.Day).ToString());
        var receipt = await talk.NoticeAsync("已发布");
        Assert.Equal(problem.Id, receipt.Id);
        Assert.Single(talk.Notices);
    }

    [Fact]
    public async Task Ten_saves_of_a_broken_file_are_one_message_with_few_edits_and_the_last_word_is_right()
    {
        await using var talk = await EditorTalk.StartAsync();
        for (var save = 1; save <= 10; save++)
        {
            var files = talk.Bot.Services.GetRequiredService<FileStore>();
            var text = $"---\n{string.Concat(Enumerable.Repeat("seo: 无\n", save % 2))}title: 第{save}次\n---\n\n文字\n";
            var known = (await files.FindAsync("x.md", TestContext.Current.CancellationToken))?.Hash;
            talk.Bot.Drop("x.md", text);
            await talk.Bot.UntilAsync(() => files.FindAsync("x.md", default).GetAwaiter().GetResult() is { } now && now.Hash != known, "the save is read");
        }

        await talk.Bot.UntilAsync(() => talk.Notices.Any(n => n.Text().Contains("x.md:3:1 错误 FM003", StringComparison.Ordinal)), "the last state is told");
        Assert.InRange(Assert.Single(talk.Notices).Edits, 0, 6);
    }

    [Fact]
    public async Task A_broken_edit_of_a_published_issue_is_a_message_of_its_own_that_goes_when_it_is_mended()
    {
        await using var talk = await EditorTalk.StartAsync();
        var issue = await talk.DropAsync();
        await talk.Bot.PublishedAsync(issue.Date);
        await talk.NoticeAsync("已发布");
        talk.Bot.Drop(issue.FileName, NoDate);
        await talk.NoticeAsync("没有收录");
        talk.Bot.Drop(issue);
        await talk.Bot.UntilAsync(() => talk.Notices.Length == 1, "the problem is gone");
        await talk.NoticeAsync("已发布");
    }

    [Fact]
    public async Task Many_broken_files_at_once_are_one_message()
    {
        await using var talk = await EditorTalk.StartAsync();
        for (var i = 0; i < 12; i++)
            talk.Bot.Drop($"x{i:00}.md", NoDate);
        await talk.NoticeAsync("个文件没有收录");
        Assert.InRange(talk.Notices.Length, 1, 6);
        foreach (var file in Directory.GetFiles(talk.Bot.Posts))
            File.Delete(file);
        await talk.Bot.UntilAsync(() => talk.Notices.IsEmpty, "all is well");
    }

    [Fact]
    public async Task Missing_rights_are_one_alert_that_is_resolved_and_counts_when_they_are_lost_again()
    {
        await using var talk = await EditorTalk.StartAsync();
        talk.Bot.Sandbox.Users.Promote(WorldSeed.Owner, WorldSeed.Channel, WorldSeed.BotId, Rights.EditMessages);
        var issue = await talk.DropAsync();
        var alert = await talk.NoticeAsync("机器人在频道没有权限\n始于");
        Assert.Contains("请把机器人设为频道管理员", alert.Text(), StringComparison.Ordinal);
        Assert.False(alert.IsSilent);
        for (var times = 2; times <= 3; times++)
        {
            talk.Bot.Sandbox.Users.Promote(WorldSeed.Owner, WorldSeed.Channel, WorldSeed.BotId, Rights.PostMessages | Rights.EditMessages | Rights.DeleteMessages);
            await talk.NoticeAsync("已解决：机器人在频道没有权限");
            talk.Bot.Sandbox.Users.Promote(WorldSeed.Owner, WorldSeed.Channel, WorldSeed.BotId, Rights.DeleteMessages);
            await talk.DropAsync(issue with { Title = $"第{times}版" });
            await talk.NoticeAsync($"第 {times} 次\n\n");
        }

        talk.Bot.Sandbox.Users.Promote(WorldSeed.Owner, WorldSeed.Channel, WorldSeed.BotId, Rights.PostMessages | Rights.EditMessages | Rights.DeleteMessages);
        var over = await talk.NoticeAsync("已解决：机器人在频道没有权限");
        Assert.Equal(alert.Id, over.Id);
        Assert.Equal(2, talk.Notices.Length);
    }

    [Fact]
    public async Task A_long_pause_that_Telegram_asks_for_is_an_alert_until_it_is_over()
    {
        await using var talk = await EditorTalk.StartAsync();
        talk.Bot.Sandbox.Services.Faults.Add(new FaultRule { Kind = FaultKind.TooMany, Method = "sendMessage", Chat = WorldSeed.Channel, Times = 1, RetryAfter = 300 });
        var issue = await talk.DropAsync();
        await talk.NoticeAsync("Telegram 要求暂停\n始于");
        await talk.NoticeAsync(" 继续（");
        Assert.Contains("Telegram 要求暂停到", (await talk.AskAsync(EditorTalk.Chinese, "/status", inChat: true)).Text(), StringComparison.Ordinal);
        talk.Bot.Sandbox.Services.Clock.Advance(TimeSpan.FromSeconds(302));
        await talk.Bot.PublishedAsync(issue.Date);
        await talk.NoticeAsync("已解决：Telegram 要求暂停");
        await talk.NoticeAsync("已发布");
        Assert.Equal(2, talk.Notices.Length);
    }

    [Fact]
    public async Task A_delivery_that_cannot_be_settled_is_an_alert_until_it_is()
    {
        await using var talk = await EditorTalk.StartAsync();
        var faults = talk.Bot.Sandbox.Services.Faults;
        faults.Add(new FaultRule { Kind = FaultKind.Cut, Method = "sendMessage", Chat = WorldSeed.Channel, Times = 1 });
        faults.Add(new FaultRule { Kind = FaultKind.Cut, Applied = false, Method = "forwardMessage" });
        var issue = await talk.DropAsync();
        await talk.Bot.UntilAsync(() => talk.Bot.Channel.Length == 1, "the message is there, and nobody knows");
        talk.Bot.Sandbox.Services.Clock.Advance(TimeSpan.FromSeconds(70));
        await talk.NoticeAsync("有一条消息无法确认是否已发出\n");
        faults.Clear();
        talk.Bot.Sandbox.Services.Clock.Advance(TimeSpan.FromHours(1));
        await talk.Bot.PublishedAsync(issue.Date);
        await talk.NoticeAsync("已解决：有一条消息无法确认是否已发出");
        Assert.Single(talk.Bot.Channel);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_read_is_an_alert_until_it_can()
    {
        await using var talk = await EditorTalk.StartAsync();
        Directory.Move(talk.Bot.Posts, talk.Bot.Posts + "-away");
        await talk.Bot.UntilAsync(() => talk.Bot.Services.GetRequiredService<Bot.Web.Readiness>().Reasons.Count > 0, "the folder is missed");
        await talk.Bot.UntilAsync(
            () =>
            {
                talk.Bot.Sandbox.Services.Clock.Advance(TimeSpan.FromSeconds(1));
                return talk.Notices.Any(n => n.Text().StartsWith("读不到稿件文件夹", StringComparison.Ordinal));
            },
            "the editors are told");
        Directory.Move(talk.Bot.Posts + "-away", talk.Bot.Posts);
        await talk.NoticeAsync("已解决：读不到稿件文件夹");
    }
}
