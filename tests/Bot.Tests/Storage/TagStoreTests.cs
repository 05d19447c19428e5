using BotDigest.Bot.Storage;

namespace BotDigest.Bot.Tests.Storage;

public abstract class TagStoreFacts : ArchiveTests
{
    private protected TagStoreFacts(StorageProvider provider) : base(provider)
    {
    }

    [Fact]
    public async Task Tags_are_counted_over_listed_stories_the_most_used_first()
    {
        await ListAsync(Issue("2026-01-15").Tagged("AI", "华为").With("a").With("b"), Issue("2026-01-16").Tagged("AI", "谷歌").With("c"));
        await SaveAsync(Issue("2026-01-17").Tagged("AI", "草稿").With("d"));
        var page = await Tags.ListAsync(0, 10, Cancellation);
        Assert.Equal(3, page.Total);
        Assert.Equal([("AI", 3), ("华为", 2), ("谷歌", 1)], page.Tags.Select(t => (t.Name, t.Stories)));
        Assert.Equal(["华为"], (await Tags.ListAsync(1, 1, Cancellation)).Tags.Select(t => t.Name));
    }

    [Fact]
    public async Task Counts_follow_edits_unlisting_and_copies()
    {
        var day = new DateOnly(2026, 1, 15);
        await ListAsync(Issue("2026-01-15").Tagged("AI").With("copy").With("copy").With("other"));
        Assert.Equal(2, (await Tags.FindAsync("AI", Cancellation))?.Stories);
        await SaveAsync(Issue("2026-01-15").Tagged("AI", "新").With("copy"));
        Assert.Equal(1, (await Tags.FindAsync("AI", Cancellation))?.Stories);
        Assert.Equal(1, (await Tags.FindAsync("新", Cancellation))?.Stories);
        await Issues.SetListedAsync(day, listed: false, Cancellation);
        Assert.Null(await Tags.FindAsync("AI", Cancellation));
        Assert.Equal(0, (await Tags.ListAsync(0, 10, Cancellation)).Total);
    }

    [Theory]
    [InlineData("GPT-5.2")]
    [InlineData("gpt-5.2")]
    [InlineData("ＧＰＴ－５.２")]
    [InlineData("#GPT_5_2")]
    [InlineData("gpt 5 2")]
    public async Task A_tag_is_found_however_it_is_written(string name)
    {
        await ListAsync(Issue("2026-01-15").Tagged("GPT-5.2", "GPT").With("a"));
        Assert.Equal("GPT-5.2", (await Tags.FindAsync(name, Cancellation))?.Name);
    }

    [Fact]
    public async Task A_tag_is_found_by_its_id_and_has_its_stories_newest_first()
    {
        await ListAsync(Issue("2026-01-14").Tagged("华为").With("old 1").With("old 2"), Issue("2026-01-16").Tagged("华为").With("new"), Issue("2026-01-15").Tagged("谷歌").With("else"));
        var tag = await Tags.FindAsync("华为", Cancellation);
        Assert.Equal(tag, await Tags.FindAsync(tag!.Id, Cancellation));
        var page = await Tags.StoriesAsync(tag.Id, 0, 2, Cancellation);
        Assert.Equal(3, page.Total);
        Assert.Equal(["new", "old 1"], page.Stories.Select(s => s.Headline));
        Assert.Equal(["华为"], page.Stories[0].Tags);
        Assert.Equal(["old 2"], (await Tags.StoriesAsync(tag.Id, 2, 2, Cancellation)).Stories.Select(s => s.Headline));
        Assert.Null(await Tags.FindAsync(tag.Id + 100, Cancellation));
        Assert.Null(await Tags.FindAsync("", Cancellation));
        Assert.Null(await Tags.FindAsync("++", Cancellation));
    }

    [Theory]
    [InlineData("量子炒锅", "量子计算")]
    [InlineData("nvida", "Nvidia")]
    [InlineData("华", "华为")]
    [InlineData("openai公司", "OpenAI")]
    public async Task Near_tags_are_offered(string query, string nearest)
    {
        await ListAsync(Issue("2026-01-15").Tagged("量子计算", "Nvidia", "华为", "OpenAI", "机器人").With("a"));
        Assert.Equal(nearest, (await Tags.NearestAsync(query, 3, Cancellation))[0].Name);
    }

    [Fact]
    public async Task Nothing_near_is_nothing()
    {
        await ListAsync(Issue("2026-01-15").Tagged("量子计算", "Nvidia").With("a"));
        Assert.Empty(await Tags.NearestAsync("完全不同", 3, Cancellation));
        Assert.Empty(await Tags.NearestAsync("", 3, Cancellation));
        Assert.Empty(await Tags.NearestAsync("？？", 3, Cancellation));
    }
}

public sealed class TagStoreOnSqliteTests() : TagStoreFacts(StorageProvider.Sqlite);

public sealed class TagStoreOnPostgresTests() : TagStoreFacts(StorageProvider.Postgres);
