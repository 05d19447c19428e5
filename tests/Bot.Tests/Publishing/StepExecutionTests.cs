using BotDigest.Bot.Publishing;
using BotDigest.Bot.Sending;
using BotDigest.Bot.Storage;
using BotDigest.Bot.Tests.Sending;
using BotDigest.Bot.Tests.Storage;
using BotDigest.Bot.Web;
using BotDigest.Formatting.Digests;
using BotDigest.Formatting.Messages;
using BotDigest.Formatting.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace BotDigest.Bot.Tests.Publishing;

public sealed class StepExecutionTests() : DatabaseTests(StorageProvider.Sqlite)
{
    private const string Key = "@ai_news_plus";

    private static readonly KnownChat Channel = new(-1001, "ai_news_plus", null);
    private static readonly PublicationStep.Send Step = new(new MessageContent(FormattedText.Plain("正文")), Silent: false, ReplyTo: null, Continuation: false);

    private readonly ManualClock _clock = new();
    private readonly ScriptedTelegram _telegram = new();

    [Fact]
    public async Task Rights_that_come_back_while_they_are_missed_are_not_missed_any_longer()
    {
        var publications = new PublicationStore(Database);
        _telegram.ThenRefused(400, "Bad Request: need administrator rights in the channel chat").ThenRefused(400, "Bad Request: need administrator rights in the channel chat");
        _telegram.Called += _telegram.Chats.NoteRights;
        var publication = await AddAsync(publications);
        var steps = Steps(publications);
        Assert.IsType<ReconcileResult.Later>(await steps.TakeAsync(Step, publication, Channel, Cancellation));
        Assert.Null((await publications.FindAsync(publication.Id, Cancellation))!.Paused);

        _telegram.Called -= _telegram.Chats.NoteRights;
        Assert.IsType<ReconcileResult.Paused>(await steps.TakeAsync(Step, publication, Channel, Cancellation));
        Assert.Equal(PublicationPause.Rights, (await publications.FindAsync(publication.Id, Cancellation))!.Paused);
    }

    [Fact]
    public async Task A_refusal_does_not_end_the_doubt_whether_an_earlier_attempt_arrived()
    {
        var deliveries = new DeliveryStore(Database);
        var publication = await AddAsync(new PublicationStore(Database));
        var id = (await deliveries.BeginSendAsync(publication, Channel.Id, Step.Content, continuation: false, _clock.GetUtcNow(), Cancellation))!.Value;
        await deliveries.RejectedAsync(id, "400 no", Cancellation);
        Assert.Equal("400 no", Assert.Single(await deliveries.ListAsync(publication.Id, Cancellation)).Error);
        await deliveries.NotSentAsync(id, DeliveryStore.Doubt, Cancellation);
        await deliveries.RejectedAsync(id, "400 no", Cancellation);
        var rejected = Assert.Single(await deliveries.ListAsync(publication.Id, Cancellation));
        Assert.Equal((DeliveryState.Rejected, DeliveryStore.Doubt), (rejected.State, rejected.Error));
    }

    [Fact]
    public async Task A_message_sent_again_in_doubt_names_the_numbers_that_its_first_attempt_may_have()
    {
        var publications = new PublicationStore(Database);
        var deliveries = new DeliveryStore(Database);
        var publication = await AddAsync(publications);
        var first = await deliveries.BeginSendAsync(publication, Channel.Id, Step.Content, continuation: false, _clock.GetUtcNow(), Cancellation);
        await deliveries.SentAsync(first!.Value, 5, _clock.GetUtcNow(), Cancellation);
        var second = (await deliveries.BeginSendAsync(publication, Channel.Id, Step.Content, continuation: false, _clock.GetUtcNow(), Cancellation))!.Value;
        Assert.Empty(await deliveries.ListSkippedAsync(second, 7, Cancellation));

        await deliveries.NotSentAsync(second, DeliveryStore.Doubt, Cancellation);
        await deliveries.NotSentAsync(second, "too many requests", Cancellation);
        Assert.Equal(second, await deliveries.BeginSendAsync(publication, Channel.Id, Step.Content, continuation: false, _clock.GetUtcNow(), Cancellation));
        Assert.Empty(await deliveries.ListSkippedAsync(second, 6, Cancellation));
        Assert.Equal([6, 7], await deliveries.ListSkippedAsync(second, 8, Cancellation));

        await deliveries.SentAsync(second, 8, _clock.GetUtcNow(), Cancellation);
        Assert.Empty(await deliveries.ListSkippedAsync(second, 8, Cancellation));
    }

    private static async Task<Publication> AddAsync(PublicationStore publications)
    {
        var content = new PublicationContent("a.md", "f", new Digest([]), PublicationState.Publishing, null);
        var id = await publications.AddAsync(Key, new DateOnly(2026, 1, 15), content, Cancellation);
        return (await publications.FindAsync(id, Cancellation))!;
    }

    private StepExecution Steps(PublicationStore publications)
    {
        var sender = _telegram.Sender(Database, _clock);
        return new StepExecution(
            publications, new DeliveryStore(Database), Copies(sender), sender, _telegram.Policy!, _telegram.Chats, new Readiness(), Options.Create(new PublishingOptions()), _clock, NullLogger<StepExecution>.Instance);
    }

    private SecondCopies Copies(Sender sender)
    {
        var reader = new ChannelReader(sender, _telegram.Account!, new ProbeStore(Database), _telegram.Chats, new BotIdentity(), Options.Create(new TelegramOptions()), NullLogger<ChannelReader>.Instance);
        return new SecondCopies(new DeliveryStore(Database), reader, sender, NullLogger<SecondCopies>.Instance);
    }
}
