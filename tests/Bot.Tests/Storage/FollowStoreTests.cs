using BotDigest.Bot.Storage;
using BotDigest.Bot.Subscribers;

namespace BotDigest.Bot.Tests.Storage;

public abstract class FollowStoreFacts : ArchiveTests
{
    private readonly ManualClock _clock = new();

    private protected FollowStoreFacts(StorageProvider provider) : base(provider)
    {
    }

    private FollowStore Store => new(Database, _clock);

    [Fact]
    public async Task A_tag_is_followed_once_however_it_is_written()
    {
        await ListAsync(Issue("2026-01-15").Tagged("GPT-5.2", "华为").With("a"));
        foreach (var name in (string[])["gpt-5.2", "ＧＰＴ－５.２", "华为"])
            Assert.True(await Store.FollowAsync(1, "en", name, Cancellation));
        Assert.Equal(["GPT-5.2", "华为"], await Store.ListAsync(1, Cancellation));
        Assert.True(await Store.IsFollowedAsync(1, "GPT-5.2", Cancellation));
        Assert.False(await Store.IsFollowedAsync(2, "GPT-5.2", Cancellation));
        await Store.UnfollowAsync(1, "Gpt-5.2", Cancellation);
        Assert.Equal(["华为"], await Store.ListAsync(1, Cancellation));
    }

    [Fact]
    public async Task Following_does_not_subscribe_and_unsubscribing_does_not_unfollow()
    {
        await ListAsync(Issue("2026-01-15").Tagged("华为").With("a"));
        var subscribers = new SubscriberStore(Database, _clock);
        await Store.FollowAsync(1, "en", "华为", Cancellation);
        Assert.Equal(Wants.None, (await subscribers.FindAsync(1, Cancellation))!.Wants);
        await subscribers.WantAsync(1, "en", Wants.Issues, Cancellation);
        await subscribers.WantAsync(1, "en", Wants.None, Cancellation);
        Assert.True(await Store.IsFollowedAsync(1, "华为", Cancellation));
        await subscribers.ForgetAsync(1, Cancellation);
        Assert.False(await Store.IsFollowedAsync(1, "华为", Cancellation));
    }

    [Fact]
    public async Task There_is_an_end()
    {
        for (var tag = 0; tag < FollowStore.MostTags; tag++)
            Assert.True(await Store.FollowAsync(1, "en", $"tag {tag}", Cancellation));
        Assert.False(await Store.FollowAsync(1, "en", "one more", Cancellation));
        Assert.True(await Store.FollowAsync(1, "en", "tag 0", Cancellation));
    }
}

public sealed class FollowStoreOnSqliteTests() : FollowStoreFacts(StorageProvider.Sqlite);

public sealed class FollowStoreOnPostgresTests() : FollowStoreFacts(StorageProvider.Postgres);
