using BotDigest.Bot.Tests.Commands;
using BotDigest.Sandbox.BotApi.Faults;
using BotDigest.Sandbox.World;

namespace BotDigest.Bot.Tests.Publishing;

/// <summary>The newest issue's head is pinned, where the settings want that.</summary>
public sealed class HeadPinTests
{
    private const string Pin = "--Publishing:Pin=true";

    [Fact]
    public async Task The_newest_head_is_pinned_without_a_sound_and_the_one_before_no_longer()
    {
        await using var bot = await BotDriver.StartAsync(Pin);
        var first = await PublishAsync(bot, 15);
        await bot.UntilAsync(() => Pinned(bot) == first, "the first is pinned");
        var second = await PublishAsync(bot, 16);
        await bot.UntilAsync(() => Pinned(bot) == second, "the second is pinned");
        await bot.UntilAsync(() => bot.Sandbox.World.FindChat(WorldSeed.Channel)!.Pinned.Count == 1, "the first is not");
        Assert.All(bot.Sandbox.Services.Journal.Of("pinChatMessage"), c => Assert.Equal("true", c["disable_notification"], ignoreCase: true));

        // an older issue changes nothing, a restart neither
        await PublishAsync(bot, 14);
        await bot.StopBotAsync();
        await bot.StartBotAsync();
        await PublishAsync(bot, 13);
        Assert.Equal(second, Pinned(bot));
        Assert.Equal(2, bot.Sandbox.Services.Journal.Of("pinChatMessage").Length);
    }

    [Fact]
    public async Task The_channels_own_posts_about_pins_are_passed_over_when_a_lost_answer_is_settled()
    {
        await using var bot = await BotDriver.StartAsync(Pin);
        await PublishAsync(bot, 15);
        await bot.UntilAsync(() => bot.Channel.Any(m => m.Body is MessageBody.Pinned), "the channel tells of the pin");
        bot.Sandbox.Services.Faults.Add(new FaultRule { Kind = FaultKind.Cut, Method = "sendMessage", Chat = WorldSeed.Channel, Times = 2 });
        bot.Drop(IssueText.Long(2026, 1, 16, sections: 3));
        await bot.PublishedAsync(new DateOnly(2026, 1, 16));
        Assert.Equal(5, bot.Channel.Count(m => m.Body is MessageBody.Text));
    }

    [Fact]
    public async Task When_the_newest_is_taken_back_the_one_before_is_pinned_again()
    {
        await using var bot = await BotDriver.StartAsync(Pin);
        var first = await PublishAsync(bot, 15);
        var second = await PublishAsync(bot, 16);
        await bot.UntilAsync(() => Pinned(bot) == second, "the second is pinned");
        bot.Drop(IssueText.Of(2026, 1, 16).WithFront("retracted: true"));
        await bot.UntilAsync(() => Pinned(bot) == first, "the first is pinned again");
    }

    [Fact]
    public async Task Without_the_right_there_is_one_alert_and_issues_go_out_all_the_same()
    {
        await using var talk = await EditorTalk.StartAsync(Pin);
        var bot = talk.Bot;
        bot.Sandbox.Users.Promote(WorldSeed.Owner, WorldSeed.Channel, WorldSeed.BotId, Rights.PostMessages | Rights.DeleteMessages);
        await PublishAsync(bot, 15);
        var alert = await talk.NoticeAsync("无法置顶最新一期\n");
        var last = await PublishAsync(bot, 16);
        await talk.LookedAsync();
        Assert.Single(talk.Notices, n => n.Text().Contains("置顶", StringComparison.Ordinal));
        Assert.Null(Pinned(bot));

        bot.Sandbox.Users.Promote(WorldSeed.Owner, WorldSeed.Channel, WorldSeed.BotId, Rights.PostMessages | Rights.EditMessages | Rights.DeleteMessages);
        await bot.UntilAsync(() => Pinned(bot) == last, "it is pinned once the bot may");
        Assert.Equal(alert.Id, (await talk.NoticeAsync("已解决：无法置顶最新一期")).Id);
    }

    private static int? Pinned(BotDriver bot)
    {
        lock (bot.Sandbox.World.Gate)
            return bot.Sandbox.World.FindChat(WorldSeed.Channel)!.Pinned is [.., var last] ? last : null;
    }

    /// <summary>Publishes a short issue.</summary>
    /// <returns>Its message.</returns>
    private static async Task<int> PublishAsync(BotDriver bot, int day)
    {
        bot.Drop(IssueText.Of(2026, 1, day));
        await bot.PublishedAsync(new DateOnly(2026, 1, day));
        return bot.Channel.Last(m => m.Body is MessageBody.Text).Id;
    }
}
