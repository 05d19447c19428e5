using BotDigest.Bot.Commands.Charts;
using BotDigest.Bot.Tests.Commands;
using BotDigest.Sandbox.World;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BotDigest.Bot.Tests.Updates;

/// <summary>What people see while an answer takes its time.</summary>
public sealed class TypingTests : ConversationTests
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("botdigest-slow-");

    private string Gate => Path.Combine(_folder.FullName, "gate");

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _folder.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }

    private protected override void Replace(IServiceCollection services)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The slow program is a shell script.");
        var program = Path.Combine(_folder.FullName, "convert");
        File.WriteAllText(program, $"#!/bin/sh\nwhile [ ! -e {Gate} ]; do sleep 0.02; done\nexit 1\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        services.AddSingleton(provider => new PictureMaker(provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<PictureMaker>>(), program));
    }

    private protected override Task ArrangeAsync() => Talk.ListAsync(Issue("2026-01-14").With("华为的新闻"));

    [Theory]
    [InlineData(null, null)]
    [InlineData(WorldSeed.Forum, 2)]
    public async Task The_bot_is_seen_typing_while_an_answer_is_slow_and_only_then(long? chat, int? topic)
    {
        await Talk.AskAsync(Chinese, Typed("/today", chat is not null), chat, topic: topic);
        Assert.Empty(Talk.Sandbox.Services.Journal.Of("sendChatAction"));
        var answer = Talk.AskAsync(Chinese, Typed("/trends 华为", chat is not null), chat, topic: topic);
        await Wait.UntilAsync(() => Talk.Sandbox.Services.Journal.Of("sendChatAction").Any(c => c.IsFinished), Cancellation);
        await File.WriteAllTextAsync(Gate, "", Cancellation);
        Assert.StartsWith("华为 · ", (await answer).Text(), StringComparison.Ordinal);
        var call = Assert.Single(Talk.Sandbox.Services.Journal.Of("sendChatAction"));
        Assert.Equal(("typing", topic?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? ""), (call["action"], call["message_thread_id"]));
    }
}
