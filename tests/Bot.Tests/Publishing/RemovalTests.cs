using BotDigest.Bot.Publishing;
using BotDigest.Bot.Storage;
using BotDigest.Bot.Web;
using BotDigest.Sandbox.World;
using Microsoft.Extensions.DependencyInjection;

namespace BotDigest.Bot.Tests.Publishing;

/// <summary>What becomes of an issue whose file goes.</summary>
public sealed class RemovalTests
{
    private const string Retract = "--Publishing:OnRemoved=Retract";

    private static readonly DateOnly Day = new(2026, 1, 15);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_issue_goes_when_its_file_has_been_gone_for_long_enough_and_returns_with_it()
    {
        await using var bot = await BotDriver.StartAsync(Retract);
        var issue = IssueText.Long(2026, 1, 15, sections: 2);
        bot.Drop(issue);
        await bot.PublishedAsync(Day);
        await RemoveAsync(bot, issue.FileName);
        bot.Sandbox.Services.Clock.Advance(TimeSpan.FromMinutes(9));
        await LookAsync(bot, 16);
        Assert.Equal(4, bot.Channel.Length);

        bot.Sandbox.Services.Clock.Advance(TimeSpan.FromMinutes(1));
        await bot.UntilAsync(() => bot.Channel.Length == 1, "the issue is gone");
        await StateAsync(bot, PublicationState.Retracted);
        Assert.False((await bot.Services.GetRequiredService<IssueStore>().FindAsync(Day, Cancellation))!.Listed);

        bot.Drop(issue);
        await bot.PublishedAsync(Day);
        Assert.Equal(4, bot.Channel.Length);
        Assert.True((await bot.Services.GetRequiredService<IssueStore>().FindAsync(Day, Cancellation))!.Listed);
    }

    [Fact]
    public async Task A_file_that_comes_back_in_time_changes_nothing()
    {
        await using var bot = await BotDriver.StartAsync(Retract);
        var issue = IssueText.Long(2026, 1, 15, sections: 2);
        bot.Drop(issue);
        await bot.PublishedAsync(Day);
        var before = bot.Channel;
        await RemoveAsync(bot, issue.FileName);
        bot.Sandbox.Services.Clock.Advance(TimeSpan.FromMinutes(9));
        bot.Drop(issue);
        await bot.UntilAsync(() => File(bot, issue.FileName).MissingSince is null, "the file is back");
        bot.Sandbox.Services.Clock.Advance(TimeSpan.FromHours(1));
        await LookAsync(bot, 16);
        Assert.Equal(before, bot.Channel.Take(before.Length));
    }

