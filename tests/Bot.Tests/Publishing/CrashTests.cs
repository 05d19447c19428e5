using BotDigest.Bot.Storage;
using BotDigest.Bot.Tests.Storage;

namespace BotDigest.Bot.Tests.Publishing;

/// <summary>The service is killed again and again while it publishes, edits and takes back; the channel must not show it. <c>tests/crash.sh</c> does so as often as one likes.</summary>
public sealed class CrashTests
{
    private const string KillsVariable = "BOTDIGEST_TEST_KILLS";
    private const int UsualKills = 20;

    private static int Kills => Counts.Asked(KillsVariable) ?? UsualKills;

    [Fact]
    public async Task Killed_at_any_moment_every_message_is_on_the_channel_once_and_in_order()
    {
        await using var run = await CrashRun.CreateAsync(storage: null, withEditors: true);
        await ProveAsync(run, Kills);
    }

    [Fact]
    public async Task Killed_at_any_moment_on_PostgreSQL_every_message_is_on_the_channel_once_and_in_order()
    {
        await using var database = await DatabaseFixture.CreateAsync(StorageProvider.Postgres, migrate: false);
        await using var run = await CrashRun.CreateAsync(database.Options, withEditors: true);
        await ProveAsync(run, Math.Max(Kills / 10, UsualKills / 2));
    }

    [Fact]
    public async Task Without_an_editors_chat_nothing_is_lost_and_each_copy_is_in_the_log()
    {
        await using var run = await CrashRun.CreateAsync(storage: null, withEditors: false);
        var kills = Math.Max(Kills / 5, UsualKills / 2);
        await run.KillAsync(kills);
        var comparison = await run.CompareAsync();
        var copies = run.Channel.Count(m => run.Named.Contains(m.Id));
        Counts.Tell($"without an editors' chat: {kills} kills, {run.Inside} of them inside a call; {run.Issues} issues, {run.Channel.Length} messages: {comparison}; {copies} copies, {run.Named.Length} in the log");
        Assert.True(comparison.IsSame, comparison.ToString());
        Assert.Equal(copies, run.Named.Length);
        AssertInside(run.Inside, kills);
    }

    private static async Task ProveAsync(CrashRun run, int kills)
    {
        await run.KillAsync(kills);
        var comparison = await run.CompareAsync();
        Counts.Tell($"{kills} kills, {run.Inside} of them inside a call; {run.Issues} issues, {run.Channel.Length} messages: {comparison}; {run.Strays} probe copies left");
        Assert.True(comparison.IsSame, comparison.ToString());
        Assert.Empty(run.Named);
        AssertInside(run.Inside, kills);
    }

    private static void AssertInside(int inside, int kills) => Assert.True(inside >= kills * 4 / 10, $"Only {inside} of {kills} kills were inside a call.");
}
