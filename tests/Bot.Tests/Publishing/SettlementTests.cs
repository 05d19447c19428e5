using System.Globalization;
using BotDigest.Bot.Publishing;
using BotDigest.Bot.Storage;
using BotDigest.Sandbox.BotApi.Faults;
using BotDigest.Sandbox.World;
using Microsoft.Extensions.DependencyInjection;

namespace BotDigest.Bot.Tests.Publishing;

/// <summary>What becomes of a message whose answer was lost, where finding it is not easy.</summary>
public sealed class SettlementTests
{
    private const int Twice = 5012;

    private static readonly DateOnly First = new(2026, 1, 1);
    private static readonly DateOnly Second = new(2026, 1, 2);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_editors_chat_that_the_bot_was_removed_from_holds_nothing_up()
    {
        await using var bot = await BotDriver.StartAsync();
        bot.Drop(IssueText.Of(2026, 1, 1));
        await bot.PublishedAsync(First);
        var world = bot.Sandbox.World;
        var editors = world.FindChat(WorldSeed.Editors)!;
        world.SetMember(editors, world.Bot, world.Bot, new Membership(MemberStatus.Kicked));
        CutNext(bot);
        bot.Drop(IssueText.Of(2026, 1, 2));
        await bot.PublishedAsync(Second);
        Assert.Equal([1, 2, 3], bot.Channel.Select(m => m.Id));
        Assert.Contains("there twice: 2 beside 3", Assert.Single(bot.Log.Lines, l => l.Event == Twice).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_run_of_deleted_messages_does_not_hide_one_whose_answer_was_lost()
    {
        await using var bot = await BotDriver.StartAsync();
        bot.Drop(IssueText.Of(2026, 1, 1));
        await bot.PublishedAsync(First);
        SkipIds(bot, 15);
        CutNext(bot);
        bot.Drop(IssueText.Of(2026, 1, 2));
        await bot.PublishedAsync(Second);
        Assert.Equal([1, 18], bot.Channel.Select(m => m.Id));
        Assert.DoesNotContain(bot.Log.Lines, l => l.Event == Twice);
        await bot.UntilAsync(() => bot.EditorsChat.All(m => m.Origin is null), "no copy is left");
    }

    [Fact]
    public async Task The_first_message_of_all_is_not_doubled_though_the_channel_begins_with_deleted_ones()
    {
        await using var bot = await BotDriver.StartAsync();
        SkipIds(bot, 40);
        CutNext(bot);
        bot.Drop(IssueText.Of(2026, 1, 1));
        await bot.PublishedAsync(First);
        Assert.Single(bot.Channel);
    }

    [Fact]
    public async Task A_search_that_a_pause_cuts_short_goes_on_from_where_it_was()
    {
        await using var bot = await BotDriver.StartAsync();
        bot.Drop(IssueText.Of(2026, 1, 1));
        await bot.PublishedAsync(First);
        var world = bot.Sandbox.World;
        var channel = world.FindChat(WorldSeed.Channel)!;
        for (var post = 0; post < 6; post++)
            world.Post(channel, world.Bot, new Draft(bot.Channel[0].Body));
        CutNext(bot);
        bot.Sandbox.Services.Faults.Add(new FaultRule { Kind = FaultKind.Error, Code = 500, Applied = false, Method = "forwardMessage", Skip = 4, Times = 1 });
        bot.Drop(IssueText.Of(2026, 1, 2));
        await bot.PublishedAsync(Second);
        Assert.Equal(8, bot.Channel.Length);
        var channelId = WorldSeed.Channel.ToString(CultureInfo.InvariantCulture);
        var looked = bot.Sandbox.Services.Journal.Of("forwardMessage").Where(c => c["from_chat_id"] == channelId).Select(c => c["message_id"]).ToList();
        foreach (var id in (string[])["2", "3", "4", "5"])
            Assert.Single(looked, id);
    }

    [Fact]
    public async Task Without_an_editors_chat_the_first_copy_of_all_is_named_too()
    {
        await using var bot = await BotDriver.StartAsync("--Telegram:EditorsChat=");
        SkipIds(bot, 40);
        CutNext(bot);
        bot.Drop(IssueText.Of(2026, 1, 1));
        await bot.PublishedAsync(First);
        Assert.Equal([41, 42], bot.Channel.Select(m => m.Id));
        Assert.Contains("there twice: 41 beside 42", Assert.Single(bot.Log.Lines, l => l.Event == Twice).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_message_that_may_be_there_is_named_though_its_file_goes_or_becomes_a_draft(bool draft)
    {
        await using var bot = await BotDriver.StartAsync("--Telegram:EditorsChat=");
        bot.Drop(IssueText.Of(2026, 1, 1));
        await bot.PublishedAsync(First);
        CutNext(bot);
        bot.Sandbox.Services.Faults.Add(new FaultRule { Kind = FaultKind.Error, Code = 400, Description = "Bad Request: message text is empty", Applied = false, Method = "sendMessage", Times = 1 });
        var doubtful = IssueText.Of(2026, 1, 2);
        bot.Drop(doubtful);
        await bot.UntilAsync(() => Find(Second)?.Paused == PublicationPause.Content, "it is refused the second time");
        if (draft)
            bot.Drop(doubtful.FileName, doubtful.ToString().Replace("date: 2026-01-02", "date: 2026-01-02\ndraft: true", StringComparison.Ordinal));
        else
            File.Delete(Path.Combine(bot.Posts, doubtful.FileName));
        await bot.UntilAsync(() => Find(Second) is null or { State: PublicationState.Draft }, "it is not to be published");

        bot.Drop(IssueText.Of(2026, 1, 3));
        await bot.PublishedAsync(new DateOnly(2026, 1, 3));
        Assert.Equal([1, 2, 3], bot.Channel.Select(m => m.Id));
        Assert.Contains("there twice: 2 beside 3", Assert.Single(bot.Log.Lines, l => l.Event == Twice).Text, StringComparison.Ordinal);

        bot.Drop(doubtful);
        await bot.PublishedAsync(Second);
        Assert.Equal([1, 2, 3, 4], bot.Channel.Select(m => m.Id));

        Publication? Find(DateOnly date) =>
            bot.Services.GetRequiredService<PublicationStore>().FindAsync($"@{WorldSeed.ChannelName}", date, Cancellation).GetAwaiter().GetResult();
    }

    /// <summary>Loses the answer to the next message.</summary>
    private static void CutNext(BotDriver bot) =>
        bot.Sandbox.Services.Faults.Add(new FaultRule { Kind = FaultKind.Cut, Applied = true, Method = "sendMessage", Chat = WorldSeed.Channel, Times = 1 });

    /// <summary>Lets somebody post and delete at once.</summary>
    private static void SkipIds(BotDriver bot, int count)
    {
        var channel = bot.Sandbox.World.FindChat(WorldSeed.Channel)!;
        for (var id = 0; id < count; id++)
            bot.Sandbox.World.SkipId(channel);
    }
}
