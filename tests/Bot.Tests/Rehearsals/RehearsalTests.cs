using System.Globalization;
using BotDigest.Bot.Rehearsals;
using BotDigest.Bot.Storage;
using BotDigest.Bot.Tests.Publishing;
using Microsoft.Extensions.DependencyInjection;

namespace BotDigest.Bot.Tests.Rehearsals;

/// <summary>What the service goes through before its first issue.</summary>
public sealed class RehearsalTests
{
    private static readonly DateOnly Today = new(2026, 1, 1);

    private const int Played = 6040;
    private const int Hindered = 6041;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_rehearsal_leaves_no_trace()
    {
        await using var bot = await StartAsync();
        await bot.UntilAsync(() => bot.Log.Lines.Any(l => l.Event is Played or Hindered), "the rehearsal is over");
        // a busy machine may not come to its end
        Assert.All(bot.Log.Lines.Where(l => l.Event == Hindered), l => Assert.Contains("its time was over", l.Text, StringComparison.Ordinal));
        bot.Drop(IssueText.Of(Today.Year, Today.Month, Today.Day));
        await bot.PublishedAsync(Today);
        Assert.All(bot.Log.Lines, line => Assert.DoesNotContain("2000-01-0", line.Text, StringComparison.Ordinal));
        Assert.All(bot.Log.Lines, line => Assert.DoesNotContain("rehearsal", line.Text, StringComparison.OrdinalIgnoreCase));
        Assert.Equal(1, bot.Channel[0].Id);
        Assert.All(bot.Texts, text => Assert.DoesNotContain("演习", text, StringComparison.Ordinal));
        var stages = await bot.Services.GetRequiredService<PublicationStore>().ListStagesAsync("@" + Sandbox.World.WorldSeed.ChannelName, Cancellation);
        Assert.Equal(Today, Assert.Single(stages).Date);
        Assert.Null(await bot.Services.GetRequiredService<IssueStore>().FindAsync(new DateOnly(2000, 1, 1), Cancellation));
        Assert.Equal([$"{Today:yyyy-MM-dd}.md"], Directory.EnumerateFiles(bot.Posts).Select(Path.GetFileName));
        Assert.Empty(Directory.EnumerateDirectories(Path.GetTempPath(), Prefix(Environment.ProcessId) + "*"));
    }

    [Fact]
    public async Task What_a_killed_process_has_left_is_cleared_away()
    {
        // no system counts so far
        var left = Directory.CreateTempSubdirectory(Prefix(int.MaxValue)).FullName;
        await File.WriteAllTextAsync(Path.Combine(left, "rehearsal.db"), "", Cancellation);
        await using var bot = await StartAsync();
        await bot.UntilAsync(() => !Directory.Exists(left), "what was left is gone");
    }

    private static async Task<BotDriver> StartAsync()
    {
        var bot = await BotDriver.CreateAsync();
        bot.Configure = services => services.AddRehearsal();
        await bot.StartBotAsync();
        await bot.ReadyAsync();
        return bot;
    }

    private static string Prefix(int process) => string.Create(CultureInfo.InvariantCulture, $"botdigest-rehearsal-{process}-");
}
