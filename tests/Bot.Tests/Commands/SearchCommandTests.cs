using BotDigest.Sandbox.World;

namespace BotDigest.Bot.Tests.Commands;

public sealed class SearchCommandTests : ConversationTests
{
    private protected override async Task ArrangeAsync() => await Talk.ListAsync(
    [
        .. Enumerable.Range(1, 12).Select(day => Issue($"2026-01-{day:00}").Tagged("半导体").With($"{day}日要闻", "一家公司发布新的芯片，性能翻倍", $"https://example.com/{day}")),
        Issue("2025-12-31").Tagged("芯片").With("国产芯片量产", "产能爬坡 main.py", "https://example.com/old"),
    ]);

    [Fact]
    public async Task Headline_hits_come_first_then_the_newest_with_the_hit_in_bold()
    {
        var answer = await Talk.AskAsync(Chinese, "/search 芯片");
        Assert.StartsWith(
            """
            **芯片** · 13 条 · 第 1/3 页

            **1. **[**国产芯片量产**](https://example.com/old) · 12月31日
            产能爬坡 main.⁠py · [频道](https://t.me/ai_news_plus/101)

            **2. **[**12日要闻**](https://example.com/12) · 1月12日
            一家公司发布新的**芯片**，性能翻倍 · [频道](https://t.me/ai_news_plus/101)

            """,
            answer.Marked(),
            StringComparison.Ordinal);
        Assert.Equal(["‹|1/3|›", "#半导体|#芯片", "提醒我：芯片"], answer.Buttons());
    }

    [Theory]
    [InlineData(English, null, "**芯片** · 13 stories · page 1 of 3\n")]
    [InlineData(Chinese, WorldSeed.Forum, "**芯片** · 13 条 · 第 1/3 页\n")]
    [InlineData(English, WorldSeed.Group, "**芯片** · 13 stories · page 1 of 3\n")]
    public async Task It_speaks_the_askers_language_in_groups_too(long person, long? chat, string title) =>
        Assert.StartsWith(title, (await Talk.AskAsync(person, Typed("/search 芯片", chat is not null), chat)).Marked(), StringComparison.Ordinal);

    [Fact]
    public async Task Pages_turn_in_place()
    {
        var list = await Talk.AskAsync(Chinese, "/search 芯片");
        await Talk.PressAsync(Chinese, list, "‹");
        var last = Talk.Now(list);
        Assert.StartsWith("**芯片** · 13 条 · 第 3/3 页", last.Marked(), StringComparison.Ordinal);
        Assert.Contains("\n13. 1日要闻 · 1月1日", last.Text(), StringComparison.Ordinal);
        await Talk.PressAsync(Chinese, last, "›");
        Assert.Equal(list.Marked(), Talk.Now(list).Marked());
        Assert.Equal(list.Id, Talk.Newest(Chinese).Id);
    }

    [Fact]
    public async Task A_tag_button_opens_the_tag_below()
    {
        var list = await Talk.AskAsync(Chinese, "/search 芯片");
        await Talk.PressAsync(Chinese, list, "#半导体");
        Assert.StartsWith("**半导体** · 12 条", Talk.Newest(Chinese).Marked(), StringComparison.Ordinal);
        Assert.Equal(list, Talk.Now(list));
    }

