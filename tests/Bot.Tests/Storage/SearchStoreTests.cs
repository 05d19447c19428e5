using BotDigest.Bot.Storage;

namespace BotDigest.Bot.Tests.Storage;

public abstract class SearchStoreFacts : ArchiveTests
{
    private protected SearchStoreFacts(StorageProvider provider) : base(provider)
    {
    }

    [Theory]
    [InlineData("芯片")]
    [InlineData("芯")]
    [InlineData("片")]
    [InlineData("发布自研")]
    [InlineData("阿里平头哥发布自研AI芯片")]
    [InlineData("AI芯片")]
    [InlineData("ai 芯片")]
    [InlineData("ＡＩ")]
    [InlineData("真武810")]
    [InlineData("810e")]
    [InlineData("「真武810E」")]
    [InlineData("芯片？")]
    [InlineData("#芯片")]
    [InlineData("alib")]
    [InlineData("GPT-5")]
    [InlineData("GPT‑5")]
    [InlineData("Qwen3-TTS")]
    [InlineData("B站")]
    [InlineData("97.9%")]
    [InlineData("C++")]
    [InlineData(".NET")]
    [InlineData("café")]
    [InlineData("cafe\u0301")]
    [InlineData("ｶﾞﾗｽ")]
    [InlineData("🚀")]
    [InlineData("𠮷野")]
    [InlineData("芯片 gpt 站")]
    public async Task A_story_is_found_by(string query)
    {
        await ListAsync(Issue("2026-01-15")
            .With("阿里平头哥发布自研AI芯片「真武810E」", "Alibaba 的 GPT-5.2 与 Qwen3-TTS 在B站直播，准确率97.9%。\nC++ 与 .NET 接口，café ガラス 🚀 𠮷野家")
            .With("别的新闻", "与此无关"));
        Assert.Equal(["阿里平头哥发布自研AI芯片「真武810E」"], await FindAsync(query));
    }

