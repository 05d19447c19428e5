using BotDigest.Sandbox.BotApi.Faults;
using BotDigest.Sandbox.World;

namespace BotDigest.Bot.Tests.Publishing;

/// <summary>The copies that settling makes in the editors' chat, and what is left of them when the service is killed.</summary>
public sealed class ProbeCopyTests
{
    [Theory]
    [InlineData("forwardMessage")]
    [InlineData("deleteMessage")]
    public async Task A_kill_while_a_message_is_being_looked_at_leaves_no_copy_behind(string method)
    {
        await using var driver = await BotDriver.CreateAsync("--Publishing:CatchUp=All");
        driver.Sandbox.Services.Faults.Add(new FaultRule { Kind = FaultKind.Cut, Applied = true, Method = "sendMessage", Chat = WorldSeed.Channel, Times = 1, Skip = 1 });
        driver.Sandbox.Services.Faults.Add(new FaultRule { Kind = FaultKind.Stall, Applied = method == "forwardMessage", Method = method, Chat = WorldSeed.Editors });
        driver.Drop(IssueText.Long(2026, 1, 15));
        await using (var process = BotProcess.Start(driver.Settings()))
        {
            await driver.UntilAsync(() => driver.Sandbox.Services.Journal.InFlight.Any(c => c.Method == method) && driver.EditorsChat.Any(m => m.Origin is not null), "a copy is there");
            await process.KillAsync(TestContext.Current.CancellationToken);
        }

        driver.Sandbox.Services.Faults.Clear();
        await driver.StartBotAsync();
        await driver.PublishedAsync(new DateOnly(2026, 1, 15));
        await driver.UntilAsync(() => driver.EditorsChat.All(m => m.Origin is null), "the copy is deleted");
        Assert.Equal(5, driver.Channel.Length);
    }
}
