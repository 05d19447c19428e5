using BotDigest.Bot.Storage;
using BotDigest.Bot.Tests.Storage;

namespace BotDigest.Bot.Tests.Subscribers;

public abstract class PushStoreFacts : DatabaseTests
{
    private static readonly DateOnly Date = new(2026, 1, 15);
    private readonly ManualClock _clock = new();

    private protected PushStoreFacts(StorageProvider provider) : base(provider)
    {
    }

    private PushStore Store => new(Database, _clock);

    private DateTimeOffset Now => _clock.GetUtcNow();

    [Fact]
    public async Task An_issue_is_planned_once()
    {
        await SubscribeAsync(1, 2);
        Assert.False(await Store.HasRoundAsync(Date, Cancellation));
        Assert.True(await Store.PlanAsync(Date, Now, [(1, Now)], Cancellation));
        Assert.True(await Store.HasRoundAsync(Date, Cancellation));
        Assert.False(await Store.PlanAsync(Date, Now, [(1, Now), (2, Now)], Cancellation));
        Assert.Equal([1], (await Store.ClaimAsync(10, Cancellation)).Select(p => p.Chat));
    }

    [Fact]
    public async Task What_is_due_is_claimed_once_the_earliest_first()
    {
        await SubscribeAsync(1, 2, 3);
        await Store.PlanAsync(Date, Now, [(1, Now), (2, Now.AddHours(-1)), (3, Now.AddHours(1))], Cancellation);
        Assert.Equal(Now.AddHours(-1), await Store.NextDueAsync(Cancellation));
        var claimed = await Store.ClaimAsync(10, Cancellation);
        Assert.Equal([2, 1], claimed.OrderBy(p => p.DueAt).Select(p => p.Chat));
        Assert.All(claimed, p => Assert.Equal((Date, 1), (p.Date, p.Attempts)));
        Assert.Empty(await Store.ClaimAsync(10, Cancellation));
        _clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal([3], (await Store.ClaimAsync(10, Cancellation)).Select(p => p.Chat));
    }

    [Fact]
    public async Task A_claim_takes_no_more_than_it_is_told_to()
    {
        await SubscribeAsync(1, 2, 3);
        await Store.PlanAsync(Date, Now, [(1, Now), (2, Now), (3, Now)], Cancellation);
        Assert.Equal(2, (await Store.ClaimAsync(2, Cancellation)).Count);
        Assert.Single(await Store.ClaimAsync(2, Cancellation));
    }

    [Fact]
    public async Task What_was_being_sent_when_the_program_ended_is_found_again()
    {
        await SubscribeAsync(1, 2);
        await Store.PlanAsync(Date, Now, [(1, Now), (2, Now)], Cancellation);
        var claimed = await Store.ClaimAsync(10, Cancellation);
        await Store.SentAsync(claimed.Single(p => p.Chat == 1).Id, 77, Cancellation);
        Assert.Equal([2], (await Store.ListSendingAsync(Cancellation)).Select(p => p.Chat));
    }

    [Fact]
    public async Task An_unknown_one_counts_its_attempts_and_a_postponed_one_does_not()
    {
        await SubscribeAsync(1);
        await Store.PlanAsync(Date, Now, [(1, Now)], Cancellation);
        var id = (await Store.ClaimAsync(10, Cancellation)).Single().Id;
        await Store.PostponedAsync(id, Now, Cancellation);
        Assert.Equal(1, (await Store.ClaimAsync(10, Cancellation)).Single().Attempts);
        await Store.AgainAsync(id, Now.AddSeconds(30), Cancellation);
        Assert.Empty(await Store.ClaimAsync(10, Cancellation));
        _clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(2, (await Store.ClaimAsync(10, Cancellation)).Single().Attempts);
    }

    [Fact]
    public async Task What_is_finished_is_not_claimed_again()
    {
        await SubscribeAsync(1, 2, 3);
        await Store.PlanAsync(Date, Now, [(1, Now), (2, Now), (3, Now)], Cancellation);
        var claimed = await Store.ClaimAsync(10, Cancellation);
        await Store.SentAsync(claimed[0].Id, 5, Cancellation);
        await Store.RejectedAsync(claimed[1].Id, "403 Forbidden", Cancellation);
        await Store.UnknownAsync(claimed[2].Id, "no answer", Cancellation);
        _clock.Advance(TimeSpan.FromDays(1));
        Assert.Empty(await Store.ClaimAsync(10, Cancellation));
        Assert.Empty(await Store.ListSendingAsync(Cancellation));
        Assert.Null(await Store.NextDueAsync(Cancellation));
    }

    private async Task SubscribeAsync(params long[] chats)
    {
        foreach (var chat in chats)
            await new SubscriberStore(Database, _clock).SubscribeAsync(chat, "en", Cancellation);
    }
}

public sealed class PushStoreOnSqliteTests() : PushStoreFacts(StorageProvider.Sqlite);

public sealed class PushStoreOnPostgresTests() : PushStoreFacts(StorageProvider.Postgres);
