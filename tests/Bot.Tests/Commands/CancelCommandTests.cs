using BotDigest.Bot.Storage;
using BotDigest.Sandbox.World;

namespace BotDigest.Bot.Tests.Commands;

public sealed class CancelCommandTests : ConversationTests
{
    [Theory]
    [InlineData(Chinese, null, "好，取消了。", "现在没有要取消的事。")]
    [InlineData(English, null, "All right, left it.", "There is nothing to cancel.")]
    [InlineData(Chinese, WorldSeed.Forum, "好，取消了。", "现在没有要取消的事。")]
    public async Task It_leaves_the_question_that_waits(long person, long? chat, string first, string second)
    {
        await Talk.AskAsync(person, Typed("/search", chat is not null), chat);
        Assert.Equal(first, (await Talk.AskAsync(person, Typed("/cancel", chat is not null), chat)).Text());
        Assert.Equal(second, (await Talk.AskAsync(person, Typed("/cancel", chat is not null), chat)).Text());
    }

    [Fact]
    public async Task Another_command_leaves_the_question_too()
    {
        await Talk.AskAsync(Chinese, "/search");
        await Talk.AskAsync(Chinese, "/today");
        Assert.Null(await Services<DialogueStore>().FindAsync(Chinese, Chinese, Cancellation));
    }
}
