using BotDigest.Bot.Commands.Charts;
using BotDigest.Sandbox.BotApi.Faults;
using BotDigest.Sandbox.World;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BotDigest.Bot.Tests.Commands;

/// <summary><c>/trends</c> where the machine can make pictures.</summary>
public sealed class TrendPictureTests : ConversationTests
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("botdigest-picture-");

    private protected override void Replace(IServiceCollection services)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The stand-in for rsvg-convert is a shell script.");
        var program = Path.Combine(_folder.FullName, "convert");
        File.WriteAllText(program, "#!/bin/sh\nprintf '\\211PNG\\r\\n\\032\\n'\ncat\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        services.AddSingleton(provider => new PictureMaker(provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<PictureMaker>>(), program));
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _folder.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }

    private protected override Task ArrangeAsync() => Talk.ListAsync(Issue("2026-01-14").With("华为的新闻"));

    [Theory]
    [InlineData("/trends 华为", Chinese, null, "**华为** · 近 4 周，每周新闻条数", "华为 时间线")]
    [InlineData("/trends 华为", English, WorldSeed.Group, "**华为** · stories a week, 4 weeks", "Timeline: 华为")]
    public async Task The_chart_is_a_picture_with_a_caption(string command, long person, long? chat, string caption, string button)
    {
        var answer = await Talk.AskAsync(person, Typed(command, chat is not null), chat);
        Assert.Equal(MediaKind.Photo, Assert.IsType<MessageBody.Media>(answer.Body).Kind);
        Assert.Equal(caption, answer.Marked());
        Assert.Equal([button], answer.Buttons());
        await Talk.PressAsync(person, answer, button);
        Assert.StartsWith("**华为** · 1 ", Talk.Newest(answer.ChatId).Marked(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_pictures_are_refused_the_chart_is_text()
    {
        Talk.Sandbox.Services.Faults.Add(new FaultRule { Kind = FaultKind.Error, Applied = false, Method = "sendPhoto", Code = 400, Description = "Bad Request: not enough rights to send photos to the chat" });
        Assert.StartsWith("**华为** · 近 4 周，每周新闻条数\n\n", (await Talk.AskAsync(Chinese, "/trends 华为")).Marked(), StringComparison.Ordinal);
    }
}
