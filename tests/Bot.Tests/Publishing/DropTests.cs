using System.Globalization;
using BotDigest.Sandbox.World;

namespace BotDigest.Bot.Tests.Publishing;

public sealed class DropTests(ITestOutputHelper output)
{
    [Fact]
    public async Task The_first_message_is_on_the_channel_within_a_second_after_the_settle_time()
    {
        var settle = TimeSpan.FromMilliseconds(500);
        await using var bot = await BotDriver.StartAsync("--Posts:SettleFor=00:00:00.500");
        await bot.ReadyAsync();
        var waits = new List<TimeSpan>();
        for (var day = 1; day <= 8; day++)
        {
            var (before, start) = (bot.Channel.Length, TimeProvider.System.GetTimestamp());
            bot.Drop(IssueText.Long(2026, 1, day));
            await bot.Sandbox.World.WaitUntilAsync(() => bot.Sandbox.World.FindChat(WorldSeed.Channel)!.Messages.Count > before, TestContext.Current.CancellationToken);
            waits.Add(TimeProvider.System.GetElapsedTime(start) - settle);
            await bot.PublishedAsync(new DateOnly(2026, 1, day));
        }

        output.WriteLine("From the end of the settle time to the first message, ms: " + string.Join(' ', waits.Select(w => w.TotalMilliseconds.ToString("F0", CultureInfo.InvariantCulture))));
        Assert.All(waits, wait => Assert.InRange(wait, TimeSpan.Zero, TimeSpan.FromSeconds(1)));
    }
}
