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
    public async Task What_is_wanted_comes_and_goes_and_the_settings_stay()
    {
        Assert.Equal(Wants.None, await Store.WantAsync(1, "zh-Hans", Wants.Issues | Wants.Weekly, Cancellation));
        Assert.Equal(Wants.Issues | Wants.Weekly, await Store.WantAsync(1, "en", Wants.Tags, Cancellation));
        Assert.Equal(new Subscriber(1) { Wants = Wants.Tags, OwnLanguage = "en" }, await Store.FindAsync(1, Cancellation));
        await Store.WantAsync(1, "en", Wants.None, Cancellation);
        Assert.Equal(new Subscriber(1) { OwnLanguage = "en" }, await Store.FindAsync(1, Cancellation));
    }

    [Fact]
    public async Task Settings_come_back_as_they_were_kept_and_do_not_subscribe()
    {
        var wanted = new Subscriber(1) { Language = "en", OwnLanguage = "zh-Hans", Zone = "Asia/Tokyo", PushAt = new TimeOnly(7, 30), Days = Weekdays.Workdays, Whole = true, Sound = SoundMode.Day, Topic = 7 };
        await Store.SaveAsync(new Subscriber(1), Shanghai, Cancellation);
        await Store.SaveAsync(wanted, Shanghai, Cancellation);
        Assert.Equal(wanted, await Store.FindAsync(1, Cancellation));
        await Store.WantAsync(1, "zh-Hans", Wants.Issues, Cancellation);
        Assert.Equal(wanted with { Wants = Wants.Issues }, await Store.FindAsync(1, Cancellation));
    }

    [Fact]
    public async Task Those_who_cannot_be_reached_are_passed_over_until_they_come_back()
    {
        foreach (var chat in (long[])[3, 1, 2])
            await SubscribeAsync(chat);
        await Store.SaveAsync(new Subscriber(4), Shanghai, Cancellation);
        await Store.ParkAsync(2, Cancellation);
        Assert.Equal([1, 3], await ChatsAsync());
        await Store.ReviveAsync(2, Cancellation);
        Assert.Equal([1, 2, 3], await ChatsAsync());
        Assert.Equal([3], (await Store.ListInterestsAsync(2, 10, Cancellation)).Select(i => i.Subscriber.Chat));
        Assert.Equal([1, 2], (await Store.ListInterestsAsync(long.MinValue, 2, Cancellation)).Select(i => i.Subscriber.Chat));
        Assert.All(await Store.ListInterestsAsync(2, 10, Cancellation), i => Assert.Equal(Wants.Issues, i.Subscriber.Wants));
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
        await SubscribeAsync(1);
        await Store.ParkAsync(1, Cancellation);
        Assert.True((await Store.FindAsync(1, Cancellation))!.Parked);
        await SubscribeAsync(1);
        Assert.False((await Store.FindAsync(1, Cancellation))!.Parked);
    }

    [Fact]
    public async Task Pushes_that_wait_follow_a_new_hour()
    {
        var published = _clock.GetUtcNow();
        await PlanAsync(1, PushKind.Issue, published.AddHours(12));
        await Store.SaveAsync(new Subscriber(1) { PushAt = new TimeOnly(9, 0) }, Shanghai, Cancellation);
        Assert.Equal(published.AddHours(1), await Pushes.NextDueAsync(Cancellation));
        await Store.SaveAsync(new Subscriber(1) { PushAt = new TimeOnly(9, 0), Zone = "Asia/Tokyo" }, Shanghai, Cancellation);
        Assert.Equal(published, await Pushes.NextDueAsync(Cancellation));
    }

    [Theory]
    [InlineData(nameof(PushKind.Issue), nameof(Wants.Weekly), 0)]
    [InlineData(nameof(PushKind.Issue), nameof(Wants.Issues), 1)]
    [InlineData(nameof(PushKind.Tags), nameof(Wants.Issues), 0)]
    [InlineData(nameof(PushKind.Watch), nameof(Wants.None), 1)]
    public async Task What_is_no_longer_wanted_no_longer_waits(string kind, string wants, int left)
    {
        await PlanAsync(1, Enum.Parse<PushKind>(kind), _clock.GetUtcNow().AddHours(1));
        await Store.WantAsync(1, "en", Enum.Parse<Wants>(wants), Cancellation);
        Assert.Equal(left, await Pushes.CountWaitingAsync(Cancellation));
    }

    [Fact]
    public async Task Whoever_is_forgotten_is_in_no_table()
    {
        await new DialogueStore(Database, _clock).BeginAsync(-9, 1, "search", 4, Cancellation);
        await PlanAsync(1, PushKind.Issue, _clock.GetUtcNow());
        await Store.ForgetAsync(1, Cancellation);
        Assert.Null(await Store.FindAsync(1, Cancellation));
        Assert.Null(await Pushes.NextDueAsync(Cancellation));
        Assert.Null(await new DialogueStore(Database, _clock).FindAsync(-9, 1, Cancellation));
    }

    private PushStore Pushes => new(Database, _clock);

    private Task<Wants> SubscribeAsync(long chat) => Store.WantAsync(chat, "en", Wants.Issues, Cancellation);

    private async Task PlanAsync(long chat, PushKind kind, DateTimeOffset due)
    {
        await SubscribeAsync(chat);
        await Pushes.BeginAsync(BroadcastKind.Issue, new DateOnly(2026, 1, 15), _clock.GetUtcNow(), Cancellation);
        await Pushes.PlanAsync((await Pushes.NextToPlanAsync(Cancellation))!, [(chat, kind, due)], plannedTo: null, Cancellation);
    }

    private async Task<IEnumerable<long>> ChatsAsync() => (await Store.ListInterestsAsync(long.MinValue, 10, Cancellation)).Select(i => i.Subscriber.Chat);
}

public sealed class SubscriberStoreOnSqliteTests() : SubscriberStoreFacts(StorageProvider.Sqlite);

public sealed class SubscriberStoreOnPostgresTests() : SubscriberStoreFacts(StorageProvider.Postgres);
