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

    [Fact]
    public async Task A_draft_of_what_is_on_the_channel_is_not_stored()
    {
        await using var bot = await BotDriver.StartAsync();
        var issue = IssueText.Of(2026, 1, 15);
        bot.Drop(issue);
        await bot.PublishedAsync(Day);
        var issues = bot.Services.GetRequiredService<IssueStore>();
        var stored = (await issues.FindSourceAsync(Day, Cancellation))!.Content;

        bot.Drop((issue with { Title = "还没写完" }).WithFront("draft: true"));
        var files = bot.Services.GetRequiredService<FileStore>();
        await bot.UntilAsync(() => files.FindAsync(issue.FileName, Cancellation).GetAwaiter().GetResult() is { Note: ImportNote.DraftOfPublished }, "the draft is seen");
        Assert.Equal(stored, (await issues.FindSourceAsync(Day, Cancellation))!.Content);
        Assert.Equal(issue.Title, (await issues.FindAsync(Day, Cancellation))!.Title);
    }

    [Theory]
    [InlineData("")]
    [InlineData("23:59")]
    public async Task What_was_imported_stays_off_the_channel_until_its_file_asks_for_an_hour(string at)
    {
        await using var bot = await BotDriver.CreateAtAsync(new DateTimeOffset(2026, 1, 15, 2, 0, 0, TimeSpan.Zero), $"--Publishing:At={at}");
        await bot.StartBotAsync();
        await bot.ReadyAsync();
        var issue = IssueText.Of(2026, 1, 15);
        var aside = Path.Combine(Path.GetDirectoryName(bot.Posts)!, "aside.md");
        await File.WriteAllTextAsync(aside, issue.ToString(), Cancellation);
        var importer = bot.Services.GetRequiredService<IssueImporter>();
        await importer.IndexAsync(aside, Cancellation);

        Assert.Equal(PublicationState.Indexed, await TakeInAsync(issue));
        Assert.Equal(PublicationState.Indexed, await TakeInAsync(issue with { Title = "更正" }));
        Assert.Equal(PublicationState.Scheduled, await TakeInAsync(issue.WithFront("publishAt: 2026-01-15 20:00")));
        Assert.Empty(bot.Channel);

        async Task<PublicationState> TakeInAsync(IssueText text)
        {
            bot.Drop(text);
            await importer.ImportAsync(new FolderEntry(Path.Combine(bot.Posts, text.FileName), EntryKind.File), isOld: false, Cancellation);
            return (await bot.Services.GetRequiredService<PublicationStore>().FindAsync(Channel, Day, Cancellation))!.State;
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Reading_a_file_again_shows_or_hides_what_an_end_of_the_program_has_left_undone(bool listed)
    {
        await using var bot = await BotDriver.StartAsync();
        var path = Path.Combine(bot.Posts, "aside.txt");
        var issue = IssueText.Of(2026, 1, 15);
        await File.WriteAllTextAsync(path, (listed ? issue : issue.WithFront("draft: true")).ToString(), Cancellation);
        var importer = bot.Services.GetRequiredService<IssueImporter>();
        await importer.IndexAsync(path, Cancellation);
        var issues = bot.Services.GetRequiredService<IssueStore>();
        Assert.Equal(listed ? PublicationState.Indexed : PublicationState.Draft, (await bot.Services.GetRequiredService<PublicationStore>().FindAsync(Channel, Day, Cancellation))!.State);

        await issues.SetListedAsync(Day, !listed, Cancellation);
        await importer.IndexAsync(path, Cancellation);
        Assert.Equal(listed, (await issues.CountListedAsync(Cancellation)) == 1);
    }
}
