using BotDigest.Bot.Sending;
using BotDigest.Bot.Storage;
using BotDigest.Bot.Tests.Sending;
using BotDigest.Formatting.Messages;
using BotDigest.Formatting.Text;
using Microsoft.Extensions.Logging.Abstractions;

namespace BotDigest.Bot.Tests.Storage;

/// <summary>How a service learns that it may work, and that it may not any more.</summary>
public abstract class LeaseFacts : DatabaseTests
{
    private const string Name = "publisher:@somewhere";

    private readonly ManualClock _clock = new();

    private protected LeaseFacts(StorageProvider provider) : base(provider)
    {
    }

    private LeaseStore Store => new(Database);

    [Fact]
    public async Task A_right_that_cannot_be_renewed_is_not_used_any_more()
    {
        using var lease = Make();
        Assert.False(lease.IsHeld);
        Assert.True(lease.Held.IsCancellationRequested);
        Assert.True(await lease.TryHoldAsync(Cancellation));
        Assert.Equal(1, lease.Fence);

        // the database did not answer for so long
        _clock.Advance(Lease.Life - TimeSpan.FromMilliseconds(100));
        Assert.False(lease.IsHeld);
        Assert.True(lease.IsOurs);
        Assert.False(lease.Held.IsCancellationRequested);
        Assert.True(await lease.TryHoldAsync(Cancellation));
        Assert.Equal(1, lease.Fence);
    }

    [Fact]
    public async Task A_right_that_another_service_has_taken_is_lost_until_that_one_gives_it_back()
    {
        using var lease = Make();
        await lease.TryHoldAsync(Cancellation);
        var held = lease.Held;
        await Store.RenewAsync(Name, 1, TimeSpan.Zero, Cancellation);
        await Store.TakeAsync(Name, "another", TimeSpan.FromHours(1), Cancellation);
        await lease.LookAsync(Cancellation);
        Assert.False(lease.IsHeld);
        Assert.False(lease.IsOurs);
        Assert.True(held.IsCancellationRequested);
        Assert.False(await lease.TryHoldAsync(Cancellation));

        await Store.GiveBackAsync(Name, 2, Cancellation);
        await lease.LookAsync(Cancellation);
        Assert.False(lease.IsHeld);
        Assert.True(await lease.TryHoldAsync(Cancellation));
        Assert.Equal(3, lease.Fence);
    }

    [Fact]
    public async Task Whoever_gives_a_right_back_may_not_write_the_ledger()
    {
        using var lease = Make();
        await lease.TryHoldAsync(Cancellation);
        await Database.WriteLedgerAsync(c => c.RunAsync("insert into meta (key, value) values ('a', 'b')", null, Cancellation), Cancellation);
        await lease.DuringAsync(() => Task.FromResult(true), Cancellation);
        Assert.Null(await Store.FindHolderAsync(Name, Cancellation));
        await Assert.ThrowsAsync<LeaseLostException>(() => Database.WriteLedgerAsync(c => c.RunAsync("delete from meta", null, Cancellation), Cancellation));
        Assert.Equal("b", await new MetaStore(Database).FindAsync("a", Cancellation));
    }

    private Lease Make() => new(Name, isAlone: false, Store, _clock, fence => Database.Fence.Set(Name, fence), NullLogger.Instance);
}

/// <inheritdoc/>
public sealed class LeaseOnSqliteTests() : LeaseFacts(StorageProvider.Sqlite)
{
    [Fact]
    public async Task Whoever_is_alone_has_every_right()
    {
        using var lease = new Lease("publisher:@somewhere", isAlone: true, new LeaseStore(Database), new ManualClock(), _ => Assert.Fail("nothing changes"), NullLogger.Instance);
        Assert.True(lease.IsHeld);
        Assert.True(await lease.TryHoldAsync(Cancellation));
        Assert.Null(await new LeaseStore(Database).FindHolderAsync("publisher:@somewhere", Cancellation));
    }
}

/// <inheritdoc/>
public sealed class LeaseOnPostgresTests() : LeaseFacts(StorageProvider.Postgres)
{
    [Fact]
    public async Task Whoever_stands_still_in_the_middle_of_a_transaction_keeps_nobody_from_taking_over()
    {
        const string name = "publisher:@somewhere";
        var store = new LeaseStore(Database);
        Database.Fence.Set(name, await store.TakeAsync(name, "one", TimeSpan.FromHours(1), Cancellation));
        var (begun, goOn) = (new TaskCompletionSource(), new TaskCompletionSource());
        var writing = Database.WriteLedgerAsync(
            async c =>
            {
                begun.SetResult();
                await goOn.Task;
                await c.RunAsync("insert into meta (key, value) values ('a', 'b')", null, Cancellation);
            },
            Cancellation);
        await begun.Task;
        await store.RenewAsync(name, 1, TimeSpan.Zero, Cancellation);
        Assert.Equal(2, await store.TakeAsync(name, "another", TimeSpan.FromHours(1), Cancellation));

        goOn.SetResult();
        await Assert.ThrowsAsync<StorageException>(() => writing);
        Assert.Null(await new MetaStore(Database).FindAsync("a", Cancellation));
    }

    [Fact]
    public async Task Without_the_right_nothing_is_sent_but_answers()
    {
        var telegram = new ScriptedTelegram();
        var sender = telegram.Sender(Database, new ManualClock());
        var content = new MessageContent(FormattedText.Plain("text"));
        Assert.IsType<SendOutcome.Postponed>(await sender.SendAsync(-1001, content, new SendOptions { Priority = SendPriority.Channel }, Cancellation));
        Assert.IsType<SendOutcome.Postponed>(await sender.SendAsync(5, content, new SendOptions { Priority = SendPriority.Broadcast }, Cancellation));
        Assert.Empty(telegram.Calls);
        telegram.ThenMessage(7, chat: 5);
        Assert.IsType<SendOutcome.Sent>(await sender.SendAsync(5, content, SendOptions.Answer, Cancellation));
    }
}
