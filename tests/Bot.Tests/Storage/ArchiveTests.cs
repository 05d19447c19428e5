using BotDigest.Bot.Search;
using BotDigest.Bot.Storage;
using BotDigest.Formatting.Issues;
using BotDigest.Formatting.Vocabularies;

namespace BotDigest.Bot.Tests.Storage;

/// <summary>Facts about the stores of issues, tags and search, which share their tables.</summary>
public abstract class ArchiveTests : DatabaseTests
{
    private protected ArchiveTests(StorageProvider provider) : base(provider)
    {
    }

    private protected IssueStore Issues => new(Database, new StoryIndex(Fixture.Dialect));

    private protected TagStore Tags => new(Database);

    private protected SearchStore Searches => new(Database, FewHits);

    /// <summary>Up to how many hits are sorted; more are looked through tier by tier.</summary>
    private protected int FewHits { get; set; } = 500;

    /// <summary>The date on which queries are asked.</summary>
    private protected static DateOnly Today { get; } = new(2026, 1, 20);

    private protected Vocabulary Vocabulary { get; set; } = Vocabulary.Empty;

    private protected static IssueBuilder Issue(string date) => new(date);

    private protected Task<SaveOutcome> SaveAsync(IssueBuilder issue) => SaveAsync(issue.Build());

    private protected Task<SaveOutcome> SaveAsync(Issue issue) => Issues.SaveAsync(issue, $"{issue.Date:yyyy-MM-dd}.md", "the file"u8.ToArray(), Vocabulary, Cancellation);

    private protected async Task ListAsync(params IssueBuilder[] issues)
    {
        foreach (var issue in issues.Select(i => i.Build()))
        {
            await SaveAsync(issue);
            await Issues.SetListedAsync(issue.Date, listed: true, Cancellation);
        }
    }

    private protected async Task<IReadOnlyList<StoredStory>> StoriesAsync(DateOnly date)
    {
        var issue = await Issues.FindAsync(date, Cancellation);
        return await Issues.StoriesOfAsync(issue!.Id, Cancellation);
    }

    private protected Task<SearchPage> SearchAsync(string query, int offset = 0, int limit = 100) =>
        Searches.SearchAsync(SearchQuery.Parse(query, Today, Vocabulary), offset, limit, Cancellation);

    /// <summary>The headlines that a query finds, in order.</summary>
    private protected async Task<IEnumerable<string>> FindAsync(string query)
    {
        var page = await SearchAsync(query);
        Assert.Equal(page.Total, page.Hits.Count);
        return page.Hits.Select(h => h.Story.Headline);
    }
}
