using BotDigest.Bot.Tests.Commands;
using BotDigest.Sandbox.World;

namespace BotDigest.Bot.Tests.Publishing;

/// <summary>What editors see in their chat: a receipt for each issue that keeps up with it, and problems with their remedy.</summary>
public sealed class EditorDeskTests
{
    private static readonly DateOnly Day = new(2026, 1, 15);

    [Fact]
    public async Task An_issue_that_goes_out_at_once_has_one_receipt_with_its_messages_and_a_link()
    {
        await using var bot = await BotDriver.StartAsync();
        bot.Drop(IssueText.Long(2026, 1, 15));
        await bot.PublishedAsync(Day);
        await bot.UntilAsync(() => bot.EditorsChat.Any(m => m.Text().Contains("已发布", StringComparison.Ordinal)), "the receipt says so");
        var receipt = Assert.Single(bot.EditorsChat);
        TestContext.Current.SendDiagnosticMessage(receipt.Marked() + "\n" + string.Join('\n', receipt.Buttons()));
    }
}