    [Fact]
    public async Task Files_that_go_at_once_are_an_accident_even_after_some_are_back()
    {
        await using var bot = await BotDriver.StartAsync(Retract);
        foreach (var day in (int[])[13, 14, 15])
        {
            bot.Drop(IssueText.Of(2026, 1, day));
            await bot.PublishedAsync(new DateOnly(2026, 1, day));
        }

        foreach (var file in Directory.GetFiles(bot.Posts))
            System.IO.File.Delete(file);
        await bot.UntilAsync(() => bot.EditorsChat.Any(m => m.Body.Words.Text.Contains("\n3 个文件：", StringComparison.Ordinal)), "the editors are told");
        bot.Drop(IssueText.Of(2026, 1, 13));
        bot.Drop(IssueText.Of(2026, 1, 14));
        await bot.UntilAsync(() => File(bot, "2026-01-14.md").MissingSince is null, "two are back");
        bot.Sandbox.Services.Clock.Advance(TimeSpan.FromHours(1));
        await LookAsync(bot, 16);
        await bot.StopBotAsync();
        await bot.StartBotAsync();
        bot.Sandbox.Services.Clock.Advance(TimeSpan.FromHours(1));
        await LookAsync(bot, 17);
        Assert.Equal(5, bot.Channel.Length);
        Assert.Single(bot.EditorsChat, m => m.Body.Words.Text.StartsWith("有多个文件同时从文件夹中消失", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_folder_that_cannot_be_read_takes_nothing_back_and_the_count_begins_anew()
    {
        await using var bot = await BotDriver.StartAsync(Retract);
        bot.Drop(IssueText.Of(2026, 1, 14));
        await bot.PublishedAsync(new DateOnly(2026, 1, 14));
        bot.Drop(IssueText.Of(2026, 1, 15));
        await bot.PublishedAsync(Day);
        await RemoveAsync(bot, "2026-01-15.md");

        var away = bot.Posts + "-away";
        Directory.Move(bot.Posts, away);
        await bot.UntilAsync(() => bot.Services.GetRequiredService<Readiness>().Reasons is [var reason] && reason.StartsWith("folder: ", StringComparison.Ordinal), "the folder is missed");
        bot.Sandbox.Services.Clock.Advance(TimeSpan.FromHours(1));
        Directory.Move(away, bot.Posts);
        await LookAsync(bot, 16);
        Assert.Equal(3, bot.Channel.Length);

        bot.Sandbox.Services.Clock.Advance(TimeSpan.FromMinutes(11));
        await bot.UntilAsync(() => bot.Channel.Length == 2, "the file is still gone, so the issue goes");
    }

    [Fact]
    public async Task A_file_that_goes_while_the_service_is_down_is_missed_at_the_next_start()
    {
        await using var bot = await BotDriver.StartAsync(Retract, "--Publishing:At=08:00", "--Publishing:CatchUp=All");
        var tomorrow = DateOnly.FromDateTime(bot.Sandbox.Services.Clock.GetUtcNow().UtcDateTime).AddDays(2);
        var scheduled = IssueText.Of(tomorrow.Year, tomorrow.Month, tomorrow.Day);
        bot.Drop(IssueText.Of(2026, 1, 15));
        bot.Drop(scheduled);
        await bot.PublishedAsync(Day);
        await bot.UntilAsync(() => Find(bot, tomorrow) is { State: PublicationState.Scheduled }, "the other one is scheduled");
        await bot.StopBotAsync();
        System.IO.File.Delete(Path.Combine(bot.Posts, scheduled.FileName));
        await bot.StartBotAsync();
        await bot.UntilAsync(() => Find(bot, tomorrow) is null, "what was scheduled is forgotten");

        await bot.StopBotAsync();
        System.IO.File.Delete(Path.Combine(bot.Posts, "2026-01-15.md"));
        bot.Sandbox.Services.Clock.Advance(TimeSpan.FromHours(1));
        await bot.StartBotAsync();
        await bot.UntilAsync(() => File(bot, "2026-01-15.md").Removal == FileRemoval.Alone, "the file is missed");
        Assert.Single(bot.Channel);
        bot.Sandbox.Services.Clock.Advance(TimeSpan.FromMinutes(11));
        await bot.UntilAsync(() => bot.Channel.IsEmpty, "the issue is gone");
    }

    [Fact]
    public async Task By_default_the_channel_keeps_what_the_folder_loses()
    {
        await using var bot = await BotDriver.StartAsync();
        bot.Drop(IssueText.Of(2026, 1, 15));
        await bot.PublishedAsync(Day);
        await RemoveAsync(bot, "2026-01-15.md");
        bot.Sandbox.Services.Clock.Advance(TimeSpan.FromDays(1));
        await LookAsync(bot, 16);
        Assert.Equal(2, bot.Channel.Length);
    }

    private static async Task RemoveAsync(BotDriver bot, string name)
    {
        System.IO.File.Delete(Path.Combine(bot.Posts, name));
        await bot.UntilAsync(() => File(bot, name).Removal is not null, "the file is missed");
    }

    /// <summary>Waits until the folder has been looked at again: a new file has been found and published.</summary>
    private static async Task LookAsync(BotDriver bot, int day)
    {
        bot.Drop(IssueText.Of(2026, 1, day));
        await bot.PublishedAsync(new DateOnly(2026, 1, day));
    }

    private static Task StateAsync(BotDriver bot, PublicationState state) => bot.UntilAsync(() => Find(bot, Day)?.State == state, $"the issue is {state}");

    private static Publication? Find(BotDriver bot, DateOnly date) =>
        bot.Services.GetRequiredService<PublicationStore>().FindAsync($"@{WorldSeed.ChannelName}", date, Cancellation).GetAwaiter().GetResult();

    private static KnownFile File(BotDriver bot, string name) => bot.Services.GetRequiredService<FileStore>().FindAsync(name, Cancellation).GetAwaiter().GetResult()!;
}
