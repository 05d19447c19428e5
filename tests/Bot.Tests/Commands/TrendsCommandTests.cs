using BotDigest.Sandbox.World;

namespace BotDigest.Bot.Tests.Commands;

public sealed class TrendsCommandTests : ConversationTests
{
    private protected override Task ArrangeAsync() => Talk.ListAsync(
    [
        .. Enumerable.Range(0, 30).Select(day => new DateOnly(2026, 1, 15).AddDays(-day))
            .Select(date => Issue(date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)).With(date.Day % 2 == 0 ? "华为的新闻" : "英伟达的新闻").With("OpenAI 的新闻")),
    ]);

    [Theory]
    [InlineData("/trends 华为", Chinese, null, "**华为** · 近 5 周，每周新闻条数\n\n12/12 ▇▇▇▇ 1\n12/19 ", "华为 时间线")]
    [InlineData("/trends 华为", English, null, "**华为** · stories a week, 5 weeks\n\n12 Dec ", "Timeline: 华为")]
    [InlineData("/trends 华为", Chinese, WorldSeed.Forum, "**华为** · 近 5 周，每周新闻条数\n\n", "华为 时间线")]
    [InlineData("/trends 华为", English, WorldSeed.Group, "**华为** · stories a week, 5 weeks\n\n", "Timeline: 华为")]
    public async Task One_name_is_a_bar_a_week(string command, long person, long? chat, string begin, string button)
    {
        var answer = await Talk.AskAsync(person, Typed(command, chat is not null), chat);
        Assert.StartsWith(begin, answer.Marked(), StringComparison.Ordinal);
        Assert.Equal([button], answer.Buttons());
    }

    [Theory]
    [InlineData("/trends 华为 英伟达", "**华为、英伟达** · ")]
    [InlineData("/trends 华为、英伟达", "**华为、英伟达** · ")]
    [InlineData("/trends “OpenAI 的新闻” 华为", "**OpenAI 的新闻、华为** · ")]
    [InlineData("/trends 华为，華為", "**华为** · ")]
    public async Task Several_names_stand_side_by_side(string command, string begin) =>
        Assert.StartsWith(begin, (await Talk.AskAsync(Chinese, command)).Marked(), StringComparison.Ordinal);

    [Fact]
    public async Task More_than_four_names_are_cut_and_that_is_said()
    {
        var answer = await Talk.AskAsync(Chinese, "/trends 华为 英伟达 OpenAI 谷歌 苹果");
        Assert.StartsWith("**华为、英伟达、OpenAI、谷歌** · 近 5 周，每周新闻条数\n\n**华为** · 14\n", answer.Marked(), StringComparison.Ordinal);
        Assert.EndsWith("只画前 4 个名字。", answer.Text(), StringComparison.Ordinal);
        Assert.Contains("\n\n谷歌 · 0\n", answer.Text(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Chinese, "想看谁的走势？", "华为、英伟达 · ")]
    [InlineData(English, "Whose trend?", "华为, 英伟达 · ")]
    public async Task Without_a_name_it_asks_for_some_and_takes_the_answer(long person, string question, string begin)
    {
        Assert.StartsWith(question, (await Talk.AskAsync(person, "/trends")).Text(), StringComparison.Ordinal);
        Assert.StartsWith(begin, (await Talk.AskAsync(person, "华为 英伟达")).Text(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/trends 量子炒锅", Chinese, "没有找到“量子炒锅”。")]
    [InlineData("/trends 量子炒锅 永动机", English, "Nothing about “量子炒锅 永动机”.")]
    [InlineData("/trends ，、", Chinese, "想看谁的走势？")]
    public async Task Names_without_stories_are_answered(string command, long person, string words) =>
        Assert.StartsWith(words, (await Talk.AskAsync(person, command)).Text(), StringComparison.Ordinal);

    [Fact]
    public async Task Very_many_words_are_refused() =>
        Assert.StartsWith("太长了", (await Talk.AskAsync(Chinese, "/trends " + new string('长', 101))).Text(), StringComparison.Ordinal);
}
