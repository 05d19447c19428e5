using System.Globalization;
using BotDigest.Sandbox.BotApi.Faults;
using BotDigest.Sandbox.World;

namespace BotDigest.Bot.Tests.Publishing;

/// <summary>The service is killed again and again while it publishes and edits; the channel must not show it.</summary>
public sealed class CrashTests
{
    private const int UsualKills = 30;
    private const int Seed = 20260115;

    // the head, three sections, and the head again with its map linked
    private const int CallsOfAnIssue = 5;
    private const int CallsOfACorrection = 1;

    [Fact]
    public async Task Killed_at_any_moment_every_message_is_on_the_channel_once_and_in_order()
    {
        var kills = int.Parse(Environment.GetEnvironmentVariable("BOTDIGEST_TEST_KILLS") ?? UsualKills.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        var random = new Random(Seed);
        await using var crashed = await BotDriver.CreateAsync("--Publishing:CatchUp=All");
        var faults = crashed.Sandbox.Services.Faults;
        faults.Seed(Seed);
        faults.Add(new FaultRule { Kind = FaultKind.Cut, Applied = true, Method = "sendMessage", Chat = WorldSeed.Channel, Probability = 0.1 });
        faults.Add(new FaultRule { Kind = FaultKind.Delay, MinMs = 0, MaxMs = 50 });

        var date = new DateOnly(2026, 1, 1);
        var issue = NewIssue(date);
        var inside = 0;
        var work = CallsOfAnIssue;
        for (var kill = 0; kill < kills; kill++)
        {
            crashed.Drop(issue.FileName, issue.ToString());
            inside += await KillOnceAsync(crashed, random, after: random.Next(1, work + 1)) ? 1 : 0;

            // by turns the next day's issue, and a correction of the newest one
            (issue, work) = kill % 3 == 2
                ? (issue with { Title = string.Create(CultureInfo.InvariantCulture, $"更正后的标题（{kill}）") }, CallsOfACorrection)
                : (NewIssue(date = date.AddDays(1)), CallsOfAnIssue);
        }

        faults.Clear();
        crashed.Drop(issue.FileName, issue.ToString());
        await crashed.StartBotAsync();
        for (var day = new DateOnly(2026, 1, 1); day <= date; day = day.AddDays(1))
            await crashed.PublishedAsync(day);
        await crashed.UntilAsync(() => crashed.Texts.Any(t => t.StartsWith(issue.Title, StringComparison.Ordinal)), "the last correction is there");

        TestContext.Current.SendDiagnosticMessage($"{kills} kills, {inside} of them inside a call; {crashed.Channel.Length} messages");
        Assert.True(inside >= kills * 4 / 10, $"Only {inside} of {kills} kills were inside a call.");
        await using var fresh = await FreshAsync(crashed);
        Assert.Equal(fresh.Channel.Select(Shown), crashed.Channel.Select(Shown));
    }

    /// <summary>Starts the service and kills it at a number of calls: in most cases while one is under way.</summary>
    /// <returns>True where a call was under way.</returns>
    private static async Task<bool> KillOnceAsync(BotDriver driver, Random random, int after)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var journal = driver.Sandbox.Services.Journal;
        await using var bot = BotProcess.Start(driver.Settings());
        var already = Calls(journal.Calls).Count();
        var target = already + after;
        var wantsOpen = random.NextDouble() < 0.7;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        try
        {
            await driver.Sandbox.World.WaitUntilAsync(
                () =>
                {
                    var calls = Calls(journal.Calls).ToList();
                    return calls.Count >= target && (!wantsOpen || calls.Any(c => !c.IsFinished));
                },
                patience.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            Assert.False(bot.HasEnded, "The service ended by itself:\n" + bot.Output);
        }

        var isInside = Calls(journal.InFlight).Any();
        await bot.KillAsync(cancellation);
        return isInside;
    }

    private static IEnumerable<Sandbox.BotApi.CallRecord> Calls(IEnumerable<Sandbox.BotApi.CallRecord> calls) =>
        calls.Where(c => c.Method is "sendMessage" or "editMessageText" or "deleteMessage" or "forwardMessage");

    private static async Task<BotDriver> FreshAsync(BotDriver crashed)
    {
        var fresh = await BotDriver.CreateAsync("--Publishing:CatchUp=All");
        var dates = new List<DateOnly>();
        foreach (var file in Directory.EnumerateFiles(crashed.Posts, "*.md"))
        {
            File.Copy(file, Path.Combine(fresh.Posts, Path.GetFileName(file)));
            dates.Add(DateOnly.ParseExact(Path.GetFileNameWithoutExtension(file), "yyyy-MM-dd", CultureInfo.InvariantCulture));
        }

        await fresh.StartBotAsync();
        foreach (var date in dates)
            await fresh.PublishedAsync(date);
        return fresh;
    }

    private static IssueText NewIssue(DateOnly date) => IssueText.Long(date.Year, date.Month, date.Day, sections: 3);

    private static string Shown(Message post) => string.Create(
        CultureInfo.InvariantCulture,
        $"{post.Id} {post.IsSilent} {string.Join(' ', post.Body.Words.Entities.Select(e => $"{e.Type}:{e.Offset}+{e.Length}:{e.Argument}"))} {post.Keyboard?.Buttons.Count()}\n{post.Body.Words.Text}");
}
