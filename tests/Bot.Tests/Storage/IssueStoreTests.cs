using BotDigest.Bot.Storage;

namespace BotDigest.Bot.Tests.Storage;

public abstract class IssueStoreFacts : ArchiveTests
{
    private static readonly DateOnly Day = new(2026, 1, 15);

    private protected IssueStoreFacts(StorageProvider provider) : base(provider)
    {
    }

    [Fact]
    public async Task An_issue_comes_back_as_it_was_saved()
    {
        var issue = Issue("2026-01-15").With("昇腾训练大模型", "第一行\n第二行", "https://example.com/1").With("短讯").Build();
        var outcome = await SaveAsync(issue);

        var stored = await Issues.FindAsync(Day, Cancellation);
        Assert.Equal(SaveResult.Added, outcome.Result);
        Assert.NotNull(stored);
        Assert.Equal((outcome.IssueId, Day, issue.Title, "AI 日报", "2026-01-15.md", false, 2, null), (stored.Id, stored.Date, stored.Title, stored.Category, stored.File, stored.Listed, stored.StoryCount, stored.HeadPost));
        Assert.Equal(issue.Summary, stored.Summary);
        Assert.Equal(issue.Fingerprint, stored.Fingerprint);

        var stories = await Issues.StoriesOfAsync(stored.Id, Cancellation);
        Assert.Equal(["昇腾训练大模型", "短讯"], stories.Select(s => s.Headline));
        Assert.Equal(("Section", "https://example.com/1", "第一行\n第二行", 0), (stories[0].Section, stories[0].Url, stories[0].Text, stories[0].Position));
        Assert.Equal((null, "", 1, Day), (stories[1].Url, stories[1].Text, stories[1].Position, stories[1].Date));
        Assert.All(stories, s => Assert.Matches("^s_[0-9a-z]{10}$", s.Key));
    }

    [Fact]
    public async Task The_file_of_an_issue_can_be_read_again()
    {
        await SaveAsync(Issue("2026-01-15").With("one"));
        var source = await Issues.FindSourceAsync(Day, Cancellation);
        Assert.Equal("2026-01-15.md", source?.File);
        Assert.Equal("the file"u8.ToArray(), source?.Content);
        Assert.Null(await Issues.FindSourceAsync(Day.AddDays(1), Cancellation));
    }

    [Fact]
    public async Task Saving_the_same_content_again_changes_nothing_but_the_name_of_the_file()
    {
        var issue = Issue("2026-01-15").With("one").Build();
        var first = await SaveAsync(issue);
        var second = await Issues.SaveAsync(issue, "renamed.md", "other bytes"u8.ToArray(), Vocabulary, Cancellation);
        Assert.Equal(new SaveOutcome(first.IssueId, SaveResult.Unchanged), second);
        Assert.Equal("renamed.md", (await Issues.FindAsync(Day, Cancellation))?.File);
        Assert.Equal("the file"u8.ToArray(), (await Issues.FindSourceAsync(Day, Cancellation))?.Content);
    }

    [Fact]
    public async Task A_story_keeps_its_key_and_its_row_while_it_can_be_recognised()
    {
        await SaveAsync(Issue("2026-01-15")
            .With("Same address and headline", "a", "https://example.com/1")
            .With("Same headline", "b", "https://example.com/2")
            .With("Headline to be rewritten", "c", "https://example.com/3")
            .With("四季度云业务收入同比增长三成", "公司公布四季度财报，云业务收入同比增长三成，高于市场预期。")
            .With("Gone", "nothing like it stays"));
        var before = await StoriesAsync(Day);

        var outcome = await SaveAsync(Issue("2026-01-15")
            .With("Brand new", "never seen")
            .With("四季度云业务收入同比增长三成以上", "公司公布四季度财报，云业务收入同比增长三成以上，高于市场预期。")
            .With("Rewritten", "quite another text", "https://example.com/3")
            .With("Same headline", "b", "https://example.com/elsewhere")
            .With("Same address and headline", "rewritten", "https://example.com/1"));
        var after = await StoriesAsync(Day);

        Assert.Equal(SaveResult.Changed, outcome.Result);
        Assert.Equal([before[3], before[2], before[1], before[0]], after.Skip(1), (one, other) => (one.Id, one.Key) == (other.Id, other.Key));
        Assert.DoesNotContain(after[0].Key, before.Select(s => s.Key));
    }

    [Fact]
    public async Task A_headline_used_twice_gives_two_keys()
    {
        await SaveAsync(Issue("2026-01-15").With("Twice", "one").With("Twice", "two"));
        var stories = await StoriesAsync(Day);
        Assert.NotEqual(stories[0].Key, stories[1].Key);
    }

    [Fact]
    public async Task An_issue_imported_into_another_database_has_the_same_keys()
    {
        await SaveAsync(Issue("2026-01-15").With("Twice").With("Twice").With("Once"));
        await using var other = await DatabaseFixture.CreateAsync(Fixture.Dialect.Provider);
        var elsewhere = new IssueStore(other.Database, new StoryIndex(other.Dialect));
        var outcome = await elsewhere.SaveAsync(Issue("2026-01-15").With("Twice").With("Twice").With("Once").Build(), "x.md", default, Vocabulary, Cancellation);
        Assert.Equal((await StoriesAsync(Day)).Select(s => s.Key), (await elsewhere.StoriesOfAsync(outcome.IssueId, Cancellation)).Select(s => s.Key));
    }

