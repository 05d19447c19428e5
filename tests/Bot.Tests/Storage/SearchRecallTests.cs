using System.Text;
using BotDigest.Bench;
using BotDigest.Bot.Storage;
using BotDigest.Formatting.Issues;

namespace BotDigest.Bot.Tests.Storage;

/// <summary>Search against a scan of the text: nothing is missed, nothing is found that is not there, headline hits are first.</summary>
public abstract class SearchRecallFacts : ArchiveTests
{
    private const int Everything = 10_000;

    private readonly TextScan _scan = new(IssueFiles.Vocabulary);

    private protected SearchRecallFacts(StorageProvider provider) : base(provider) => Vocabulary = IssueFiles.Vocabulary;

    [Fact]
    public async Task Every_two_characters_of_every_sample_headline_find_its_story() => await CheckPairsAsync(IssueFiles.Samples);

    [Fact]
    public async Task Every_two_characters_of_every_real_headline_find_its_story()
    {
        Assert.SkipWhen(IssueFiles.RealFolder is null, IssueFiles.NoRealIssues);
        await CheckPairsAsync(IssueFiles.Read(IssueFiles.RealFolder));
    }

    [Fact]
    public async Task Every_two_characters_of_every_generated_headline_find_its_story() => await CheckPairsAsync(Generated(3));

    [Fact]
    public async Task Sixty_queries_find_what_a_scan_finds()
    {
        var stories = await ImportAsync([.. IssueFiles.Samples, .. IssueFiles.RealFolder is { } folder ? IssueFiles.Read(folder) : [], .. Generated(3)]);
        Assert.Equal(60, SearchQueries.All.Distinct().Count());
        foreach (var query in SearchQueries.All)
            await CheckAsync(stories, query);
        Counts.Tell($"recall and precision: {SearchQueries.All.Length} queries over {stories.Count} stories find what a scan finds, in its order");
        foreach (var query in new[] { "Huawei", "華為", "Google -谷歌云", "芯片 -AI", "-5", "，", "%", "開源", "大數據", "AI -GPT" })
            await CheckAsync(stories, query);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Any_piece_of_any_text_finds_what_a_scan_finds(int seed)
    {
        var random = new Random(seed);
        var issues = Enumerable.Range(1, 12).Select(month =>
        {
            var issue = Issue($"2026-{month:00}-01");
            for (var i = 0; i < 12; i++)
                issue.With($"{Piece(random, 3, 9)}#{month}.{i}", string.Join('\n', Enumerable.Range(0, random.Next(4)).Select(_ => Piece(random, 1, 14))));
            return issue.Build();
        });
        var stories = await ImportAsync(issues);
        for (var i = 0; i < 250; i++)
        {
            var query = Piece(random, 1, 4);
            if (random.Next(3) == 0)
                query += " " + Piece(random, 1, 3);
            if (query.Length > 0)
                await CheckAsync(stories, query);
        }
    }

    [Fact]
    public async Task A_file_with_characters_that_are_none_is_stored_and_found()
    {
        var text = "---\ntitle: 标题\ndate: 2026-01-15\ntags: [\"AI\"]\n---\n## 一\n### 昇腾\uFFFE芯片\uFDD0\n\n正文\uFFFF华为&#xFFFE;&#x0;&#xD800;文字\n";
        var issue = new IssueParser().Parse(text, "x.md").Issue;
        Assert.NotNull(issue);
        await SaveAsync(issue);
        await Issues.SetListedAsync(issue.Date, listed: true, Cancellation);
        Assert.Single(await FindAsync("芯片"));
        Assert.Single(await FindAsync("正文"));
    }

    private static string Piece(Random random, int least, int most)
    {
        const string characters = "芯片模型芯片模型abAB1 -.%+ＡＢ１－　";
        var text = new StringBuilder();
        for (var length = random.Next(least, most + 1); length > 0; length--)
            text.Append(characters[random.Next(characters.Length)]);
        return text.ToString().Trim();
    }

    private async Task<List<StoredStory>> ImportAsync(IEnumerable<Issue> issues)
    {
        var stories = new List<StoredStory>();
        foreach (var issue in issues)
        {
            var saved = await SaveAsync(issue);
            await Issues.SetListedAsync(issue.Date, listed: true, Cancellation);
            stories.AddRange(await Issues.StoriesOfAsync(saved.IssueId, Cancellation));
        }

        Assert.True(stories.Count > 50, $"There were only {stories.Count} stories to look for.");
        return stories;
    }

    private async Task CheckAsync(List<StoredStory> stories, string query)
    {
        FewHits = query.Length % 2 * Everything;
        var page = await SearchAsync(query, 0, Everything);
        var expected = stories.Select(s => (Story: s, Rank: _scan.Rank(s, query))).Where(s => s.Rank is not null).GroupBy(s => (s.Story.Date, s.Story.Headline)).Select(g => g.MinBy(s => s.Rank)).ToList();
        var order = expected.OrderBy(s => s.Rank).ThenByDescending(s => s.Story.Date).ThenBy(s => s.Story.Position).Select(s => s.Story.Headline);
        Assert.True(order.SequenceEqual(page.Hits.Select(h => h.Story.Headline)), $"'{query}': {string.Join(" | ", order)} expected, {string.Join(" | ", page.Hits.Select(h => h.Story.Headline))} found");
        Assert.Equal(expected.Count, page.Total);
    }

    private async Task CheckPairsAsync(IEnumerable<Issue> issues)
    {
        var stories = await ImportAsync(issues);
        var checkedPairs = 0;
        var missed = new List<string>();
        foreach (var pair in stories.SelectMany(Pairs).GroupBy(p => p.Text, StringComparer.Ordinal))
        {
            var page = await SearchAsync(pair.Key, 0, Everything);
            var found = page.Hits.Select(h => (h.Story.Date, h.Story.Headline)).ToHashSet();
            missed.AddRange(pair.Where(p => !found.Contains((p.Story.Date, p.Story.Headline))).Select(p => $"{pair.Key} in {p.Story.Headline}"));
            checkedPairs++;
        }

        Counts.Tell($"recall: {checkedPairs} different strings of two characters in the headlines of {stories.Count} stories, {missed.Count} misses");
        Assert.Empty(missed);
        Assert.True(checkedPairs > 500, $"There were only {checkedPairs} different pairs.");
    }

    private static IEnumerable<Issue> Generated(int issues)
    {
        var (parser, texts) = (new IssueParser(), new IssueTexts(seed: 5));
        return Enumerable.Range(0, issues).Select(day => parser.Parse(texts.Write(new DateOnly(2025, 3, 1).AddDays(day))).Issue!);
    }

    /// <summary>Every two characters side by side that begin at a border: a word's inside is not searched for.</summary>
    private static IEnumerable<(string Text, StoredStory Story)> Pairs(StoredStory story)
    {
        var runes = story.Headline.EnumerateRunes().ToList();
        for (int i = 0, at = 0; i + 1 < runes.Count; at += runes[i].Utf16SequenceLength, i++)
        {
            var text = $"{runes[i]}{runes[i + 1]}";
            if (!TextScan.IsInsideWord(story.Headline, at) && !string.IsNullOrWhiteSpace(text))
                yield return (text, story);
        }
    }
}

public sealed class SearchRecallOnSqliteTests() : SearchRecallFacts(StorageProvider.Sqlite);

public sealed class SearchRecallOnPostgresTests() : SearchRecallFacts(StorageProvider.Postgres);
