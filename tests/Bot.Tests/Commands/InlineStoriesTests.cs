using BotDigest.Bot.Storage;
using BotDigest.Sandbox.World;
using BotDigest.Sandbox.World.Text;

namespace BotDigest.Bot.Tests.Commands;

public sealed class InlineStoriesTests : ConversationTests
{
    private protected override Task ArrangeAsync() => Talk.ListAsync(
        Issue("2026-01-13").Tagged("华为").With("昇腾训练出图像模型", "全程国产<芯片>\n第二段", "https://example.com/1"),
        Issue("2026-01-14").With("没有来源的短讯", "另一块芯片"));

    [Theory]
    [InlineData(Chinese, "1月13日 · 全程国产<芯片> 第二段", "2026年1月13日 · 星期二 · Section", "原文|频道")]
    [InlineData(English, "13 Jan · 全程国产<芯片> 第二段", "13 January 2026 · Tuesday · Section", "Source|Channel")]
    public async Task A_story_is_found_and_sent_whole_with_its_preview_and_its_post(long person, string description, string date, string buttons)
    {
        var query = await Talk.InlineAsync(person, "昇腾");
        var card = Assert.Single(query.Answer!.Results);
        Assert.Equal(("昇腾训练出图像模型", description), (card.Title, card.Description));
        Assert.Equal(await Talk.KeyAsync("2026-01-13", 0), card.Id);
        var chat = person == Chinese ? WorldSeed.Forum : WorldSeed.Group;
        var sent = Talk.Sandbox.Users.Choose(query.Id, card.Id, chat);
        Assert.Equal($"[**昇腾训练出图像模型**](https://example.com/1)\n{date}\n\n全程国产<芯片>\n第二段", sent.Marked());
        Assert.Equal([buttons], sent.Buttons());
        Assert.All(sent.Keyboard!.Buttons, b => Assert.Equal(ButtonKind.Url, b.Kind));
        Assert.Equal("https://t.me/ai_news_plus/101", sent.Keyboard!.Rows[0][1].Value);
        Assert.Equal("https://example.com/1", Assert.IsType<MessageBody.Text>(sent.Body).Preview.Url);
        await Talk.SettleAsync();
        Assert.Equal(sent, Talk.Newest(chat));
    }

    [Theory]
    [InlineData(Chinese, "芯片")]
    [InlineData(English, "  芯片  ")]
    public async Task What_search_finds_comes_in_its_order(long person, string words) =>
        Assert.Equal(["没有来源的短讯", "昇腾训练出图像模型"], (await Talk.InlineAsync(person, words)).Answer!.Results.Select(r => r.Title));

    [Fact]
    public async Task Without_words_it_is_today_or_else_the_newest_issue()
    {
        Assert.Equal(["没有来源的短讯"], (await Talk.InlineAsync(Chinese, "")).Answer!.Results.Select(r => r.Title));
        await Talk.ListAsync(Issue("2026-01-15").With("今天的一条").With("今天的两条").With("今天的一条"), Issue("2026-01-16").With("明天的一条"));
        Assert.Equal(["今天的一条", "今天的两条"], (await Talk.InlineAsync(Chinese, " ")).Answer!.Results.Select(r => r.Title));
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("批量", "")]
    [InlineData("批量", "垃圾")]
    [InlineData("批量", "-5")]
    [InlineData("批量", "99999999999999999999")]
    public async Task Pages_follow_by_their_offsets_to_the_end(string words, string offset)
    {
        var issue = Issue("2026-01-15");
        for (var story = 0; story < 25; story++)
            issue.With($"批量新闻{story}");
        await Talk.ListAsync(issue);
        var titles = new List<string>();
        var next = offset;
        do
        {
            var answer = (await Talk.InlineAsync(English, words, next)).Answer!;
            Assert.InRange(answer.Results.Length, 1, 10);
            titles.AddRange(answer.Results.Select(r => r.Title));
            next = answer.NextOffset;
        }
        while (next.Length > 0);
        Assert.Equal(Enumerable.Range(0, 25).Select(story => $"批量新闻{story}"), titles);
    }

    [Theory]
    [InlineData(Chinese, "量子炒锅", "没有找到，去机器人里搜索")]
    [InlineData(English, "量子炒锅", "Nothing found. Search in the bot")]
    [InlineData(English, "s_nosuchstory", "Nothing found. Search in the bot")]
    [InlineData(English, "\"“ -", "Nothing found. Search in the bot")]
    public async Task Nothing_found_leads_to_the_bot(long person, string words, string button)
    {
        var answer = (await Talk.InlineAsync(person, words)).Answer!;
        Assert.Empty(answer.Results);
        Assert.Equal((button, "search"), (answer.ButtonText, answer.StartParameter));
    }

    [Fact]
    public async Task An_address_finds_its_story() =>
        Assert.Equal("昇腾训练出图像模型", Assert.Single((await Talk.InlineAsync(Chinese, await Talk.KeyAsync("2026-01-13", 0))).Answer!.Results).Title);

    [Fact]
    public async Task What_was_taken_back_is_gone_at_once_and_Telegram_keeps_answers_for_seconds_only()
    {
        var key = await Talk.KeyAsync("2026-01-13", 0);
        Assert.Single((await Talk.InlineAsync(Chinese, "昇腾")).Answer!.Results);
        await Services<IssueStore>().SetListedAsync(new DateOnly(2026, 1, 13), listed: false, Cancellation);
        Assert.Empty((await Talk.InlineAsync(Chinese, "昇腾")).Answer!.Results);
        Assert.Empty((await Talk.InlineAsync(Chinese, key)).Answer!.Results);
        var calls = Talk.Sandbox.Services.Journal.Of("answerInlineQuery");
        Assert.All(calls, c => Assert.Equal(("10", "true"), (c["cache_time"], c["is_personal"].ToLowerInvariant())));
    }

    [Fact]
    public async Task A_query_that_comes_again_after_a_restart_is_answered_once()
    {
        await Talk.InlineAsync(Chinese, "昇腾");
        await Talk.RestartAndRepeatAsync();
        Assert.Single(Talk.Sandbox.Services.Journal.Of("answerInlineQuery"));
    }

    [Fact]
    public async Task The_longest_story_still_fits_a_message()
    {
        await Talk.ListAsync(Issue("2026-01-15").With("很长的一条", string.Join('\n', Enumerable.Range(0, 600).Select(i => $"第{i}段，<很多>很多的话"))));
        var card = (await Talk.InlineAsync(Chinese, "很长的一条")).Answer!.Results[0];
        Assert.InRange(card.Content.Text.Length, 3500, 4096);
        Assert.DoesNotContain(card.Content.Entities, e => e.Type == EntityType.Url);
    }
}
