using BotDigest.Bot.Storage;
using BotDigest.Bot.Subscribers;

namespace BotDigest.Bot.Tests.Storage;

public abstract class SavedStoreFacts : ArchiveTests
{
    private readonly ManualClock _clock = new();

    private protected SavedStoreFacts(StorageProvider provider) : base(provider)
    {
    }

    private SavedStore Store => new(Database, _clock);

    private SubscriberStore Subscribers => new(Database, _clock);

    [Fact]
    public async Task A_story_is_kept_once_and_the_last_one_comes_first()
    {
        var keys = await KeysAsync(3);
        foreach (var key in keys.Append(keys[0]))
        {
            Assert.True(await Store.SaveAsync(1, "en", key, Cancellation));
            _clock.Advance(TimeSpan.FromSeconds(1));
        }

        var page = await Store.ListAsync(1, 0, 2, Cancellation);
        Assert.Equal(3, page.Total);
        Assert.Equal([keys[2], keys[1]], page.Stories.Select(s => s.Key));
        Assert.Equal([keys[0]], (await Store.ListAsync(1, 2, 2, Cancellation)).Stories.Select(s => s.Key));
        Assert.True(await Store.IsSavedAsync(1, keys[0], Cancellation));
        Assert.False(await Store.IsSavedAsync(2, keys[0], Cancellation));
        await Store.RemoveAsync(1, keys[0], Cancellation);
        await Store.RemoveAsync(1, keys[0], Cancellation);
        Assert.False(await Store.IsSavedAsync(1, keys[0], Cancellation));
    }

    [Fact]
    public async Task It_survives_an_edit_and_hides_what_was_taken_back()
    {
        var key = (await KeysAsync(1))[0];
        await Store.SaveAsync(1, "en", key, Cancellation);
        await ListAsync(Issue("2026-01-15").With("before").With("story 0", "rewritten"));
        Assert.Equal("rewritten", Assert.Single((await Store.ListAsync(1, 0, 5, Cancellation)).Stories).Text);
        await Issues.SetListedAsync(new DateOnly(2026, 1, 15), listed: false, Cancellation);
        Assert.Equal(0, (await Store.ListAsync(1, 0, 5, Cancellation)).Total);
        Assert.True(await Store.IsSavedAsync(1, key, Cancellation));
    }

    [Fact]
    public async Task There_is_an_end_and_what_is_kept_already_is_no_fault_there()
    {
        var keys = await KeysAsync(SavedStore.MostSaved + 1);
        foreach (var key in keys.Take(SavedStore.MostSaved))
            Assert.True(await Store.SaveAsync(1, "en", key, Cancellation));
        Assert.False(await Store.SaveAsync(1, "en", keys[^1], Cancellation));
        Assert.True(await Store.SaveAsync(1, "en", keys[0], Cancellation));
        Assert.True(await Store.SaveAsync(2, "en", keys[^1], Cancellation));
    }

    [Fact]
    public async Task Who_saves_is_written_down_without_a_subscription_and_can_be_forgotten()
    {
        var key = (await KeysAsync(1))[0];
        await Store.SaveAsync(1, "en", key, Cancellation);
        Assert.Equal(Wants.None, (await Subscribers.FindAsync(1, Cancellation))!.Wants);
        await Subscribers.ForgetAsync(1, Cancellation);
        Assert.False(await Store.IsSavedAsync(1, key, Cancellation));
        Assert.Null(await Subscribers.FindAsync(1, Cancellation));
    }

    private async Task<List<string>> KeysAsync(int stories)
    {
        var issue = Issue("2026-01-15");
        for (var story = 0; story < stories; story++)
            issue.With($"story {story}");
        await ListAsync(issue);
        return [.. (await StoriesAsync(new DateOnly(2026, 1, 15))).Select(s => s.Key)];
    }
}

public sealed class SavedStoreOnSqliteTests() : SavedStoreFacts(StorageProvider.Sqlite);

public sealed class SavedStoreOnPostgresTests() : SavedStoreFacts(StorageProvider.Postgres);
