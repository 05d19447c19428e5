using BotDigest.Bot.Publishing;
using BotDigest.Bot.Storage;
using BotDigest.Sandbox.BotApi.Faults;
using BotDigest.Sandbox.World;
using Microsoft.Extensions.DependencyInjection;

namespace BotDigest.Bot.Tests.Publishing;

public sealed class PublishingTests
{
    private static readonly DateOnly Day = new(2026, 1, 15);

    [Fact]
    public async Task A_dropped_file_is_on_the_channel_with_a_linked_map_and_only_the_head_rings()
    {
        await using var bot = await BotDriver.StartAsync();
        bot.Drop(IssueText.Long(2026, 1, 15));
        await bot.PublishedAsync(Day);

        var posts = bot.Channel;
        Assert.Equal(5, posts.Length);
        Assert.Equal([false, true, true, true, true], posts.Select(p => p.IsSilent));
        Assert.Equal([1, 0, 0, 0, 0], posts.Select(p => p.Edits));
        foreach (var post in posts.Skip(1))
            Assert.Contains(posts[0].Body.Words.Entities, e => e.Argument == $"https://t.me/{WorldSeed.ChannelName}/{post.Id}");
        Assert.NotNull(posts[^1].Keyboard);
        Assert.Empty(bot.Sandbox.World.Findings);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_is_no_longer_wanted_while_nobody_knows_whether_it_was_sent_leaves_nothing_to_do_and_is_named_if_it_may_be_there(bool editors)
    {
        await using var bot = await BotDriver.StartAsync(editors ? [] : ["--Telegram:EditorsChat=", "--Publishing:ProbeAfter=00:00:02"]);
        bot.Drop(IssueText.Long(2026, 1, 15, sections: 3));
        await bot.PublishedAsync(Day);
        var posts = bot.Channel;

        bot.Sandbox.Services.Faults.Add(new FaultRule { Kind = FaultKind.Cut, Applied = !editors, Method = "sendMessage", Chat = WorldSeed.Channel, Times = 1 });
        bot.Drop(IssueText.Long(2026, 1, 15, sections: 4));
        await bot.UntilAsync(() => bot.Log.Lines.Any(l => l.Event == 5007), "the answer is lost");
        bot.Drop(IssueText.Long(2026, 1, 15, sections: 3));
        await bot.PublishedAsync(Day);
        var status = await bot.Services.GetRequiredService<DeliveryStore>().ListAsync(1, TestContext.Current.CancellationToken);
        Assert.All(status, d => Assert.Equal(DeliveryState.Sent, d.State));
        Assert.Equal(posts.Length, status.Count);

        bot.Drop(IssueText.Of(2026, 1, 16));
        await bot.PublishedAsync(new DateOnly(2026, 1, 16));
        var twice = bot.Log.Lines.Where(l => l.Event == 5012).Select(l => l.Text);
        if (editors)
            Assert.Empty(twice);
        else
            Assert.Contains($"twice: {posts[^1].Id + 1} beside {bot.Channel[^1].Id}", Assert.Single(twice), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_small_edit_of_the_newest_issue_edits_the_messages_that_differ_and_no_other()
    {
        await using var bot = await BotDriver.StartAsync();
        var issue = IssueText.Long(2026, 1, 15);
        bot.Drop(issue);
        await bot.PublishedAsync(Day);
        var before = bot.Channel;

        bot.Drop(issue.FileName, issue.ToString().Replace("第3条新闻 15 日的第2句话", "第3条新闻 15 日的第贰句话", StringComparison.Ordinal));
        await bot.UntilAsync(() => bot.Texts.Any(t => t.Contains("第贰句话", StringComparison.Ordinal)), "the edit is there");
        await bot.PublishedAsync(Day);
        Assert.Equal(before.Select(p => p.Id), bot.Channel.Select(p => p.Id));
        Assert.Equal([0, 0, 0, 1, 0], bot.Channel.Zip(before, (now, then) => now.Edits - then.Edits));
        Assert.Equal(before[^1].Keyboard, bot.Channel[^1].Keyboard);
    }

    [Fact]
    public async Task Touching_renaming_and_rewriting_a_file_does_nothing()
    {
        await using var bot = await BotDriver.StartAsync();
        var issue = IssueText.Long(2026, 1, 15);
        bot.Drop(issue);
        await bot.PublishedAsync(Day);
        var calls = CallsToChannel();

        bot.Drop(issue);
        File.Move(Path.Combine(bot.Posts, issue.FileName), Path.Combine(bot.Posts, "renamed.md"));
        bot.Drop("renamed.md", issue.ToString().ReplaceLineEndings("\r\n"));
        bot.Drop(IssueText.Of(2026, 1, 16));
        await bot.PublishedAsync(new DateOnly(2026, 1, 16));
        Assert.Equal(calls + 1, CallsToChannel());

        int CallsToChannel() => bot.Sandbox.Services.Journal.Calls.Count(c => c["chat_id"] == WorldSeed.Channel.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task Growth_of_the_newest_issue_is_sent_at_the_end_and_shrinkage_is_deleted()
    {
        await using var bot = await BotDriver.StartAsync();
        bot.Drop(IssueText.Long(2026, 1, 15, sections: 3));
        await bot.PublishedAsync(Day);
        Assert.Equal(4, bot.Channel.Length);

        bot.Drop(IssueText.Long(2026, 1, 15, sections: 5));
        await bot.UntilAsync(() => bot.Channel.Length == 6, "two more messages");
        await bot.PublishedAsync(Day);
        Assert.Equal(await FreshAsync(IssueText.Long(2026, 1, 15, sections: 5)), bot.Texts);
        Assert.All(bot.Channel, p => Assert.Null(p.ReplyTo));

        bot.Drop(IssueText.Long(2026, 1, 15, sections: 2));
        await bot.UntilAsync(() => bot.Channel.Length == 3, "three messages less");
        await bot.PublishedAsync(Day);
        Assert.Equal(await FreshAsync(IssueText.Long(2026, 1, 15, sections: 2)), bot.Texts);
    }

    [Fact]
    public async Task Growth_of_an_older_issue_is_a_silent_reply_headed_with_its_date_and_mapped()
    {
        await using var bot = await BotDriver.StartAsync();
        bot.Drop(IssueText.Long(2026, 1, 15, sections: 3));
        await bot.PublishedAsync(Day);
        bot.Drop(IssueText.Of(2026, 1, 16));
        await bot.PublishedAsync(new DateOnly(2026, 1, 16));

        bot.Drop(IssueText.Long(2026, 1, 15, sections: 4));
        await bot.UntilAsync(() => bot.Channel.Length == 6, "one more message");
        await bot.PublishedAsync(Day);
        var (head, last, addition) = (bot.Channel[0], bot.Channel[3], bot.Channel[^1]);
        Assert.StartsWith("2026年1月15日 · 续\n\n", addition.Body.Words.Text, StringComparison.Ordinal);
        Assert.Equal(last.Id, addition.ReplyTo);
        Assert.True(addition.IsSilent);
        Assert.Contains(head.Body.Words.Entities, e => e.Argument == $"https://t.me/{WorldSeed.ChannelName}/{addition.Id}");
        Assert.Null(last.Keyboard);
        Assert.NotNull(addition.Keyboard);
    }

    [Fact]
    public async Task A_retracted_issue_disappears_and_comes_back_when_the_file_says_so()
    {
        await using var bot = await BotDriver.StartAsync();
        var issue = IssueText.Long(2026, 1, 15, sections: 2);
        bot.Drop(issue);
        await bot.PublishedAsync(Day);
        bot.Drop(issue.WithFront("retracted: true"));
        await bot.UntilAsync(() => bot.Channel.IsEmpty, "the channel is empty");
        bot.Drop(issue);
        await bot.UntilAsync(() => bot.Channel.Length == 3, "the issue is back");
    }

    [Fact]
    public async Task After_two_days_a_retracted_issue_is_a_notice()
    {
        await using var bot = await BotDriver.StartAsync();
        var issue = IssueText.Long(2026, 1, 15, sections: 2);
        bot.Drop(issue);
        await bot.PublishedAsync(Day);
        bot.Sandbox.Services.Clock.Advance(TimeSpan.FromHours(49));
        bot.Drop(issue.WithFront("retracted: true"));
        await bot.UntilAsync(() => bot.Texts.All(t => t == "2026年1月15日的这一期已撤回。"), "every message is a notice");
        Assert.Equal(3, bot.Channel.Length);
    }

    [Fact]
    public async Task Issues_that_come_together_go_out_in_the_order_of_their_dates_and_do_not_mix()
    {
        await using var bot = await BotDriver.CreateAsync("--Publishing:CatchUp=All");
        foreach (var day in (int[])[17, 15, 16])
            bot.Drop(IssueText.Long(2026, 1, day, sections: 2));
        await bot.StartBotAsync();
        await bot.PublishedAsync(new DateOnly(2026, 1, 17));
        Assert.Equal(["15", "15", "15", "16", "16", "16", "17", "17", "17"], bot.Texts.Select(t => System.Text.RegularExpressions.Regex.Match(t, "(15|16|17) ?日").Groups[1].Value));
    }

    [Fact]
    public async Task A_lost_answer_is_settled_by_looking_and_nothing_is_there_twice()
    {
        await using var bot = await BotDriver.StartAsync();
        bot.Sandbox.Services.Faults.Add(new FaultRule { Kind = FaultKind.Cut, Method = "sendMessage", Chat = WorldSeed.Channel, Times = 2, Skip = 1 });
        bot.Sandbox.Services.Faults.Add(new FaultRule { Kind = FaultKind.Cut, Applied = false, Method = "sendMessage", Chat = WorldSeed.Channel, Times = 1, Skip = 1 });
        var issue = IssueText.Long(2026, 1, 15);
        bot.Drop(issue);
        await bot.PublishedAsync(Day);
        Assert.Equal(await FreshAsync(issue), bot.Texts);
        Assert.DoesNotContain(bot.EditorsChat, m => m.Origin is not null);
    }

    [Fact]
    public async Task The_very_first_message_is_found_in_a_channel_with_a_past()
    {
        await using var bot = await BotDriver.StartAsync();
        for (var i = 0; i < 40; i++)
            bot.Sandbox.Users.PostToChannel(WorldSeed.Owner, WorldSeed.Channel, $"旧文 {i}");
        bot.Sandbox.Services.Faults.Add(new FaultRule { Kind = FaultKind.Cut, Method = "sendMessage", Chat = WorldSeed.Channel, Times = 1 });
        bot.Drop(IssueText.Of(2026, 1, 15));
        await bot.PublishedAsync(Day);
        Assert.Equal(41, bot.Channel.Length);
        Assert.DoesNotContain(bot.EditorsChat, m => m.Origin is not null);
    }

    [Fact]
    public async Task Without_the_right_to_post_an_issue_waits_with_one_alert_and_goes_on_after_a_restart()
    {
        await using var bot = await BotDriver.StartAsync();
        bot.Sandbox.Users.Promote(WorldSeed.Owner, WorldSeed.Channel, WorldSeed.BotId, Rights.EditMessages);
        bot.Drop(IssueText.Of(2026, 1, 15));
        await bot.UntilAsync(() => bot.EditorsChat.Any(IsAlert), "the editors are told");
        bot.Drop(IssueText.Of(2026, 1, 16));
        Assert.Contains("2026-01-15", Assert.Single(bot.EditorsChat, IsAlert).Body.Words.Text, StringComparison.Ordinal);

        bot.Sandbox.Users.Promote(WorldSeed.Owner, WorldSeed.Channel, WorldSeed.BotId, Rights.PostMessages | Rights.EditMessages | Rights.DeleteMessages);
        await bot.StopBotAsync();
        await bot.StartBotAsync();
        await bot.PublishedAsync(new DateOnly(2026, 1, 16));
        Assert.Equal(2, bot.Channel.Length);
        await bot.UntilAsync(() => bot.EditorsChat.Any(m => m.Body.Words.Text.StartsWith("已解决：机器人在频道没有权限", StringComparison.Ordinal)), "the alert is resolved");
        Assert.Single(bot.EditorsChat, IsAlert);

        static bool IsAlert(Message message) => message.Body.Words.Text.Contains("机器人在频道没有权限\n", StringComparison.Ordinal);
    }

    /// <summary>What a channel shows that has only ever seen this issue.</summary>
    private static async Task<IReadOnlyList<string>> FreshAsync(IssueText issue)
    {
        await using var bot = await BotDriver.StartAsync();
        bot.Drop(issue);
        await bot.PublishedAsync(issue.Date);
        return [.. bot.Texts];
    }
}
