using BotDigest.Bot.Storage;
using BotDigest.Bot.Tests.Storage;

namespace BotDigest.Bot.Tests.Updates;

public abstract class DialogueStoreFacts : DatabaseTests
{
    private protected DialogueStoreFacts(StorageProvider provider) : base(provider)
    {
    }

    [Fact]
    public async Task A_question_waits_for_the_one_who_was_asked_where_they_were_asked()
    {
        var store = new DialogueStore(Database, new ManualClock());
        await store.BeginAsync(-5, 1, "search", 40, Cancellation);
        Assert.Equal(new Dialogue("search", 40), await store.FindAsync(-5, 1, Cancellation));
        Assert.Null(await store.FindAsync(-5, 2, Cancellation));
        Assert.Null(await store.FindAsync(1, 1, Cancellation));
    }

    [Fact]
    public async Task A_later_question_takes_the_place_of_an_earlier_one()
    {
        var store = new DialogueStore(Database, new ManualClock());
        await store.BeginAsync(1, 1, "search", 40, Cancellation);
        await store.BeginAsync(1, 1, "feedback", 44, Cancellation);
        Assert.Equal(new Dialogue("feedback", 44), await store.FindAsync(1, 1, Cancellation));
    }

    [Fact]
    public async Task A_question_ends_once()
    {
        var store = new DialogueStore(Database, new ManualClock());
        await store.BeginAsync(1, 1, "search", 40, Cancellation);
        Assert.True(await store.EndAsync(1, 1, Cancellation));
        Assert.False(await store.EndAsync(1, 1, Cancellation));
        Assert.Null(await store.FindAsync(1, 1, Cancellation));
    }

    [Fact]
    public async Task A_question_that_nobody_answers_for_an_hour_is_given_up()
    {
        var clock = new ManualClock();
        var store = new DialogueStore(Database, clock);
        await store.BeginAsync(1, 1, "search", 40, Cancellation);
        clock.Advance(TimeSpan.FromMinutes(59));
        Assert.NotNull(await store.FindAsync(1, 1, Cancellation));
        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Null(await store.FindAsync(1, 1, Cancellation));
    }
}

public sealed class DialogueStoreOnSqliteTests() : DialogueStoreFacts(StorageProvider.Sqlite);

public sealed class DialogueStoreOnPostgresTests() : DialogueStoreFacts(StorageProvider.Postgres);