    [Fact]
    public async Task A_query_too_long_for_a_button_is_taken_from_the_title()
    {
        const string Query = "发布新的芯片，性能翻倍 一家公司发布新的芯片";
        var list = await Talk.AskAsync(Chinese, "/search " + Query);
        Assert.StartsWith($"**{Query}** · 12 条 · 第 1/3 页", list.Marked(), StringComparison.Ordinal);
        await Talk.PressAsync(Chinese, list, "›");
        Assert.StartsWith($"**{Query}** · 12 条 · 第 2/3 页", Talk.Now(list).Marked(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Chinese, "没有找到“半导弹”。 试试：", "#半导体|今天")]
    [InlineData(English, "Nothing about “半导弹”. Try:", "#半导体|Today")]
    public async Task Nothing_found_offers_near_tags(long person, string words, string buttons)
    {
        var answer = await Talk.AskAsync(person, "/search 半导弹");
        Assert.Equal(words, answer.Text());
        Assert.Equal([buttons], answer.Buttons());
    }

    [Theory]
    [InlineData("芯", 13)]
    [InlineData("發布新的", 12)]
    [InlineData("main.py", 1)]
    [InlineData("\"main\"", 1)]
    [InlineData("芯片 -爬坡", 12)]
    [InlineData("芯片 tag:半导体", 12)]
    [InlineData("芯片 -tag:半导体", 1)]
    [InlineData("tag:芯片", 1)]
    [InlineData("芯片 from:2026-01-03 to:2026-01-05", 3)]
    [InlineData("芯片 on：2025年12月31日", 1)]
    [InlineData("性能 公司", 12)]
    public async Task Each_kind_of_query_is_answered_in_both_languages_and_in_groups(string query, int stories)
    {
        Assert.StartsWith($"**{query}** · {stories} 条", Shown(await Talk.AskAsync(Chinese, "/search " + query)), StringComparison.Ordinal);
        Assert.StartsWith($"**{query}** · {(stories == 1 ? "1 story" : $"{stories} stories")}", Shown(await Talk.AskAsync(English, "/search " + query)), StringComparison.Ordinal);
        Assert.StartsWith($"**{query}** · {stories} 条", Shown(await Talk.AskAsync(Chinese, Typed("/search " + query, true), WorldSeed.Forum)), StringComparison.Ordinal);

        static string Shown(Message answer) => answer.Marked().Replace("\u2060", "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_of_a_narrowed_query_turn_in_place()
    {
        const string Query = "芯片 tag:半导体 from:2026-01-01 -爬坡";
        var list = await Talk.AskAsync(Chinese, "/search " + Query);
        Assert.StartsWith($"**{Query}** · 12 条 · 第 1/3 页", list.Marked(), StringComparison.Ordinal);
        await Talk.PressAsync(Chinese, list, "›");
        Assert.StartsWith($"**{Query}** · 12 条 · 第 2/3 页", Talk.Now(list).Marked(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("tag:半导弹")]
    [InlineData("半导弹 from:2026-01-01")]
    public async Task Nothing_found_offers_the_tags_near_what_was_meant(string query) =>
        Assert.Equal(["#半导体|今天"], (await Talk.AskAsync(Chinese, "/search " + query)).Buttons());

    [Theory]
    [InlineData("？？？")]
    [InlineData("\"")]
    [InlineData("<b>&amp;")]
    [InlineData("* OR NEAR( -")]
    public async Task Whatever_is_asked_is_answered_without_an_error(string query)
    {
        var answer = await Talk.AskAsync(Chinese, "/search " + query);
        Assert.StartsWith($"没有找到“{query}”。", answer.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Plain_text_in_a_private_chat_is_searched_for() =>
        Assert.StartsWith("**芯片** · 13 条", (await Talk.AskAsync(Chinese, "芯片")).Marked(), StringComparison.Ordinal);

    [Fact]
    public async Task Plain_text_in_a_group_is_none_of_the_bots_business() =>
        Assert.Empty(await Talk.WriteAsync(Chinese, "芯片", WorldSeed.Forum));

    [Theory]
    [InlineData(Chinese, "太长了，请不要超过 100 个字。")]
    [InlineData(English, "That is too long to look for: 100 characters at most.")]
    public async Task A_very_long_query_is_refused_in_a_sentence(long person, string words) =>
        Assert.Equal(words, (await Talk.AskAsync(person, "/search " + new string('芯', 101))).Text());

    [Theory]
    [InlineData(Chinese, "想找什么？")]
    [InlineData(English, "What shall I look for?")]
    public async Task Without_words_it_asks_for_them_and_the_next_message_is_the_answer(long person, string words)
    {
        var question = await Talk.AskAsync(person, "/search");
        Assert.StartsWith(words, question.Text(), StringComparison.Ordinal);
        Assert.Contains("force_reply", Talk.Sandbox.Services.Journal.Of("sendMessage")[^1]["reply_markup"], StringComparison.Ordinal);
        Assert.StartsWith("**芯片**", (await Talk.AskAsync(person, "芯片")).Marked(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_a_group_only_the_reply_of_the_one_who_was_asked_is_the_answer()
    {
        var question = await Talk.AskAsync(Chinese, "/search@" + Bot, WorldSeed.Forum);
        Assert.Empty(await Talk.WriteAsync(Chinese, "芯片", WorldSeed.Forum));
        Assert.Empty(await Talk.WriteAsync(WorldSeed.Owner, "芯片", WorldSeed.Forum, replyTo: question.Id));
        var answer = Assert.Single(await Talk.WriteAsync(Chinese, "芯片", WorldSeed.Forum, replyTo: question.Id));
        Assert.StartsWith("**芯片** · 13 条", answer.Marked(), StringComparison.Ordinal);
        Assert.Empty(await Talk.WriteAsync(Chinese, "手机", WorldSeed.Forum, replyTo: question.Id));
    }
}
