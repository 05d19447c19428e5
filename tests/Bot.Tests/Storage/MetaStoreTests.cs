using BotDigest.Bot.Storage;

namespace BotDigest.Bot.Tests.Storage;

public abstract class MetaStoreFacts : DatabaseTests
{
    private protected MetaStoreFacts(StorageProvider provider) : base(provider)
    {
    }

    private MetaStore Store => new(Database);

    [Fact]
    public async Task A_key_without_a_value_is_null()
    {
        Assert.Null(await Store.FindAsync("absent", Cancellation));
        Assert.Null(await Store.FindNumberAsync("absent", Cancellation));
    }

    [Fact]
    public async Task The_last_value_of_a_key_wins_and_null_removes_it()
    {
        await Store.SetAsync("channel", "@first", Cancellation);
        await Store.SetAsync("channel", "@second", Cancellation);
        Assert.Equal("@second", await Store.FindAsync("channel", Cancellation));
        await Store.SetAsync("channel", null, Cancellation);
        Assert.Null(await Store.FindAsync("channel", Cancellation));
    }

    [Fact]
    public async Task Numbers_come_back_as_numbers()
    {
        await Store.SetAsync("offset", long.MinValue, Cancellation);
        Assert.Equal(long.MinValue, await Store.FindNumberAsync("offset", Cancellation));
    }

    [Fact]
    public async Task A_value_set_once_is_kept()
    {
        Assert.Equal("1", await Store.SetOnceAsync("first start", "1", Cancellation));
        Assert.Equal("1", await Store.SetOnceAsync("first start", "2", Cancellation));
    }
}

public sealed class MetaStoreOnSqliteTests() : MetaStoreFacts(StorageProvider.Sqlite);

public sealed class MetaStoreOnPostgresTests() : MetaStoreFacts(StorageProvider.Postgres);
