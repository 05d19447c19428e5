using BotDigest.Bot.Storage;
using BotDigest.Bot.Subscribers;
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

    private SubscriberStore Subscribers => new(Database, _clock);

    private DateTimeOffset Now => _clock.GetUtcNow();

    [Fact]
    public async Task An_issue_is_entered_once()
    {
        Assert.Null(await Store.LastPublishedAtAsync(BroadcastKind.Issue, Cancellation));
        Assert.True(await Store.BeginAsync(BroadcastKind.Issue, Date, Now, Cancellation));
        Assert.False(await Store.BeginAsync(BroadcastKind.Issue, Date, Now.AddHours(1), Cancellation));
        Assert.True(await Store.BeginAsync(BroadcastKind.Weekly, Date, Now, Cancellation));
        Assert.Equal(Now, await Store.LastPublishedAtAsync(BroadcastKind.Issue, Cancellation));
    }

    [Fact]
    public async Task Planning_goes_on_where_it_stopped()
    {
        var broadcast = await BeginAsync(1, 2);
        await Store.PlanAsync(broadcast, [(1, PushKind.Issue, Now)], plannedTo: 1, Cancellation);
        Assert.Equal(1, (await Store.NextToPlanAsync(Cancellation))!.PlannedTo);
        Assert.False(await Store.IsPlannedAsync(BroadcastKind.Issue, Date, Cancellation));
        await Store.PlanAsync(broadcast, [(1, PushKind.Issue, Now), (1, PushKind.Watch, Now), (2, PushKind.Issue, Now)], plannedTo: null, Cancellation);
        Assert.Null(await Store.NextToPlanAsync(Cancellation));
        Assert.True(await Store.IsPlannedAsync(BroadcastKind.Issue, Date, Cancellation));
        Assert.Equal([(1, PushKind.Issue), (1, PushKind.Watch), (2, PushKind.Issue)], (await ClaimAsync(10)).Select(p => (p.Chat, p.Kind)).Order());
    }

    [Fact]
    public async Task What_is_due_is_claimed_once_the_earliest_first()
    {
        await PlanAsync((1, Now), (2, Now.AddHours(-1)), (3, Now.AddHours(1)));
        Assert.Equal(Now.AddHours(-1), await Store.NextDueAsync(Cancellation));
        var claimed = await ClaimAsync(10);
        Assert.Equal([2, 1], claimed.Select(p => p.Chat));
        Assert.All(claimed, p => Assert.Equal((Date, 1, 0, "en"), (p.Date, p.Attempts, p.Part, p.Subscriber.OwnLanguage)));
        Assert.Empty(await ClaimAsync(10));
        _clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal([3], (await ClaimAsync(10)).Select(p => p.Chat));
    }

    [Fact]
    public async Task How_far_an_issue_has_come_is_counted_until_it_has_ended_and_kept_from_then_on()
    {
        await PlanAsync((1, Now), (2, Now), (3, Now), (4, Now.AddDays(1)));
        var claimed = await ClaimAsync(10);
        await Store.TurnAsync([new PushResult.Sent(claimed[0], 1), new PushResult.Rejected(claimed[1], "no", IsUnreachable: false)], places: 0, Cancellation);
        await Store.FinishAsync(Cancellation);
        Assert.Equal(new PushProgress(1, 1, 2), (await Store.ListProgressAsync(Cancellation))[Date]);
        _clock.Advance(TimeSpan.FromDays(1));
        claimed = [claimed[2], .. await ClaimAsync(10)];
        await Store.TurnAsync([new PushResult.Unknown(claimed[0], "?"), new PushResult.Sent(claimed[1], 1)], places: 0, Cancellation);
        Assert.Equal(new PushProgress(2, 2, 0), (await Store.ListProgressAsync(Cancellation))[Date]);
        await Store.FinishAsync(Cancellation);
        _clock.Advance(TimeSpan.FromDays(30));
        Assert.Equal(4, await Store.ForgetAsync(TimeSpan.FromDays(14), 10, Cancellation));
        Assert.Equal(new PushProgress(2, 2, 0), (await Store.ListProgressAsync(Cancellation))[Date]);
    }

    [Fact]
    public async Task Whoever_gets_two_pushes_of_an_issue_counts_once_and_as_waiting_while_either_waits()
    {
        await Store.PlanAsync(
            await BeginAsync(1, 2, 3),
            [(1, PushKind.Issue, Now), (2, PushKind.Issue, Now), (3, PushKind.Issue, Now), (1, PushKind.Watch, Now), (2, PushKind.Watch, Now)],
            plannedTo: null,
            Cancellation);
        Assert.Equal(new PushProgress(0, 0, 3), (await Store.ListProgressAsync(Cancellation))[Date]);
        var claimed = await ClaimAsync(10);
        Assert.Equal(5, claimed.Count);
        var (one, two, three) = (claimed.Where(p => p.Chat == 1).ToList(), claimed.Where(p => p.Chat == 2).ToList(), claimed.Single(p => p.Chat == 3));

        await Store.TurnAsync([new PushResult.Sent(one[0], 1), new PushResult.Rejected(three, "no", IsUnreachable: false)], places: 0, Cancellation);
        Assert.Equal(new PushProgress(0, 1, 2), (await Store.ListProgressAsync(Cancellation))[Date]);
        await Store.TurnAsync([new PushResult.Sent(one[1], 2), new PushResult.Sent(two[0], 3), new PushResult.Unknown(two[1], "?")], places: 0, Cancellation);
        Assert.Equal(new PushProgress(2, 1, 0), (await Store.ListProgressAsync(Cancellation))[Date]);
        await Store.FinishAsync(Cancellation);
        Assert.Equal(new PushProgress(2, 1, 0), (await Store.ListProgressAsync(Cancellation))[Date]);
    }

    [Theory]
    [InlineData(0, 0, 7, 0)]
    [InlineData(3, 0, 4, 3)]
    [InlineData(37, 0, 63, 35)]
    [InlineData(12_345, 0, 87_655, 10_000)]
    [InlineData(99_999, 1, 0, 99_999)]
    public void It_is_shown_in_twentieths_until_it_is_complete(long sent, long missed, long waiting, long shown)
    {
        var rounded = new PushProgress(sent, missed, waiting).Rounded();
        Assert.Equal((shown, sent + missed + waiting), (rounded.Sent, rounded.Total));
    }

    [Fact]
    public async Task Whoever_has_the_first_of_several_messages_gets_the_next_before_others_get_their_first()
    {
        await PlanAsync((1, Now), (2, Now), (3, Now));
        var first = Assert.Single(await ClaimAsync(1));
        await Store.TurnAsync([new PushResult.Again(first with { Part = 1 }, Now.AddSeconds(1), Attempts: 0)], places: 0, Cancellation);
        Assert.NotEqual(first.Chat, Assert.Single(await ClaimAsync(1)).Chat);
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal((first.Chat, 1), Assert.Single(await ClaimAsync(1)) is var next ? (next.Chat, next.Part) : default);
    }

    [Fact]
    public async Task A_claim_takes_no_more_than_there_are_places()
    {
        await PlanAsync((1, Now), (2, Now), (3, Now));
        Assert.Empty(await ClaimAsync(0));
        Assert.Equal(2, (await ClaimAsync(2)).Count);
        Assert.Single(await ClaimAsync(2));
    }

    [Fact]
    public async Task What_was_being_sent_when_the_program_ended_is_found_again()
    {
        await PlanAsync((1, Now), (2, Now));
        var claimed = await ClaimAsync(10);
        await Store.TurnAsync([new PushResult.Sent(claimed.Single(p => p.Chat == 1), 77)], places: 0, Cancellation);
        Assert.Equal([2], (await Store.ListSendingAsync(Cancellation)).Select(p => p.Chat));
    }

    [Fact]
    public async Task An_unknown_one_counts_its_attempts_and_a_postponed_one_does_not()
    {
        await PlanAsync((1, Now));
        var push = Assert.Single(await ClaimAsync(10));
        await Store.TurnAsync([new PushResult.Again(push, Now, Attempts: 0)], places: 0, Cancellation);
        Assert.Equal(1, Assert.Single(await ClaimAsync(10)).Attempts);
        await Store.TurnAsync([new PushResult.Again(push, Now.AddSeconds(30), Attempts: 1)], places: 0, Cancellation);
        Assert.Empty(await ClaimAsync(10));
        _clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(2, Assert.Single(await ClaimAsync(10)).Attempts);
    }

    [Fact]
    public async Task Of_a_long_one_the_messages_that_arrived_are_kept()
    {
        await PlanAsync((1, Now));
        var push = Assert.Single(await ClaimAsync(10));
        var wanted = push.WantedAt;
        _clock.Advance(TimeSpan.FromMinutes(5));
        var next = Assert.Single(await Store.TurnAsync([new PushResult.Again(push with { Part = 1 }, Now, Attempts: 0)], places: 1, Cancellation));
        Assert.Equal((1, 1, wanted), (next.Part, next.Attempts, next.WantedAt));
    }

    [Fact]
    public async Task What_is_finished_is_not_claimed_again_and_forgotten_when_it_is_old()
    {
        await PlanAsync((1, Now), (2, Now), (3, Now), (4, Now.AddDays(40)));
        var claimed = await ClaimAsync(3);
        await Store.TurnAsync(
            [new PushResult.Sent(claimed[0], 5), new PushResult.Rejected(claimed[1], "400 Bad Request", IsUnreachable: false), new PushResult.Unknown(claimed[2], "no answer")], places: 0, Cancellation);
        _clock.Advance(TimeSpan.FromDays(30));
        Assert.Empty(await ClaimAsync(10));
        Assert.Empty(await Store.ListSendingAsync(Cancellation));
        Assert.Equal(0, await Store.ForgetAsync(TimeSpan.FromDays(31), 10, Cancellation));
        Assert.Equal(2, await Store.ForgetAsync(TimeSpan.FromDays(14), 2, Cancellation));
        Assert.Equal(1, await Store.ForgetAsync(TimeSpan.FromDays(14), 2, Cancellation));
        Assert.Equal(1, await Store.CountWaitingAsync(Cancellation));
        Assert.False(await Store.BeginAsync(BroadcastKind.Issue, Date, Now, Cancellation));
    }

    [Fact]
    public async Task Whoever_is_forgotten_while_a_page_is_planned_stops_nobody_else()
    {
        var broadcast = await BeginAsync(1, 2);
        await Subscribers.ForgetAsync(1, Cancellation);
        await Store.PlanAsync(broadcast, [(1, PushKind.Issue, Now), (2, PushKind.Issue, Now)], plannedTo: null, Cancellation);
        Assert.Equal([2], (await ClaimAsync(10)).Select(p => p.Chat));
    }

    [Fact]
    public async Task Whoever_unsubscribes_in_the_middle_gets_no_more_of_it()
    {
        await PlanAsync((1, Now));
        var push = Assert.Single(await ClaimAsync(10));
        await Subscribers.WantAsync(1, "en", Wants.Weekly, Cancellation);
        await Store.TurnAsync([new PushResult.Again(push with { Part = 1 }, Now, Attempts: 0)], places: 0, Cancellation);
        Assert.Empty(await ClaimAsync(10));
    }

    [Fact]
    public async Task A_topic_that_is_gone_is_left_for_the_group_itself()
    {
        await PlanAsync((-5, Now));
        await Subscribers.SaveAsync((await Subscribers.FindAsync(-5, Cancellation))! with { Topic = 7 }, TimeZoneInfo.Utc, Cancellation);
        var push = Assert.Single(await ClaimAsync(10));
        Assert.Equal(7, push.Subscriber.Topic);
        var again = Assert.Single(await Store.TurnAsync([new PushResult.TopicGone(push)], places: 1, Cancellation));
        Assert.Equal((null, 1), (again.Subscriber.Topic, again.Attempts));
    }

    [Fact]
    public async Task A_group_that_moves_takes_its_subscriptions_and_pushes_along()
    {
        await PlanAsync((-5, Now));
        await Subscribers.MoveAsync(-5, -1_000_000_000_005, Cancellation);
        Assert.Null(await Subscribers.FindAsync(-5, Cancellation));
        Assert.Equal(Wants.Issues, (await Subscribers.FindAsync(-1_000_000_000_005, Cancellation))!.Wants);
        Assert.Equal([-1_000_000_000_005], (await ClaimAsync(10)).Select(p => p.Chat));
    }

    [Fact]
    public async Task Whoever_cannot_be_reached_is_parked_with_all_that_waits()
    {
        await PlanAsync((1, Now), (2, Now));
        await Store.PlanAsync(await BeginAsync(), [(1, PushKind.Watch, Now.AddHours(1))], plannedTo: null, Cancellation);
        var push = (await ClaimAsync(10)).Single(p => p.Chat == 1);
        await Store.TurnAsync([new PushResult.Rejected(push, "403 Forbidden", IsUnreachable: true)], places: 0, Cancellation);
        Assert.True((await Subscribers.FindAsync(1, Cancellation))!.Parked);
        Assert.False((await Subscribers.FindAsync(2, Cancellation))!.Parked);
        Assert.Equal(0, await Store.CountWaitingAsync(Cancellation));
    }

    private async Task<Broadcast> BeginAsync(params long[] chats)
    {
        foreach (var chat in chats)
            await Subscribers.WantAsync(chat, "en", Wants.Issues, Cancellation);
        await Store.BeginAsync(BroadcastKind.Issue, Date, Now, Cancellation);
        return await Store.NextToPlanAsync(Cancellation) ?? new Broadcast(1, BroadcastKind.Issue, Date, Now, null);
    }

    private async Task PlanAsync(params (long Chat, DateTimeOffset DueAt)[] pushes)
    {
        var broadcast = await BeginAsync([.. pushes.Select(p => p.Chat)]);
        await Store.PlanAsync(broadcast, [.. pushes.Select(p => (p.Chat, PushKind.Issue, p.DueAt))], plannedTo: null, Cancellation);
    }

    private Task<List<Push>> ClaimAsync(int places) => Store.TurnAsync([], places, Cancellation);
}

public sealed class PushStoreOnSqliteTests() : PushStoreFacts(StorageProvider.Sqlite);

public sealed class PushStoreOnPostgresTests() : PushStoreFacts(StorageProvider.Postgres);
