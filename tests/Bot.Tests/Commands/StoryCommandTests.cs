using BotDigest.Sandbox.World;

namespace BotDigest.Bot.Tests.Commands;

public sealed class StoryCommandTests : ConversationTests
{
    private protected override async Task ArrangeAsync() => await Talk.ListAsync(Issue("2026-01-14").Tagged("华为", "芯片")
        .With("昇腾训练出图像模型", "全程国产芯片\n用 main.py 启动", "https://example.com/1")
        .With("没有来源的短讯")
        .With("很长的一条", string.Join('\n', Enumerable.Range(0, 400).Select(i => $"第{i}段，说了很多很多的话"))));

    [Theory]
    [InlineData("/story ", Chinese, "2026年1月14日 · 星期三 · Section", "原文|频道|当天日报", "收藏|关注 #华为")]
    [InlineData("/story ", English, "14 January 2026 · Wednesday · Section", "Source|Channel|That day's issue", "Save|Follow #华为")]
    [InlineData("/start ", Chinese, "2026年1月14日 · 星期三 · Section", "原文|频道|当天日报", "收藏|关注 #华为")]
    [InlineData("/", Chinese, "2026年1月14日 · 星期三 · Section", "原文|频道|当天日报", "收藏|关注 #华为")]
    public async Task A_story_comes_whole_with_its_source_post_day_and_tags(string command, long person, string date, string buttons, string own)
    {
        var answer = await Talk.AskAsync(person, command + await KeyAsync(0));
        Assert.Equal($"[**昇腾训练出图像模型**](https://example.com/1)\n{date}\n\n全程国产芯片\n用 main.⁠py 启动", answer.Marked());
        Assert.Equal([buttons, own, "#华为|#芯片"], answer.Buttons());
        Assert.Equal("https://t.me/ai_news_plus/101", answer.Keyboard!.Rows[0][1].Value);
        await Talk.PressAsync(person, answer, answer.Keyboard!.Rows[0][2].Text);
        Assert.StartsWith("**Title of 2026-01-14**", Talk.Newest(person).Marked(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_story_without_a_source_has_no_button_for_one()
    {
        var answer = await Talk.AskAsync(Chinese, "/story " + await KeyAsync(1));
        Assert.StartsWith("**没有来源的短讯**\n", answer.Marked(), StringComparison.Ordinal);
        Assert.Equal("频道|当天日报", answer.Buttons()[0]);
    }

    [Fact]
    public async Task A_long_story_is_cut_at_a_line()
    {
        var answer = await Talk.AskAsync(Chinese, "/story " + await KeyAsync(2));
        Assert.InRange(answer.Length, 4000, 4096);
        Assert.EndsWith("段，说了很多很多的话\n…", answer.Text(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Chinese, "/start s_nosuchstory", "这条新闻已经不在了。")]
    [InlineData(English, "/story s_nosuchstory", "That story is no longer here.")]
    [InlineData(English, "/s_nosuchstory", "That story is no longer here.")]
    public async Task A_story_that_is_gone_is_said_to_be(long person, string command, string words) =>
        Assert.Equal(words, (await Talk.AskAsync(person, command)).Text());

    [Fact]
    public async Task Its_address_is_a_command_in_groups_too_where_nothing_shows_what_somebody_has_saved()
    {
        var key = await KeyAsync(0);
        await Talk.AskAsync(Chinese, "/save " + key);
        var answer = await Talk.AskAsync(Chinese, $"/{key}@{Bot}", WorldSeed.Forum, topic: 2);
        Assert.Equal("收藏|关注 #华为", answer.Buttons()[1]);
        Assert.Empty(await Talk.WriteAsync(Chinese, "/" + key, WorldSeed.Forum));
        Assert.StartsWith("没有 /s_ 这个命令。", (await Talk.AskAsync(Chinese, "/s_")).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_outlives_edits_and_renames()
    {
        var key = await KeyAsync(0);
        await Talk.ListAsync(Issue("2026-01-14").Titled("改过的标题").With("又一条").With("昇腾训练出图像模型（更新）", "改写的正文", "https://example.com/1"));
        Assert.StartsWith("[**昇腾训练出图像模型（更新）**](https://example.com/1)", (await Talk.AskAsync(Chinese, "/" + key)).Marked(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_an_address_it_is_the_newest_issue() =>
        Assert.StartsWith("**Title of 2026-01-14**", (await Talk.AskAsync(Chinese, "/story@" + Bot, WorldSeed.Forum)).Marked(), StringComparison.Ordinal);

    private Task<string> KeyAsync(int position) => Talk.KeyAsync("2026-01-14", position);
}
