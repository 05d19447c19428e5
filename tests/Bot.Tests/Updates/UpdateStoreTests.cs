using BotDigest.Bot.Storage;
using BotDigest.Bot.Tests.Storage;

namespace BotDigest.Bot.Tests.Updates;

public abstract class UpdateStoreFacts : DatabaseTests
{
    private protected UpdateStoreFacts(StorageProvider provider) : base(provider)
    {
    }

    [Fact]
    public async Task An_update_counts_as_handled_once_it_is_kept_and_may_be_kept_twice()
    {
        var store = new UpdateStore(Database, new ManualClock());
        Assert.False(await store.IsHandledAsync(7, Cancellation));
        await store.HandledAsync(7, Cancellation);
        await store.HandledAsync(7, Cancellation);
        Assert.True(await store.IsHandledAsync(7, Cancellation));
        Assert.False(await store.IsHandledAsync(8, Cancellation));
    }

    [Fact]
    public async Task Old_ones_are_forgotten()
    {
        var clock = new ManualClock();
        var store = new UpdateStore(Database, clock);
        await store.HandledAsync(1, Cancellation);
        clock.Advance(TimeSpan.FromDays(1));
        await store.HandledAsync(2, Cancellation);
        clock.Advance(TimeSpan.FromHours(25));
        Assert.Equal(1, await store.ForgetAsync(TimeSpan.FromDays(2), Cancellation));
        Assert.False(await store.IsHandledAsync(1, Cancellation));
        Assert.True(await store.IsHandledAsync(2, Cancellation));
    }
}

public sealed class UpdateStoreOnSqliteTests() : UpdateStoreFacts(StorageProvider.Sqlite);

public sealed class UpdateStoreOnPostgresTests() : UpdateStoreFacts(StorageProvider.Postgres);
