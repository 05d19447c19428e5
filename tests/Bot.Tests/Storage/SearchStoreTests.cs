using BotDigest.Bot.Storage;
using BotDigest.Bot.Tests.Search;
using BotDigest.Formatting.Vocabularies;

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
        var page = await SearchAsync(query, 0, 10);
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
                var page = await SearchAsync("芯片", offset, size);
                Assert.Equal(18, page.Total);
                pages.AddRange(page.Hits.Select(h => h.Story.Headline));
            }

            Assert.Equal(all, pages);
        }

        var beyond = await SearchAsync("芯片", 18, 5);
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
        Assert.Equal("第三次", (await SearchAsync("第三次", 0, 5)).Hits.Single().Story.Text);
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
        var snippet = (await SearchAsync("ai芯片", 0, 5)).Hits.Single().Snippet;
        var bold = Assert.Single(snippet.Entities);
        Assert.Equal("ＡＩ芯片", snippet.Text.Substring(bold.Offset, bold.Length));
        Assert.StartsWith("…", snippet.Text, StringComparison.Ordinal);
        Assert.EndsWith("…", snippet.Text, StringComparison.Ordinal);
        Assert.InRange(snippet.Length, 60, 110);
    }

    [Theory]
    [InlineData("\"AI 芯片\"", "AI芯片发布|有ai芯片")]
    [InlineData("“open”", "Open source")]
    [InlineData("open", "Open source|OpenAI 新闻")]
    [InlineData("「发布」 芯片", "AI芯片发布")]
    [InlineData("芯片 -ai", "量子芯片")]
    [InlineData("芯片 －AI", "量子芯片")]
    [InlineData("芯片 -\"AI 芯片\" -open", "量子芯片")]
    [InlineData("-量子 芯片", "AI芯片发布|有ai芯片")]
    [InlineData("芯片 - ？", "AI芯片发布|量子芯片|有ai芯片")]
    [InlineData("-5", "GPT-5 来了")]
    [InlineData("tag:融资", "量子芯片|OpenAI 新闻|有ai芯片")]
    [InlineData("tag：融资 芯片", "量子芯片|有ai芯片")]
    [InlineData("TAG:#融资 -tag:国产", "OpenAI 新闻|有ai芯片")]
    [InlineData("tag:\"AI 日报\"", "AI芯片发布|Open source|GPT-5 来了")]
    [InlineData("tag:ai日报 -芯片", "Open source|GPT-5 来了")]
    [InlineData("tag:GPT_5_2 芯片", "AI芯片发布")]
    [InlineData("tag:没有", "")]
    [InlineData("tag:", "")]
    [InlineData("on:2026-01-13", "OpenAI 新闻|有ai芯片")]
    [InlineData("on:2026-1-13 芯片", "有ai芯片")]
    [InlineData("芯片 from:2026-01-15", "AI芯片发布")]
    [InlineData("芯片 to:1月14日", "量子芯片|有ai芯片")]
    [InlineData("芯片 from:2026-01-14 to:2026-01-14", "量子芯片")]
    [InlineData("芯片 from:2026-01-15 to:2026-01-14", "")]
    [InlineData("from:昨天", "AI芯片发布|Open source|GPT-5 来了")]
    [InlineData("on:today", "")]
    [InlineData("open on:2026-01", "Open source|OpenAI 新闻")]
    [InlineData("open on:2025", "")]
    [InlineData("from:2026 to:2026年1月 open", "Open source|OpenAI 新闻")]
    [InlineData("on:nonsense", "")]
    [InlineData("AND 芯片", "")]
    [InlineData("量子晶片", "")]
    [InlineData("開源", "有ai芯片")]
    [InlineData("開放", "有ai芯片")]
    [InlineData("國產", "量子芯片")]
    [InlineData("tag:國產", "量子芯片")]
    [InlineData("量子国产", "")]
    public async Task A_query_is_narrowed_by_quotes_minus_tags_and_dates(string query, string headlines)
    {
        await ListAsync(
            Issue("2026-01-19").Tagged("AI 日报", "GPT-5.2").With("AI芯片发布").With("Open source").With("GPT-5 来了"),
            Issue("2026-01-14").Tagged("融资", "国产").With("量子芯片", "國產"),
            Issue("2026-01-13").Tagged("融资").With("OpenAI 新闻").With("有ai芯片", "開源与开放"));
        Assert.Equal(headlines, string.Join('|', await FindAsync(query)));
        FewHits = 0;
        Assert.Equal(headlines, string.Join('|', await FindAsync(query)));
    }

    [Fact]
    public async Task Words_as_typed_come_before_words_that_go_on_and_before_other_names()
    {
        Vocabulary = Vocabulary.Parse("- name: 开放智能\n  aliases: [Open]").Vocabulary;
        await ListAsync(
            Issue("2026-01-19").With("无关一", "an open one").With("Openness").With("开放智能").With("无关二", "Opening").With("无关三", "开放智能公司"),
            Issue("2026-01-18").With("Open at last"));
        Assert.Equal(["Open at last", "Openness", "开放智能", "无关一", "无关三", "无关二"], await FindAsync("open"));
        foreach (var size in new[] { 1, 2, 4, 5 })
        {
            FewHits = size % 2 * 500;
            Assert.Equal(["Open at last", "Openness", "开放智能", "无关一", "无关三", "无关二"], await PagesAsync("open", size));
        }
    }

    [Theory]
    [InlineData("Huawei", "华为发布|Huawei Cloud|昇腾")]
    [InlineData("华为", "华为发布|Huawei Cloud|昇腾")]
    [InlineData("華為", "华为发布|Huawei Cloud|昇腾")]
    [InlineData("HUAWEI 发布", "华为发布")]
    [InlineData("\"huawei\"", "Huawei Cloud")]
    [InlineData("cloud -华为", "")]
    [InlineData("tag:huawei", "华为发布|昇腾|Huawei Cloud")]
    [InlineData("Hugging Face", "抱抱脸开源|Hugging Face")]
    [InlineData("抱抱脸", "抱抱脸开源|Hugging Face")]
    [InlineData("Huaw", "Huawei Cloud")]
    public async Task The_vocabulary_knows_other_names(string query, string headlines)
    {
        Vocabulary = Vocabulary.Parse("- name: 华为\n  aliases: [Huawei]\n- name: 抱抱脸\n  aliases: [Hugging Face]").Vocabulary;
        await ListAsync(
            Issue("2026-01-15").With("华为发布").With("昇腾", "华为的芯片").With("Huawei Cloud").With("抱抱脸开源").With("Hugging Face"));
        Assert.Equal(headlines.Split('|', StringSplitOptions.RemoveEmptyEntries).Order(), (await FindAsync(query)).Order());
    }

    [Fact]
    public async Task Pages_of_a_narrowed_query_are_cut_from_one_order_too()
    {
        foreach (var day in Enumerable.Range(1, 9))
            await ListAsync(Issue($"2026-01-0{day}").Tagged(day % 2 == 0 ? "双" : "单").With($"{day}号芯片").With($"{day}号其他", "芯片").With($"{day}号量子芯片"));
        foreach (var query in new[] { "芯片 tag:双", "芯片 -量子", "tag:双", "from:2026-01-03 to:2026-01-07", "芯 from:2026-01-03 -量子" })
        {
            var all = (await FindAsync(query)).ToList();
            Assert.InRange(all.Count, 8, 26);
            foreach (var (size, few) in new[] { (1, 500), (3, 0), (5, 10), (9, 0), (99, 0) })
            {
                FewHits = few;
                Assert.Equal(all, await PagesAsync(query, size));
            }

            FewHits = 500;
        }
    }

    [Fact]
    public async Task Two_thousand_random_queries_are_no_error()
    {
        await ListAsync(Issue("2026-01-15").Tagged("AI 日报").With("AI芯片 GPT-5.2", "C++ 与 .NET \"quoted\" ’x’"));
        var random = new Random(1);
        for (var i = 0; i < 2_000; i++)
            Assert.True((await SearchAsync(HostileQueries.Next(random), 0, 3)).Total >= 0);
    }

    [Fact]
    public async Task Stories_are_indexed_anew_where_an_older_version_cut_them_in_another_way()
    {
        await ListAsync(Issue("2026-01-15").Tagged("雲計算").With("開源芯片"));
        await Database.WriteAsync(
            async connection =>
            {
                await connection.RunAsync("delete from story_search", null, Cancellation);
                await connection.RunAsync("update tags set folded = '雲計算', letters = '雲計算'", null, Cancellation);
                await connection.RunAsync("update meta set value = '1' where key = 'search_form'", null, Cancellation);
            },
            Cancellation);
        var tag = await Tags.FindAsync("雲計算", Cancellation);
        Assert.Null(tag);
        Assert.Empty(await FindAsync("芯片"));
        await Fixture.Migrator.MigrateAsync(Cancellation);
        Assert.Equal(["開源芯片"], await FindAsync("开源 tag:云计算"));
        Assert.Equal(1, (await Tags.FindAsync("雲計算", Cancellation))!.Stories);
        Assert.Equal(1, (await Tags.ListAsync(0, 10, Cancellation)).Total);
    }

    private async Task<List<string>> PagesAsync(string query, int size)
    {
        var pages = new List<string>();
        for (var page = await SearchAsync(query, 0, size); page.Hits.Count > 0; page = await SearchAsync(query, pages.Count, size))
            pages.AddRange(page.Hits.Select(h => h.Story.Headline));
        return pages;
    }
}

public sealed class SearchStoreOnSqliteTests() : SearchStoreFacts(StorageProvider.Sqlite);

public sealed class SearchStoreOnPostgresTests() : SearchStoreFacts(StorageProvider.Postgres);