    [Fact]
    public async Task Only_listed_issues_are_shown_newest_first()
    {
        await ListAsync(Issue("2026-01-14").With("older"), Issue("2026-01-16").With("newer"), Issue("2026-01-15").With("between"));
        await SaveAsync(Issue("2026-01-17").With("a draft"));
        await Issues.SetListedAsync(new DateOnly(2026, 1, 15), listed: false, Cancellation);

        Assert.Equal(new DateOnly(2026, 1, 16), (await Issues.NewestAsync(Cancellation))?.Date);
        Assert.Equal([16, 14], (await Issues.ListNewestAsync(10, 0, Cancellation)).Select(i => i.Date.Day));
        Assert.Equal([14], (await Issues.ListNewestAsync(10, 1, Cancellation)).Select(i => i.Date.Day));
        Assert.Equal(2, await Issues.CountListedAsync(Cancellation));
    }

    [Fact]
    public async Task Without_any_listed_issue_there_is_no_newest()
    {
        await SaveAsync(Issue("2026-01-15").With("a draft"));
        Assert.Null(await Issues.NewestAsync(Cancellation));
        Assert.Null(await Issues.FindAsync(Day.AddDays(1), Cancellation));
    }

    [Fact]
    public async Task A_story_is_found_by_its_key_while_its_issue_is_listed()
    {
        await SaveAsync(Issue("2026-01-15").With("one"));
        var key = (await StoriesAsync(Day))[0].Key;
        Assert.Null(await Issues.FindStoryAsync(key, Cancellation));
        await Issues.SetListedAsync(Day, listed: true, Cancellation);
        Assert.Equal("one", (await Issues.FindStoryAsync(key, Cancellation))?.Headline);
        Assert.Null(await Issues.FindStoryAsync("s_0000000000", Cancellation));
    }

    [Fact]
    public async Task Posts_are_noted_by_position_and_survive_an_edit()
    {
        await SaveAsync(Issue("2026-01-15").With("one").With("two").With("three"));
        await Issues.SetPostsAsync(Day, new Dictionary<int, int> { [0] = 11, [1] = 12, [2] = 12 }, 10, Cancellation);
        Assert.Equal([11, 12, 12], (await StoriesAsync(Day)).Select(s => s.Post));
        Assert.Equal(10, (await Issues.FindAsync(Day, Cancellation))?.HeadPost);

        await SaveAsync(Issue("2026-01-15").With("two").With("new").With("one"));
        Assert.Equal([12, null, 11], (await StoriesAsync(Day)).Select(s => s.Post));
        Assert.Equal(10, (await Issues.FindAsync(Day, Cancellation))?.HeadPost);

        await Issues.SetPostsAsync(Day, new Dictionary<int, int> { [1] = 13 }, null, Cancellation);
        Assert.Equal([null, 13, null], (await StoriesAsync(Day)).Select(s => s.Post));
        Assert.Null((await Issues.FindAsync(Day, Cancellation))?.HeadPost);
    }

    [Fact]
    public async Task A_removed_issue_leaves_nothing_behind()
    {
        await ListAsync(Issue("2026-01-15").Tagged("AI").With("昇腾芯片"), Issue("2026-01-16").Tagged("AI").With("另一条"));
        await Issues.RemoveAsync(Day, Cancellation);
        await Issues.RemoveAsync(Day, Cancellation);
        Assert.Null(await Issues.FindAsync(Day, Cancellation));
        Assert.Empty(await FindAsync("昇腾"));
        Assert.Equal(1, (await Tags.FindAsync("AI", Cancellation))?.Stories);
        Assert.Equal(SaveResult.Added, (await SaveAsync(Issue("2026-01-15").With("昇腾芯片"))).Result);
    }

    [Fact]
    public async Task Listing_twice_or_a_date_without_an_issue_does_nothing()
    {
        await ListAsync(Issue("2026-01-15").Tagged("AI").With("昇腾芯片"));
        await Issues.SetListedAsync(Day, listed: true, Cancellation);
        await Issues.SetListedAsync(Day.AddDays(1), listed: true, Cancellation);
        await Issues.SetPostsAsync(Day.AddDays(1), new Dictionary<int, int>(), 1, Cancellation);
        Assert.Equal(1, (await Tags.FindAsync("AI", Cancellation))?.Stories);
        Assert.Equal(["昇腾芯片"], await FindAsync("昇腾"));
    }

    [Fact]
    public async Task An_issue_without_stories_may_be_listed_and_changed()
    {
        await ListAsync(Issue("2026-01-15").Tagged("AI"));
        await SaveAsync(Issue("2026-01-15").Tagged("AI").With("昇腾芯片"));
        Assert.Equal(["昇腾芯片"], await FindAsync("昇腾"));
    }

    [Fact]
    public async Task A_failure_half_way_leaves_the_old_content()
    {
        await ListAsync(Issue("2026-01-15").With("昇腾芯片"));
        var broken = Issue("2026-01-15").With("新标题", "x").Build() with { Title = null! };
        await Assert.ThrowsAnyAsync<Exception>(() => SaveAsync(broken));
        Assert.Equal(["昇腾芯片"], await FindAsync("昇腾"));
        Assert.Equal(["昇腾芯片"], (await StoriesAsync(Day)).Select(s => s.Headline));
    }
}

public sealed class IssueStoreOnSqliteTests() : IssueStoreFacts(StorageProvider.Sqlite);

public sealed class IssueStoreOnPostgresTests() : IssueStoreFacts(StorageProvider.Postgres);
