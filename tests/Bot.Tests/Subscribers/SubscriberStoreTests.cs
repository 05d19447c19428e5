using BotDigest.Bot.Storage;
using BotDigest.Bot.Subscribers;
using BotDigest.Bot.Tests.Storage;

namespace BotDigest.Bot.Tests.Subscribers;

public abstract class SubscriberStoreFacts : DatabaseTests
{
    private static readonly TimeZoneInfo Shanghai = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");
    private readonly ManualClock _clock = new();

    private protected SubscriberStoreFacts(StorageProvider provider) : base(provider)
    {
    }

    private SubscriberStore Store => new(Database, _clock);

    [Fact]
    public async Task Nobody_is_written_down_before_they_do_something() => Assert.Null(await Store.FindAsync(1, Cancellation));

    [Fact]
    public async Task A_subscription_begins_and_ends_once_and_the_settings_stay()
    {
        Assert.True(await Store.SubscribeAsync(1, "zh-Hans", Cancellation));
        Assert.False(await Store.SubscribeAsync(1, "en", Cancellation));
        Assert.Equal(new Subscriber(1) { Subscribed = true, OwnLanguage = "en" }, await Store.FindAsync(1, Cancellation));
        Assert.True(await Store.UnsubscribeAsync(1, Cancellation));
        Assert.False(await Store.UnsubscribeAsync(1, Cancellation));
        Assert.Equal(new Subscriber(1) { OwnLanguage = "en" }, await Store.FindAsync(1, Cancellation));
    }

    [Fact]
    public async Task Settings_come_back_as_they_were_kept_and_do_not_subscribe()
    {
        var wanted = new Subscriber(1) { Language = "en", OwnLanguage = "zh-Hans", Zone = "Asia/Tokyo", PushAt = new TimeOnly(7, 30), Silent = true };
        await Store.SaveAsync(new Subscriber(1), Shanghai, Cancellation);
        await Store.SaveAsync(wanted, Shanghai, Cancellation);
        Assert.Equal(wanted, await Store.FindAsync(1, Cancellation));
        await Store.SubscribeAsync(1, "zh-Hans", Cancellation);
        Assert.Equal(wanted with { Subscribed = true }, await Store.FindAsync(1, Cancellation));
    }

    [Fact]
    public async Task Those_who_block_the_bot_are_passed_over_until_they_come_back()
    {
        foreach (var chat in (long[])[3, 1, 2])
            await Store.SubscribeAsync(chat, "en", Cancellation);
        await Store.SaveAsync(new Subscriber(4), Shanghai, Cancellation);
        await Store.ParkAsync(2, Cancellation);
        Assert.Equal([1, 3], await ChatsAsync());
        await Store.ReviveAsync(2, Cancellation);
        Assert.Equal([1, 2, 3], await ChatsAsync());
        Assert.Equal([3], (await Store.ListSubscribedAsync(2, 10, Cancellation)).Select(s => s.Chat));
        Assert.Equal([1, 2], (await Store.ListSubscribedAsync(long.MinValue, 2, Cancellation)).Select(s => s.Chat));
    }

    [Fact]
    public async Task Parking_somebody_unknown_writes_nobody_down()
    {
        await Store.ParkAsync(1, Cancellation);
        Assert.Null(await Store.FindAsync(1, Cancellation));
    }

    [Fact]
    public async Task Whoever_subscribes_again_is_no_longer_parked()
    {
        await Store.SubscribeAsync(1, "en", Cancellation);
        await Store.ParkAsync(1, Cancellation);
        Assert.True((await Store.FindAsync(1, Cancellation))!.Parked);
        await Store.SubscribeAsync(1, "en", Cancellation);
        Assert.False((await Store.FindAsync(1, Cancellation))!.Parked);
    }

    [Fact]
    public async Task Pushes_that_wait_follow_a_new_hour()
    {
        await Store.SubscribeAsync(1, "en", Cancellation);
        var pushes = new PushStore(Database, _clock);
        var published = _clock.GetUtcNow();
        await pushes.PlanAsync(new DateOnly(2026, 1, 15), published, [(1, published.AddHours(12))], Cancellation);
        await Store.SaveAsync(new Subscriber(1) { PushAt = new TimeOnly(9, 0) }, Shanghai, Cancellation);
        Assert.Equal(published.AddHours(1), await pushes.NextDueAsync(Cancellation));
        await Store.SaveAsync(new Subscriber(1) { PushAt = new TimeOnly(9, 0), Zone = "Asia/Tokyo" }, Shanghai, Cancellation);
        Assert.Equal(published, await pushes.NextDueAsync(Cancellation));
    }

    [Fact]
    public async Task Whoever_is_forgotten_is_in_no_table()
    {
        await Store.SubscribeAsync(1, "en", Cancellation);
        await new DialogueStore(Database, _clock).BeginAsync(-9, 1, "search", 4, Cancellation);
        var pushes = new PushStore(Database, _clock);
        await pushes.PlanAsync(new DateOnly(2026, 1, 15), _clock.GetUtcNow(), [(1, _clock.GetUtcNow())], Cancellation);
        await Store.ForgetAsync(1, Cancellation);
        Assert.Null(await Store.FindAsync(1, Cancellation));
        Assert.Null(await pushes.NextDueAsync(Cancellation));
        Assert.Null(await new DialogueStore(Database, _clock).FindAsync(-9, 1, Cancellation));
    }

    private async Task<IEnumerable<long>> ChatsAsync() => (await Store.ListSubscribedAsync(long.MinValue, 10, Cancellation)).Select(s => s.Chat);
}

public sealed class SubscriberStoreOnSqliteTests() : SubscriberStoreFacts(StorageProvider.Sqlite);

public sealed class SubscriberStoreOnPostgresTests() : SubscriberStoreFacts(StorageProvider.Postgres);
