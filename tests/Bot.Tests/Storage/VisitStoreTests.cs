using BotDigest.Bot.Storage;

namespace BotDigest.Bot.Tests.Storage;

public abstract class VisitStoreFacts : ArchiveTests
{
    private readonly ManualClock _clock = new();

    private protected VisitStoreFacts(StorageProvider provider) : base(provider)
    {
    }

    private VisitStore Store => new(Database, _clock);

    [Fact]
    public async Task While_there_is_no_issue_nobody_has_seen_anything()
    {
        Assert.Null(await Store.VisitAsync(1, "en", Cancellation));
        Assert.Null(await new SubscriberStore(Database, _clock).FindAsync(1, Cancellation));
    }

    [Fact]
    public async Task What_came_between_two_visits_is_new_at_the_second_and_at_no_third()
    {
        await ListAsync(Issue("2026-01-13").With("old"), Issue("2026-01-14").With("seen"));
        Assert.Null(await Store.VisitAsync(1, "en", Cancellation));
        var first = _clock.GetUtcNow();
        _clock.Advance(TimeSpan.FromHours(12));
        await ListAsync(Issue("2026-01-15").With("new 1").With("new 2").With("new 1"));
        await SaveAsync(Issue("2026-01-16").With("not yet"));
        var visit = await Store.VisitAsync(1, "en", Cancellation);
        Assert.Equal(first.ToUnixTimeMilliseconds(), visit!.Since.ToUnixTimeMilliseconds());
        Assert.Equal(["new 1", "new 2"], visit.Stories.Select(s => s.Headline));
        Assert.Null(await Store.VisitAsync(2, "en", Cancellation));
        _clock.Advance(TimeSpan.FromHours(1));
        Assert.Empty((await Store.VisitAsync(1, "en", Cancellation))!.Stories);
    }

    [Fact]
    public async Task A_second_look_shows_the_same_again_for_the_first_may_not_have_arrived()
    {
        await ListAsync(Issue("2026-01-14").With("seen"));
        await Store.VisitAsync(1, "en", Cancellation);
        await Store.VisitAsync(1, "en", Cancellation);
        _clock.Advance(TimeSpan.FromHours(1));
        await ListAsync(Issue("2026-01-15").With("new"));
        for (var look = 0; look < 3; look++)
        {
            Assert.Equal(["new"], (await Store.VisitAsync(1, "en", Cancellation))!.Stories.Select(s => s.Headline));
            _clock.Advance(TimeSpan.FromMinutes(1));
        }

        _clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Empty((await Store.VisitAsync(1, "en", Cancellation))!.Stories);
    }

    [Fact]
    public async Task Issues_that_grow_or_come_late_are_new_and_edits_are_not()
    {
        await ListAsync(Issue("2026-01-14").With("one").With("two"));
        await Store.VisitAsync(1, "en", Cancellation);
        _clock.Advance(TimeSpan.FromHours(1));
        await ListAsync(Issue("2026-01-13").With("late"), Issue("2026-01-14").With("one").With("two", "mended").With("three"), Issue("2025-12-01").With("imported"));
        Assert.Equal(["three", "late"], (await Store.VisitAsync(1, "en", Cancellation))!.Stories.Select(s => s.Headline));
    }

    [Fact]
    public async Task A_draft_that_was_there_before_is_new_once_it_is_out()
    {
        await SaveAsync(Issue("2026-01-15").With("draft"));
        await ListAsync(Issue("2026-01-14").With("seen"));
        await Store.VisitAsync(1, "en", Cancellation);
        _clock.Advance(TimeSpan.FromHours(1));
        await Issues.SetListedAsync(new DateOnly(2026, 1, 15), listed: true, Cancellation);
        Assert.Equal(["draft"], (await Store.VisitAsync(1, "en", Cancellation))!.Stories.Select(s => s.Headline));
        await new SubscriberStore(Database, _clock).ForgetAsync(1, Cancellation);
        Assert.Null(await Store.VisitAsync(1, "en", Cancellation));
    }
}

public sealed class VisitStoreOnSqliteTests() : VisitStoreFacts(StorageProvider.Sqlite);

public sealed class VisitStoreOnPostgresTests() : VisitStoreFacts(StorageProvider.Postgres);
