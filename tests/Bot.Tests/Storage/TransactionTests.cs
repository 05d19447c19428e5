using BotDigest.Bot.Storage;

namespace BotDigest.Bot.Tests.Storage;

public abstract class TransactionFacts : DatabaseTests
{
    private protected TransactionFacts(StorageProvider provider)
        : base(provider)
    {
    }

    private MetaStore Meta => new(Database);

    private Transaction Transaction => new(Database);

    [Fact]
    public async Task What_is_written_together_is_kept_together()
    {
        var seen = await Transaction.RunAsync(
            async () =>
            {
                await Meta.SetAsync("a", "1", Cancellation);
                await Transaction.RunAsync(() => Meta.SetAsync("b", "2", Cancellation), Cancellation);
                return await Meta.FindAsync("a", Cancellation) + await Meta.FindAsync("b", Cancellation);
            },
            Cancellation);
        Assert.Equal("12", seen);
        Assert.Equal(("1", "2"), (await Meta.FindAsync("a", Cancellation), await Meta.FindAsync("b", Cancellation)));
    }

    [Fact]
    public async Task Nothing_of_it_is_kept_when_one_part_fails()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => Transaction.RunAsync(
            async () =>
            {
                await Meta.SetAsync("a", "1", Cancellation);
                throw new InvalidOperationException("on purpose");
            },
            Cancellation));
        Assert.Null(await Meta.FindAsync("a", Cancellation));
        await Meta.SetAsync("a", "2", Cancellation);
        Assert.Equal("2", await Meta.FindAsync("a", Cancellation));
    }

    [Fact]
    public async Task Whoever_outlives_a_transaction_writes_by_himself()
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Task? left = null;
        await Transaction.RunAsync(
            () =>
            {
                left = LaterAsync();
                return Task.CompletedTask;
            },
            Cancellation);
        gate.SetResult();
        await left!;
        Assert.Equal("1", await Meta.FindAsync("a", Cancellation));

        async Task LaterAsync()
        {
            await gate.Task;
            await Meta.SetAsync("a", "1", Cancellation);
        }
    }

    [Fact]
    public async Task Tidying_loses_nothing()
    {
        for (var n = 0; n < 10; n++)
            await Meta.SetAsync("n", n, Cancellation);
        await Database.TidyAsync(Cancellation);
        Assert.Equal(9, await Meta.FindNumberAsync("n", Cancellation));
    }
}

public sealed class TransactionOnSqliteTests() : TransactionFacts(StorageProvider.Sqlite);

public sealed class TransactionOnPostgresTests() : TransactionFacts(StorageProvider.Postgres);
