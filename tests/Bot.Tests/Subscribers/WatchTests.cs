using BotDigest.Bot.Search;
using BotDigest.Bot.Subscribers;

namespace BotDigest.Bot.Tests.Subscribers;

public sealed class WatchTests
{
    [Theory]
    [InlineData("芯片", "国产芯片发布", true)]
    [InlineData("华为 芯片", "国产芯片由华为发布", true)]
    [InlineData("华为 芯片", "国产芯片发布", false)]
    [InlineData("华为 GPT-5", "GPT-5 与华为", true)]
    [InlineData("华为　芯片", "华为发布芯片", true)]
    // Within Latin text a space belongs to the name.
    [InlineData("Claude Code", "Claude Code 更新", true)]
    [InlineData("Claude Code", "Claude 写的 code", false)]
    [InlineData("chip", "chips are up", false)]
    [InlineData("C++", "用 C++ 写成", true)]
    [InlineData("🙂", "没有表情", false)]
    public void A_watch_hits_what_holds_all_of_it(string word, string text, bool hit) => Assert.Equal(hit, Watch.Hits(FoldedText.Of(text), Watch.Of(word)));

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public void Nothing_is_nothing_to_look_for(string word) => Assert.Empty(Watch.Of(word));
}
