using BotDigest.Bot.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace BotDigest.Bot.Tests.Storage;

public abstract class IndexPackingFacts : ArchiveTests
{
    private protected IndexPackingFacts(StorageProvider provider) : base(provider)
    {
    }

    [Fact]
    public async Task Packing_changes_nothing_that_is_found_and_comes_to_an_end()
    {
        await ListAsync(Issue("2026-01-12").With("芯片一", "华为"), Issue("2026-01-13").With("芯片二", "华为"), Issue("2026-01-14").With("算力", "华为 芯片"), Issue("2026-01-15").With("芯片三", "英伟达"));
        await Issues.RemoveAsync(new DateOnly(2026, 1, 13), Cancellation);
        var index = new StoryIndex(Fixture.Dialect);
        while (await Database.WriteAsync(c => index.PackSomeAsync(c, Cancellation), Cancellation))
            Cancellation.ThrowIfCancellationRequested();
        Assert.Equal(["芯片三", "芯片一", "算力"], await FindAsync("芯片"));
        Assert.Equal(["算力", "芯片一"], await FindAsync("华为"));
    }
}

public sealed class IndexPackingOnSqliteTests() : IndexPackingFacts(StorageProvider.Sqlite)
{
    private readonly ManualClock _clock = new();

    [Fact]
    public async Task The_index_is_in_one_piece_soon_after_the_start_and_an_hour_after_a_new_issue()
    {
        await ListAsync(Issue("2026-01-12").With("芯片", "华为"), Issue("2026-01-13").With("算力", "华为"));
        Assert.Equal(2, await PiecesAsync());
        using var packing = new IndexPacking(new StoryIndex(Fixture.Dialect), Database, _clock, NullLogger<IndexPacking>.Instance);
        await packing.StartAsync(Cancellation);
        await UntilPackedAsync(within: TimeSpan.FromMinutes(2));
        await ListAsync(Issue("2026-01-14").With("模型", "华为"));
        Assert.Equal(2, await PiecesAsync());
        await UntilPackedAsync(within: TimeSpan.FromHours(1));
        await packing.StopAsync(Cancellation);
        Assert.Equal(["模型", "算力", "芯片"], await FindAsync("华为"));
    }

    /// <summary>Moves the clock whenever the packing waits for it.</summary>
    private async Task UntilPackedAsync(TimeSpan within)
    {
        var end = _clock.GetUtcNow() + within;
        await Wait.UntilAsync(
            async () =>
            {
                if (_clock.Waiting == 0)
                    return false;
                if (await PiecesAsync() == 1)
                    return true;
                Assert.True(_clock.GetUtcNow() < end, "Not packed in time.");
                _clock.Advance(TimeSpan.FromSeconds(10));
                return false;
            },
            Cancellation);
    }

    private Task<int> PiecesAsync() => Database.ReadAsync(c => c.ValueAsync<int>("select count(distinct segid) from story_search_idx", null, Cancellation), Cancellation);
}

public sealed class IndexPackingOnPostgresTests() : IndexPackingFacts(StorageProvider.Postgres);
