using System.Text.Json.Nodes;
using BotDigest.Bot.Tests.Commands;
using BotDigest.Bot.Updates;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace BotDigest.Bot.Tests.Updates;

public sealed class CommandMenuTests : ConversationTests
{
    [Fact]
    public async Task Commands_are_registered_in_each_language_and_scope_and_only_when_they_differ()
    {
        await Wait.UntilAsync(() => Talk.Sandbox.Services.Journal.Of("setMyCommands").Count(c => c.IsFinished) == 6, Cancellation);
        var calls = Talk.Sandbox.Services.Journal.Of("setMyCommands");
        Assert.Equal(["", "", "", "zh", "zh", "zh"], calls.Select(c => c["language_code"]).Order(StringComparer.Ordinal));
        Assert.Equal(2, calls.Count(c => c["scope"].Contains("all_group_chats", StringComparison.Ordinal)));
        Assert.Equal("今天的日报", JsonNode.Parse(calls[^1]["commands"])![0]!["description"]!.ToString());
        Assert.All(calls, c => Assert.Equal(!c["scope"].Contains("all_group_chats", StringComparison.Ordinal), c["commands"].Contains("subscribe", StringComparison.Ordinal)));

        Assert.True(await Menu.RegisterAsync(Cancellation));
        Assert.Equal(6, Talk.Sandbox.Services.Journal.Of("setMyCommands").Length);
    }

    private CommandMenu Menu => Talk.Services.GetServices<IHostedService>().OfType<CommandMenu>().Single();
}
