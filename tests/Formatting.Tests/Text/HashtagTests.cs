using BotDigest.Formatting.Text;

namespace BotDigest.Formatting.Tests.Text;

public sealed class HashtagTests
{
    [Theory]
    [InlineData("AI 日报", "#AI日报")]
    [InlineData("GPT-5.2", "#GPT_5_2")]
    [InlineData("GLM-Image", "#GLM_Image")]
    [InlineData("Claude Code", "#Claude_Code")]
    [InlineData("  星河 2 号 ", "#星河2号")]
    [InlineData("C++", "#C")]
    [InlineData("「真武810E」", "#真武810E")]
    [InlineData("#已经有了", "#已经有了")]
    [InlineData("A\u030Angstro\u0308m", "#Ångström")]
    [InlineData("2026", null)]
    [InlineData("……", null)]
    [InlineData("", null)]
    public void A_name_becomes(string name, string? tag)
    {
        Assert.Equal(tag, Hashtag.Of(name));
    }

    [Fact]
    public void Half_a_pair_is_left_out()
    {
        Assert.Equal("#ab", Hashtag.Of(new string(['a', 'b', '\uD83D'])));
    }

    [Fact]
    public void What_is_no_character_is_left_out()
    {
        Assert.Equal("#a", Hashtag.Of("a\uFFFE"));
        Assert.Equal("#é_b", Hashtag.Of("e\u0301\uFFFEb"));
    }

    [Fact]
    public void A_long_name_is_cut()
    {
        Assert.Equal(Hashtag.MaxLength + 1, Hashtag.Of(new string('字', 400))!.Length);
    }

    [Theory]
    [InlineData("AI 日报")]
    [InlineData("GPT-5.2")]
    [InlineData("Qwen3-TTS（语音）")]
    public void Telegram_takes_it_as_one_tag(string name)
    {
        var tag = Hashtag.Of(name)!;

        var found = Assert.Single(AutomaticEntities.Find(FormattedText.Plain($"前 {tag} 后")));
        Assert.Equal(new AutomaticEntity(AutomaticKind.Hashtag, 2, tag.Length), found);
    }
}
