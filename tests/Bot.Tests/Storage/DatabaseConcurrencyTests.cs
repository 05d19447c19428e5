using BotDigest.Bot.Storage;

namespace BotDigest.Bot.Tests.Storage;

public abstract class DatabaseConcurrencyFacts : DatabaseTests
{
    private protected DatabaseConcurrencyFacts(StorageProvider provider) : base(provider)
    {
    }

    private MetaStore Meta => new(Database);

    [Fact]
    public async Task Writers_take_turns_and_lose_nothing()
    {
        await Meta.SetAsync("count", 0, Cancellation);
        await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => Task.Run(() => Database.WriteAsync(
            async c =>
            {
                // The update comes first, so that on PostgreSQL the row is locked before it is read.
                await c.RunAsync("update meta set value = value where key = 'count'", null, Cancellation);
                var count = await c.ValueAsync<long>("select cast(value as bigint) from meta where key = 'count'", null, Cancellation);
                await c.RunAsync("update meta set value = @value where key = 'count'", new { value = $"{count + 1}" }, Cancellation);
            },
            Cancellation), Cancellation)));
        Assert.Equal(40, await Meta.FindNumberAsync("count", Cancellation));
    }

    [Fact]
    public async Task Readers_do_not_wait_for_a_writer_and_see_nothing_unfinished()
    {
        await Meta.SetAsync("key", "before", Cancellation);
        await Database.WriteAsync(
            async c =>
            {
                await c.RunAsync("update meta set value = 'after'", null, Cancellation);
                Assert.Equal("before", await Meta.FindAsync("key", Cancellation));
            },
            Cancellation);
        Assert.Equal("after", await Meta.FindAsync("key", Cancellation));
    }

    [Fact]
    public async Task What_throws_half_way_is_undone_and_the_next_writer_goes_on()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => Database.WriteAsync(
            async c =>
            {
                await c.RunAsync("insert into meta (key, value) values ('key', 'value')", null, Cancellation);
                throw new InvalidOperationException();
            },
            Cancellation));
        Assert.Null(await Meta.FindAsync("key", Cancellation));
        await Meta.SetAsync("key", "other", Cancellation);
        Assert.Equal("other", await Meta.FindAsync("key", Cancellation));
    }

    [Fact]
    public async Task Giving_up_is_no_storage_error()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Meta.SetAsync("key", "value", cancelled.Token));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Meta.FindAsync("key", cancelled.Token));
    }
}

public sealed class DatabaseConcurrencyOnSqliteTests() : DatabaseConcurrencyFacts(StorageProvider.Sqlite);

public sealed class DatabaseConcurrencyOnPostgresTests() : DatabaseConcurrencyFacts(StorageProvider.Postgres);