    [Theory]
    [InlineData("片芯")]
    [InlineData("芯武")]
    [InlineData("PT")]
    [InlineData("libaba")]
    [InlineData("GPT-6")]
    [InlineData("97.8%")]
    [InlineData("C#")]
    [InlineData("直播发布")]
    [InlineData("芯片 量子")]
    [InlineData("接口准确")]
    [InlineData("发布 发")]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("\u200B\u2060")]
    public async Task A_story_is_not_found_by(string query)
    {
        await ListAsync(Issue("2026-01-15").With("AI芯片真武", "Alibaba 的 GPT-5.2 在B站直播\n发\n布，准确率97.9%，C++ 接口"));
        Assert.Empty(await FindAsync(query));
    }

    [Theory]
    [InlineData("\"")]
    [InlineData("'")]
    [InlineData("\\")]
    [InlineData("''':*A & | ! <->")]
    [InlineData("AND OR NOT NEAR(")]
    [InlineData("headline : x")]
    [InlineData("* ^ + - ( ) { } [ ]")]
    [InlineData("%_%")]
    [InlineData("\0\u0001\u001F")]
    [InlineData("\uE000\uE100\uFFFF\uFFFE")]
    [InlineData("🏳️‍🌈 👩🏽‍💻 ①²½ﬁ ㍿ İıſß")]
    public async Task Whatever_is_typed_is_never_an_error(string query)
    {
        await ListAsync(Issue("2026-01-15").With("AI芯片", "x & y | z"));
        var page = await Searches.SearchAsync(query, 0, 10, Cancellation);
        Assert.Equal(page.Total, page.Hits.Count);
    }

    [Fact]
    public async Task Half_a_character_is_no_error_either()
    {
        await ListAsync(Issue("2026-01-15").With("AI芯片", "x & y | z"));
        Assert.Empty(await FindAsync("\uD800 \uDC00 x\uD83D"));
    }

    [Fact]
    public async Task A_very_long_query_is_cut_and_answered()
    {
        await ListAsync(Issue("2026-01-15").With("AI芯片"));
        Assert.Equal(["AI芯片"], await FindAsync(string.Concat(Enumerable.Repeat("芯片 ", 2_000))));
        Assert.Empty(await FindAsync(new string('芯', 5_000)));
        Assert.Empty(await FindAsync(new string('x', 5_000)));
    }

    [Fact]
    public async Task A_word_longer_than_an_engine_takes_is_found()
    {
        var word = string.Concat(Enumerable.Repeat("0123456789abcdef", 400));
        await ListAsync(Issue("2026-01-15").With("one", word));
        Assert.Equal(["one"], await FindAsync(word));
        Assert.Equal(["one"], await FindAsync(word[..130]));
    }

    [Fact]
    public async Task Hits_in_headlines_come_first_then_the_newest()
    {
        await ListAsync(
            Issue("2026-01-14").With("芯片旧闻").With("其他", "正文里的芯片"),
            Issue("2026-01-16").With("无关", "正文里的芯片").With("芯片新闻").With("芯片又一条"),
            Issue("2026-01-15").With("昨日芯片"));
        Assert.Equal(["芯片新闻", "芯片又一条", "昨日芯片", "芯片旧闻", "无关", "其他"], await FindAsync("芯片"));
    }

    [Fact]
    public async Task Several_words_must_all_be_there_wherever_they_stand()
    {
        await ListAsync(Issue("2026-01-15").With("华为发布芯片", "昇腾").With("华为手机", "一款芯片").With("芯片进口", "数据").With("手机", "华为的芯片"));
        Assert.Equal(["华为发布芯片", "华为手机", "手机"], await FindAsync("华为 芯片"));
    }

    [Fact]
    public async Task Pages_are_cut_from_one_order_whatever_the_page_size()
    {
        foreach (var day in Enumerable.Range(1, 9))
            await ListAsync(Issue($"2026-01-0{day}").With($"{day}号芯片").With($"{day}号其他", "芯片").With($"{day}号无关"));
        var all = (await FindAsync("芯片")).ToList();
        Assert.Equal(18, all.Count);
        foreach (var size in new[] { 1, 2, 4, 5, 7, 18 })
        {
            var pages = new List<string>();
            for (var offset = 0; offset < 18; offset += size)
            {
                var page = await Searches.SearchAsync("芯片", offset, size, Cancellation);
                Assert.Equal(18, page.Total);
                pages.AddRange(page.Hits.Select(h => h.Story.Headline));
            }

            Assert.Equal(all, pages);
        }

        var beyond = await Searches.SearchAsync("芯片", 18, 5, Cancellation);
        Assert.Equal((18, 0), (beyond.Total, beyond.Hits.Count));
    }

    [Fact]
    public async Task Only_listed_issues_are_searched_and_edits_are_followed()
    {
        await SaveAsync(Issue("2026-01-15").With("旧标题"));
        Assert.Empty(await FindAsync("旧标题"));
        await Issues.SetListedAsync(new DateOnly(2026, 1, 15), listed: true, Cancellation);
        Assert.Equal(["旧标题"], await FindAsync("旧标题"));
        await SaveAsync(Issue("2026-01-15").With("新标题"));
        Assert.Empty(await FindAsync("旧标题"));
        Assert.Equal(["新标题"], await FindAsync("新标题"));
        await Issues.SetListedAsync(new DateOnly(2026, 1, 15), listed: false, Cancellation);
        Assert.Empty(await FindAsync("新标题"));
    }

    [Fact]
    public async Task Copies_within_an_issue_are_shown_once_by_the_one_that_has_the_words()
    {
        await ListAsync(Issue("2026-01-15")
            .With("同一条新闻", "早上的文字", "https://example.com/1")
            .With("换了标题", "晚上的说法", "https://example.com/1")
            .With("同一条新闻", "第三次", "https://example.com/3")
            .With("不同新闻", "早上"));
        Assert.Equal(["同一条新闻"], await FindAsync("同一条"));
        Assert.Equal(["换了标题"], await FindAsync("换了"));
        Assert.Equal(["同一条新闻", "不同新闻"], await FindAsync("早上"));
        Assert.Equal("第三次", (await Searches.SearchAsync("第三次", 0, 5, Cancellation)).Hits.Single().Story.Text);
    }

    [Fact]
    public async Task A_tag_is_found_by_its_whole_name_even_where_the_text_does_not_hold_it()
    {
        await ListAsync(Issue("2026-01-15").Tagged("云计算", "AI 日报").With("一条", "没有那个词"));
        Assert.Equal(["一条"], await FindAsync("云计算"));
        Assert.Equal(["一条"], await FindAsync("ai日报"));
        Assert.Equal(["一条"], await FindAsync("AI 日报"));
        Assert.Empty(await FindAsync("日报"));
        Assert.Empty(await FindAsync("计算"));
    }

    [Fact]
    public async Task The_snippet_shows_the_hit_in_bold()
    {
        await ListAsync(Issue("2026-01-15").With("标题", string.Concat(Enumerable.Repeat("前面的文字。", 30)) + "关键的ＡＩ芯片在此" + string.Concat(Enumerable.Repeat("，后面的文字", 30))));
        var snippet = (await Searches.SearchAsync("ai芯片", 0, 5, Cancellation)).Hits.Single().Snippet;
        var bold = Assert.Single(snippet.Entities);
        Assert.Equal("ＡＩ芯片", snippet.Text.Substring(bold.Offset, bold.Length));
        Assert.StartsWith("…", snippet.Text, StringComparison.Ordinal);
        Assert.EndsWith("…", snippet.Text, StringComparison.Ordinal);
        Assert.InRange(snippet.Length, 60, 110);
    }
}

public sealed class SearchStoreOnSqliteTests() : SearchStoreFacts(StorageProvider.Sqlite);

public sealed class SearchStoreOnPostgresTests() : SearchStoreFacts(StorageProvider.Postgres);
