using BotDigest.Bot.Publishing;
using BotDigest.Bot.Storage;
using BotDigest.Formatting.Digests;
using BotDigest.Formatting.Messages;
using BotDigest.Formatting.Text;

namespace BotDigest.Bot.Tests.Storage;

public abstract class PublicationStoreFacts : DatabaseTests
{
    private const string Channel = "@ai_news_plus";

    private static readonly DateTimeOffset Now = new(2026, 1, 15, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Day = new(2026, 1, 15);
    private static readonly PublicationContent Content = new("a.md", "first", new Digest([]), PublicationState.Scheduled, Now);

    private protected PublicationStoreFacts(StorageProvider provider)
        : base(provider)
    {
    }

    private PublicationStore Publications => new(Database);

    [Fact]
    public async Task What_is_put_off_after_it_was_found_due_does_not_start()
    {
        var hold = TimeSpan.FromMinutes(10);
        var id = await Publications.AddAsync(Channel, Day, Content, Cancellation);
        Assert.Empty(await Publications.ListDueAsync(Channel, Now + hold - TimeSpan.FromMilliseconds(1), hold, Cancellation));
        Assert.Equal(id, Assert.Single(await Publications.ListDueAsync(Channel, Now + hold, hold, Cancellation)).Id);
        var due = await FindAsync(id);

        await Publications.SetStateAsync(id, PublicationState.Scheduled, Now.AddHours(1), null, Cancellation);
        Assert.Null(await BeginAsync(due));
        Assert.Equal(PublicationState.Scheduled, (await FindAsync(id)).State);
        Assert.NotNull(await BeginAsync(await FindAsync(id)));
        Assert.Equal(PublicationState.Publishing, (await FindAsync(id)).State);
    }

    [Fact]
    public async Task Nothing_is_entered_over_what_has_changed_since_it_was_read()
    {
        var id = await Publications.AddAsync(Channel, Day, Content, Cancellation);
        var read = await FindAsync(id);
        await Publications.SetStateAsync(id, PublicationState.Retracting, Now, RetractedBy.Hand, Cancellation);
        Assert.False(await Publications.ReviseAsync(read, Content with { Fingerprint = "second" }, offChannel: false, Cancellation));
        Assert.False(await Publications.ReviseAsync(read, Content with { Fingerprint = "second" }, offChannel: true, Cancellation));
        var now = await FindAsync(id);
        Assert.Equal((PublicationState.Retracting, RetractedBy.Hand, "first"), (now.State, now.RetractedBy, now.Fingerprint));
        Assert.True(await Publications.ReviseAsync(now, Content with { Fingerprint = "second" }, offChannel: true, Cancellation));
        Assert.Equal("second", (await FindAsync(id)).Fingerprint);
    }

    private Task<long?> BeginAsync(Publication publication) =>
        new DeliveryStore(Database).BeginSendAsync(publication, -100, new MessageContent(FormattedText.Plain("text")), continuation: false, Now, Cancellation);

    private async Task<Publication> FindAsync(long id) => (await Publications.FindAsync(id, Cancellation))!;
}

public sealed class PublicationStoreOnSqliteTests() : PublicationStoreFacts(StorageProvider.Sqlite);

public sealed class PublicationStoreOnPostgresTests() : PublicationStoreFacts(StorageProvider.Postgres);
