using BotDigest.Bot.Publishing;
using BotDigest.Bot.Storage;
using BotDigest.Formatting.Digests;
using BotDigest.Formatting.Messages;
using BotDigest.Formatting.Text;

namespace BotDigest.Bot.Tests.Storage;

/// <summary>Who holds a right, and what the ledger lets pass.</summary>
public abstract class LeaseStoreFacts : DatabaseTests
{
    private const string Name = "publisher:@somewhere";

    private protected LeaseStoreFacts(StorageProvider provider) : base(provider)
    {
    }

    private static readonly TimeSpan Long = TimeSpan.FromHours(1);
    private static readonly DateOnly Day = new(2026, 1, 1);

    [Fact]
    public async Task A_right_is_held_by_one_until_it_is_given_back()
    {
        var leases = new LeaseStore(Database);
        Assert.Null(await leases.FindHolderAsync(Name, Cancellation));
        Assert.Equal(1, await leases.TakeAsync(Name, "a", Long, Cancellation));
        Assert.Null(await leases.TakeAsync(Name, "b", Long, Cancellation));
        Assert.Equal(1, await leases.TakeAsync("another", "b", Long, Cancellation));
        Assert.Equal("a", await leases.FindHolderAsync(Name, Cancellation));
        Assert.True(await leases.RenewAsync(Name, 1, Long, Cancellation));
        await leases.GiveBackAsync(Name, 1, Cancellation);
        Assert.Null(await leases.FindHolderAsync(Name, Cancellation));
        Assert.Equal(2, await leases.TakeAsync(Name, "b", Long, Cancellation));
        Assert.False(await leases.RenewAsync(Name, 1, Long, Cancellation));
        await leases.GiveBackAsync(Name, 1, Cancellation);
        Assert.Equal("b", await leases.FindHolderAsync(Name, Cancellation));
    }

    [Fact]
    public async Task A_right_that_has_run_out_is_renewed_unless_somebody_else_has_taken_it()
    {
        var leases = new LeaseStore(Database);
        await leases.TakeAsync(Name, "a", TimeSpan.Zero, Cancellation);
        Assert.Null(await leases.FindHolderAsync(Name, Cancellation));
        Assert.True(await leases.RenewAsync(Name, 1, TimeSpan.Zero, Cancellation));
        Assert.Equal(2, await leases.TakeAsync(Name, "b", Long, Cancellation));
        Assert.False(await leases.RenewAsync(Name, 1, Long, Cancellation));
        Assert.Equal("b", await leases.FindHolderAsync(Name, Cancellation));
    }

    [Fact]
    public async Task The_ledger_is_written_by_the_holder_alone()
    {
        var (leases, publications) = (new LeaseStore(Database), new PublicationStore(Database));
        var deliveries = new DeliveryStore(Database);
        Database.Fence.Set(Name, null);
        await Assert.ThrowsAsync<LeaseLostException>(() => EnterAsync(publications));
        Database.Fence.Set(Name, await leases.TakeAsync(Name, "a", TimeSpan.Zero, Cancellation));
        var id = await EnterAsync(publications);
        var publication = (await publications.FindAsync(id, Cancellation))!;
        var content = new MessageContent(FormattedText.Plain("text"));
        var delivery = (await deliveries.BeginSendAsync(publication, 1, content, continuation: false, DateTimeOffset.UnixEpoch, Cancellation))!.Value;

        await leases.TakeAsync(Name, "b", Long, Cancellation);
        await Assert.ThrowsAsync<LeaseLostException>(() => deliveries.SentAsync(delivery, 1, DateTimeOffset.UnixEpoch, Cancellation));
        await Assert.ThrowsAsync<LeaseLostException>(() => deliveries.BeginSendAsync(publication, 1, content, continuation: false, DateTimeOffset.UnixEpoch, Cancellation));
        await Assert.ThrowsAsync<LeaseLostException>(() => publications.CompleteAsync(publication, DateTimeOffset.UnixEpoch, Cancellation));
        Assert.Equal(DeliveryState.Sending, Assert.Single(await deliveries.ListAsync(id, Cancellation)).State);
    }

    private static Task<long> EnterAsync(PublicationStore publications)
    {
        var content = new PublicationContent("a.md", "print", new Digest([]), PublicationState.Publishing, DateTimeOffset.UnixEpoch);
        return publications.AddAsync("@somewhere", Day, content, Cancellation);
    }
}

/// <inheritdoc/>
public sealed class LeaseStoreOnSqliteTests() : LeaseStoreFacts(StorageProvider.Sqlite);

/// <inheritdoc/>
public sealed class LeaseStoreOnPostgresTests() : LeaseStoreFacts(StorageProvider.Postgres)
{
    private const string Name = "publisher:@somewhere";

    [Fact]
    public async Task A_renewal_does_not_wait_for_the_ledger_and_a_take_over_does()
    {
        using var other = new Database(Fixture.Source, Fixture.Dialect);
        var leases = new LeaseStore(other);
        Database.Fence.Set(Name, await leases.TakeAsync(Name, "a", TimeSpan.Zero, Cancellation));
        Task<long?>? taken = null;
        await Database.WriteLedgerAsync(
            async connection =>
            {
                Assert.True(await leases.RenewAsync(Name, 1, TimeSpan.Zero, Cancellation));
                taken = leases.TakeAsync(Name, "b", TimeSpan.FromHours(1), Cancellation);
                // the other session is seen to wait for this one
                while (await connection.ValueAsync<long>("select count(*) from pg_locks where not granted and pg_backend_pid() = any(pg_blocking_pids(pid))", null, Cancellation) == 0)
                    await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, Cancellation);
                Assert.False(taken.IsCompleted);
                await connection.RunAsync("insert into meta (key, value) values ('written', 'before')", null, Cancellation);
            },
            Cancellation);
        Assert.Equal(2, await taken!);
        Assert.Equal("before", await new MetaStore(other).FindAsync("written", Cancellation));
    }
}
