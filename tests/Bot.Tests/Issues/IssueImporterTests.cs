using BotDigest.Bot.Issues;
using BotDigest.Bot.Publishing;
using BotDigest.Bot.Storage;
using BotDigest.Bot.Tests.Publishing;
using BotDigest.Sandbox.World;
using Microsoft.Extensions.DependencyInjection;

namespace BotDigest.Bot.Tests.Issues;

public sealed class IssueImporterTests
{
    private const string Channel = "@" + WorldSeed.ChannelName;

    private static readonly DateOnly Day = new(2026, 1, 15);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Composing_anew_does_not_undo_a_retraction_that_came_meanwhile()
    {
        await using var bot = await BotDriver.StartAsync();
        bot.Drop(IssueText.Of(2026, 1, 15));
        await bot.PublishedAsync(Day);
        var publications = bot.Services.GetRequiredService<PublicationStore>();
        var read = (await publications.FindAsync(Channel, Day, Cancellation))!;
        await publications.SetStateAsync(read.Id, PublicationState.Retracting, read.DueAt, RetractedBy.Hand, Cancellation);

        Assert.True(await bot.Services.GetRequiredService<IssueImporter>().RecomposeAsync(read, Cancellation));
        var now = (await publications.FindAsync(read.Id, Cancellation))!;
        Assert.Contains(now.State, (PublicationState[])[PublicationState.Retracting, PublicationState.Retracted]);
        Assert.Equal(RetractedBy.Hand, now.RetractedBy);
        await bot.UntilAsync(() => bot.Channel.IsEmpty, "nothing of it is on the channel");
    }
}
