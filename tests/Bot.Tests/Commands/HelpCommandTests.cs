using BotDigest.Bot.Commands;
using BotDigest.Sandbox.World;
using Microsoft.Extensions.DependencyInjection;

namespace BotDigest.Bot.Tests.Commands;

public sealed class HelpCommandTests : ConversationTests
{
    [Theory]
    [InlineData(Chinese, "我会做的事", "今天的日报")]
    [InlineData(English, "What I can do", "today's issue in brief")]
    public async Task Every_command_is_there_with_a_line_about_it(long person, string title, string today)
    {
        var answer = await Talk.AskAsync(person, "/help");
        Assert.StartsWith($"**{title}**\n", answer.Marked(), StringComparison.Ordinal);
        Assert.Contains($"\n/today  {today}\n", answer.Text(), StringComparison.Ordinal);
        Assert.All(Talk.Services.GetServices<ICommand>().Where(c => c.Place != CommandPlace.Editors), c => Assert.Contains($"\n/{c.Name}  ", answer.Text(), StringComparison.Ordinal));
        Assert.DoesNotContain("/retract", answer.Text(), StringComparison.Ordinal);
        Assert.Equal(2, answer.Buttons().Length);
    }

    [Fact]
    public async Task In_a_group_commands_are_written_with_the_bots_name_and_without_private_ones()
    {
        var answer = await Talk.AskAsync(English, "/help@" + Bot, WorldSeed.Group);
        Assert.Contains("\n/search@botdigest_bot  ", answer.Text(), StringComparison.Ordinal);
        Assert.DoesNotContain("/privacy", answer.Text(), StringComparison.Ordinal);
        Assert.Single(answer.Buttons());
    }
}
