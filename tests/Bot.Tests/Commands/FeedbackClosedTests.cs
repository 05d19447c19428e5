using System.Text.Json.Nodes;

namespace BotDigest.Bot.Tests.Commands;

/// <summary><c>/feedback</c> where there is no editors' chat.</summary>
public sealed class FeedbackClosedTests : ConversationTests
{
    [Theory]
    [InlineData(Chinese, "这里没有人收反馈。")]
    [InlineData(English, "Nobody reads feedback here.")]
    public async Task It_says_that_nobody_reads_it_and_no_menu_offers_it(long person, string words)
    {
        Assert.Equal(words, (await Talk.AskAsync(person, "/feedback 你好")).Text());
        await Wait.UntilAsync(() => Talk.Sandbox.Services.Journal.Of("setMyCommands").Count(c => c.IsFinished) >= 4, Cancellation);
        var menus = Talk.Sandbox.Services.Journal.Of("setMyCommands").SelectMany(c => JsonNode.Parse(c["commands"])!.AsArray());
        Assert.DoesNotContain(menus, c => c!["command"]!.ToString() == "feedback");
    }
}
