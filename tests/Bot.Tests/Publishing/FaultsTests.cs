using System.Globalization;
using BotDigest.Bot.Storage;
using BotDigest.Sandbox.BotApi.Faults;
using BotDigest.Sandbox.World;

namespace BotDigest.Bot.Tests.Publishing;

/// <summary>A fifth of all sends goes wrong, each in one of five ways; the channel must not show it. <c>tests/faults.sh</c> sends as much as one likes.</summary>
public sealed class FaultsTests
{
    private const string CountVariable = "BOTDIGEST_TEST_FAULTS";
    private const int UsualSends = 84;
    private const int Stories = 20;
    private const double Share = 0.05;

    private static readonly FaultRule[] Faults =
    [
        new() { Kind = FaultKind.Error, Code = 500, Applied = true },
        new() { Kind = FaultKind.BadGateway, Applied = true },
        new() { Kind = FaultKind.Cut, Applied = false },
        new() { Kind = FaultKind.Cut, Applied = true },
        new() { Kind = FaultKind.Stall, Applied = true },
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task With_a_quarter_of_the_sends_failing_in_five_ways_every_message_is_there_once_in_order_and_right()
    {
        var sends = Counts.Asked(CountVariable) ?? UsualSends;
        await using var bot = await BotDriver.CreateAsync(
            "--Publishing:CatchUp=All", "--Publishing:Layout=Stories", "--Publishing:ProbeAfter=00:00:00.010", "--Telegram:RequestTimeout=00:00:00.250");
        bot.Sandbox.Services.Faults.Seed(20260115);
        // each strikes one send in twenty: a later one is asked only where those before it have not struck
        foreach (var (index, fault) in Faults.Index())
            bot.Sandbox.Services.Faults.Add(fault with { Method = "sendMessage", Chat = WorldSeed.Channel, Probability = Share / (1 - (index * Share)) });

        var files = Write(bot.Posts, sends).ToList();
        await using var ledger = new LedgerGlance(new StorageOptions { ConnectionString = $"Data Source={bot.Database}" });
        await ledger.MigrateAsync(Cancellation);
        await bot.StartBotAsync();
        await ledger.IdleAsync(files, Cancellation);
        await bot.StopBotAsync();

        await using var fresh = await BotDriver.CreateAsync("--Publishing:CatchUp=All", "--Publishing:Layout=Stories");
        _ = Write(fresh.Posts, sends).ToList();
        await using var freshLedger = new LedgerGlance(new StorageOptions { ConnectionString = $"Data Source={fresh.Database}" });
        await freshLedger.MigrateAsync(Cancellation);
        await fresh.StartBotAsync();
        await freshLedger.IdleAsync(files.Select(f => Path.Combine(fresh.Posts, Path.GetFileName(f))), Cancellation);

        var calls = bot.Sandbox.Services.Journal.Of("sendMessage").Where(c => c["chat_id"] == WorldSeed.Channel.ToString(CultureInfo.InvariantCulture)).ToList();
        var struck = string.Join(", ", calls.Where(c => c.Fault is not null).CountBy(c => $"{c.Fault}{(c.IsApplied ? " after" : " before")}").OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => $"{c.Key} {c.Value}"));
        var comparison = ChannelComparison.Of(fresh.Channel, bot.Channel);
        Counts.Tell($"faults: {calls.Count} sends ({struck}); {bot.Channel.Length} messages: {comparison}; {bot.EditorsChat.Count(m => m.Origin is not null)} probe copies left");
        Assert.True(comparison.IsSame, comparison.ToString());
        Assert.InRange(calls.Count(c => c.Fault is not null), calls.Count / 10, calls.Count / 2);
    }

    /// <summary>Writes issues until they need a number of messages.</summary>
    private static IEnumerable<string> Write(string folder, int messages)
    {
        var date = new DateOnly(2025, 1, 1);
        for (var written = 0; written < messages; written += Stories + 1, date = date.AddDays(1))
        {
            var issue = IssueText.Of(date.Year, date.Month, date.Day);
            issue = issue with { Sections = [("要闻", [.. Enumerable.Range(1, Stories).Select(s => IssueText.Story(string.Create(CultureInfo.InvariantCulture, $"{date:yyyy-MM-dd} 的第{s}条"), 60))])] };
            var path = Path.Combine(folder, issue.FileName);
            File.WriteAllText(path, issue.ToString());
            yield return path;
        }
    }
}
