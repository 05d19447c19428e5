using BotDigest.Sandbox.World;
using Microsoft.Extensions.DependencyInjection;

namespace BotDigest.Bot.Tests.Commands;

/// <summary><c>/trends</c> with a program of the name <c>rsvg-convert</c> on the path, which the whole process shares.</summary>
[Collection(nameof(Alone))]
public sealed class TrendProgramTests : ConversationTests
{
    private const string Variable = "PATH";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("botdigest-path-");
    private readonly string? _path = Environment.GetEnvironmentVariable(Variable);

    private string Drawing => Path.Combine(_folder.FullName, "drawing");

    private protected override void Replace(IServiceCollection services)
    {
        // the bot's own picture maker, which looks for the program by its name
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The stand-in for rsvg-convert is a shell script.");
        Environment.SetEnvironmentVariable(Variable, $"{_folder.FullName}{Path.PathSeparator}{_path}");
    }

    private protected override Task ArrangeAsync() => Talk.ListAsync(Issue("2026-01-14").With("华为的新闻"));

    public override async ValueTask DisposeAsync()
    {
        Environment.SetEnvironmentVariable(Variable, _path);
        await base.DisposeAsync();
        _folder.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }

    [Theory]
    [InlineData(Chinese)]
    [InlineData(English)]
    public async Task The_program_is_called_with_the_drawing_and_its_picture_is_sent(long person)
    {
        Write($"echo \"$*\" > '{Drawing}'\ncat >> '{Drawing}'\nprintf '\\211PNG\\r\\n\\032\\n'");
        var answer = await Talk.AskAsync(person, "/trends 华为");
        var picture = Assert.IsType<MessageBody.Media>(answer.Body);
        Assert.Equal(MediaKind.Photo, picture.Kind);
        var lines = await File.ReadAllLinesAsync(Drawing, Cancellation);
        Assert.Equal("--format=png", lines[0]);
        Assert.StartsWith("<svg", lines[1], StringComparison.Ordinal);
        Assert.Contains("华为", string.Concat(lines), StringComparison.Ordinal);
        Assert.Single(Talk.Sandbox.Services.Journal.Of("sendPhoto"));
        Assert.DoesNotContain(Talk.Sandbox.Services.Journal.Of("sendMessage"), c => c["chat_id"] == person.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData(Chinese, "echo 'no such font' >&2; exit 1", "**华为** · 近 4 周，每周新闻条数\n\n")]
    [InlineData(English, "exit 0", "**华为** · stories a week, 4 weeks\n\n")]
    public async Task Where_it_fails_the_chart_is_text(long person, string script, string text)
    {
        Write(script);
        Assert.StartsWith(text, (await Talk.AskAsync(person, "/trends 华为")).Marked(), StringComparison.Ordinal);
        Assert.Empty(Talk.Sandbox.Services.Journal.Of("sendPhoto"));
        Assert.Contains(Talk.Log.Lines, l => l.Text.Contains("rsvg-convert made no picture", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Where_it_hangs_it_is_stopped_after_its_time_and_the_chart_is_text()
    {
        Write($"echo $$ > '{Drawing}.pid'\nmv '{Drawing}.pid' '{Drawing}'\nexec sleep 600");
        Talk.Sandbox.Users.Send(Chinese, "/trends 华为");
        await Wait.UntilAsync(() => File.Exists(Drawing), Cancellation);
        await Wait.UntilAsync(
            () =>
            {
                Talk.Sandbox.Services.Clock.Advance(TimeSpan.FromSeconds(1));
                return Talk.World.MessagesOf(Chinese).Any(m => m.Author.IsBot);
            },
            Cancellation);
        Assert.StartsWith("**华为** · 近 4 周", Talk.Newest(Chinese).Marked(), StringComparison.Ordinal);
        Assert.Contains(Talk.Log.Lines, l => l.Text.Contains("rsvg-convert was stopped after", StringComparison.Ordinal));
        var process = (await File.ReadAllTextAsync(Drawing, Cancellation)).Trim();
        await Wait.UntilAsync(() => !IsAlive(process), Cancellation);
    }

    // one that has ended and was not yet waited for is a zombie, not alive
    private static bool IsAlive(string process)
    {
        var status = $"/proc/{process}/stat";
        return File.Exists(status) && !File.ReadAllText(status).Contains(") Z ", StringComparison.Ordinal);
    }

    private void Write(string script)
    {
        var program = Path.Combine(_folder.FullName, "rsvg-convert");
        File.WriteAllText(program, "#!/bin/sh\n" + script + "\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
