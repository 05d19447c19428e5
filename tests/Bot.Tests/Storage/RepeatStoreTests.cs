using BotDigest.Bot.Publishing;
using BotDigest.Bot.Storage;
using BotDigest.Formatting.Digests;
using BotDigest.Formatting.Issues;

namespace BotDigest.Bot.Tests.Storage;

public abstract class RepeatStoreFacts : ArchiveTests
{
    private const string Channel = "@c";

    private static readonly DateOnly Day = new(2026, 1, 15);

    private protected RepeatStoreFacts(StorageProvider provider) : base(provider)
    {
    }

    private RepeatStore Repeats => new(Database);

    [Fact]
    public async Task Stories_of_the_two_weeks_before_are_found_by_headline_and_by_address()
    {
        await SaveAsync(Issue("2025-12-31").With("国产模型发布", url: "https://example.com/a"));
        await SaveAsync(Issue("2026-01-01").With("国产模型，发布！", url: "https://example.com/b").With("别的"));
        await SaveAsync(Issue("2026-01-14").With("另一个标题", url: "http://EXAMPLE.com/a/"));
        await SaveAsync(Issue("2026-01-15").With("国产模型发布", url: "https://example.com/a"));
        await SaveAsync(Issue("2026-01-16").With("国产模型发布", url: "https://example.com/a"));

        var found = await FindAsync(Issue("2026-01-15").With("国产模型发布", url: "https://example.com/a").With("没有讲过"));

        Assert.Equal([(new DateOnly(2026, 1, 1), "2026-01-01.md"), (new DateOnly(2026, 1, 14), "2026-01-14.md")], found.Select(s => (s.Date, s.Place)));
        Assert.Equal(StoryKey.OfHeadline("国产模型发布"), found[0].HeadlineKey);
        Assert.Equal(StoryKey.OfUrl("https://example.com/a"), found[1].UrlKey);
    }

    [Theory]
    [InlineData("Draft", 0)]
    [InlineData("Retracted", 0)]
    [InlineData("Scheduled", 1)]
    [InlineData("Published", 1)]
    [InlineData("Indexed", 1)]
    public async Task What_no_reader_has_seen_counts_as_not_told(string state, int count)
    {
        await SaveAsync(Issue("2026-01-14").With("国产模型发布"));
        var content = new PublicationContent("2026-01-14.md", "f", new Digest([]), Enum.Parse<PublicationState>(state), null);
        await new PublicationStore(Database).AddAsync(Channel, Day.AddDays(-1), content, Cancellation);

        Assert.Equal(count, (await FindAsync(Issue("2026-01-15").With("国产模型发布"))).Count);
    }

    [Fact]
    public async Task Thousands_of_stories_are_looked_up_in_one_go()
    {
        var (earlier, later) = (Issue("2026-01-14"), Issue("2026-01-15"));
        for (var i = 0; i < 1_200; i++)
        {
            earlier.With($"第{i}条");
            later.With($"第{i}条");
        }

        await SaveAsync(earlier);

        Assert.Equal(1_200, (await FindAsync(later)).Count);
    }

    private async Task<IReadOnlyList<EarlierStory>> FindAsync(IssueBuilder issue) => await Repeats.FindAsync(Channel, Day, issue.Build().Stories, Cancellation);
}

public sealed class RepeatStoreOnSqliteTests() : RepeatStoreFacts(StorageProvider.Sqlite);

public sealed class RepeatStoreOnPostgresTests() : RepeatStoreFacts(StorageProvider.Postgres);
