using System.Globalization;
using BotDigest.Sandbox.BotApi;
using BotDigest.Sandbox.BotApi.Text;

namespace BotDigest.Sandbox.Tests;

public sealed class ReadTextsTests
{
    private readonly ReadTexts _texts = new();

    [Fact]
    public void A_text_that_many_get_is_read_once()
    {
        var first = _texts.Of("<b>News</b> of the day", "HTML", mayBeEmpty: false);
        Assert.Equal("News of the day", first.Text);
        Assert.Same(first, _texts.Of("<b>News</b> of the day", "HTML", mayBeEmpty: false));
        Assert.Single(first.Entities);
    }

    [Fact]
    public void The_same_words_in_another_mode_are_another_text()
    {
        Assert.Equal("News", _texts.Of("<b>News</b>", "HTML", mayBeEmpty: false).Text);
        Assert.Equal("<b>News</b>", _texts.Of("<b>News</b>", "None", mayBeEmpty: false).Text);
        Assert.Equal("", _texts.Of(" ", "HTML", mayBeEmpty: true).Text);
        Assert.Throws<Refusal>(() => _texts.Of(" ", "HTML", mayBeEmpty: false));
    }

    [Fact]
    public void What_is_refused_is_refused_every_time()
    {
        Assert.Throws<Refusal>(() => _texts.Of("<b>News", "HTML", mayBeEmpty: false));
        Assert.Throws<Refusal>(() => _texts.Of("<b>News", "HTML", mayBeEmpty: false));
        Assert.Equal(0, _texts.Count);
    }

    [Fact]
    public void Only_a_few_are_kept()
    {
        for (var n = 0; n < 1_000; n++)
            Assert.Equal(n.ToString(CultureInfo.InvariantCulture), _texts.Of($"<i>{n}</i>", "HTML", mayBeEmpty: false).Text);
        Assert.InRange(_texts.Count, 1, 64);
    }
}
