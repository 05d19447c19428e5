using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using BotDigest.Sandbox;
using BotDigest.Sandbox.BotApi.Faults;
using BotDigest.Sandbox.World;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;

namespace BotDigest.Bot.Tests;

/// <summary>The token is told to Telegram and to nobody else. The listener of traces hears the whole process: tests that ask the sandbox by themselves, token and all, would be heard, too.</summary>
[Collection(nameof(Alone))]
public sealed class TokenTests : IDisposable
{
    private static readonly string Secret = WorldSeed.Token.Split(':')[1];

    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory("botdigest-token-");

    public void Dispose() => _home.Delete(recursive: true);

    [Fact]
    public async Task The_token_is_in_no_log_trace_page_or_file_whatever_goes_wrong()
    {
        var stop = TestContext.Current.CancellationToken;
        await using var sandbox = await RunningSandbox.StartAsync(null, null, stop);
        foreach (var fault in (FaultRule[])
        [
            new() { Kind = FaultKind.Error, Method = "getMe", Times = 1 },
            new() { Kind = FaultKind.Cut, Method = "getChat", Times = 1 },
            new() { Kind = FaultKind.BadGateway, Method = "sendMessage", Times = 1 },
            new() { Kind = FaultKind.TooMany, Method = "sendMessage", Times = 1 },
            new() { Kind = FaultKind.Error, Method = "sendMessage", Times = 1, Code = 400, Description = "Bad Request: can't parse entities: no reason" },
        ])
            sandbox.Services.Faults.Add(fault);
        var traces = new ConcurrentQueue<string>();
        using var listener = Listen(traces);
        using var log = new EverythingLogged();
        Directory.CreateDirectory(Posts);
        File.Copy(Path.Combine(Repository.Root, "posts", "2026-02-01.md"), Path.Combine(Posts, "2026-02-01.md"));

        await using (var app = Build(sandbox.BaseUrl, WorldSeed.Token, log))
        {
            await app.StartAsync(stop);
            await sandbox.World.WaitUntilAsync(() => sandbox.World.MessagesOf(WorldSeed.Channel).Any(m => m.Author.Id == WorldSeed.BotId), stop);
            sandbox.Users.Send(WorldSeed.ChineseReader, "/search 芯片");
            await sandbox.World.WaitUntilAsync(() => sandbox.World.MessagesOf(WorldSeed.ChineseReader).Length > 1, stop);
            using var http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
            foreach (var page in (string[])["/health/live", "/health/ready", "/"])
                DoesNotTell(page, await (await http.GetAsync(new Uri(page, UriKind.Relative), stop)).Content.ReadAsStringAsync(stop));
            await app.StopAsync(stop);
        }

        Assert.NotEmpty(log.Lines);
        Assert.NotEmpty(traces);
        DoesNotTell("the log", string.Join('\n', log.Lines));
        DoesNotTell("the traces", string.Join('\n', traces));
        foreach (var file in _home.EnumerateFiles("*", SearchOption.AllDirectories))
            Assert.True((await File.ReadAllBytesAsync(file.FullName, stop)).AsSpan().IndexOf(Encoding.UTF8.GetBytes(Secret)) < 0, $"{file.Name} holds the token.");
    }

    [Theory]
    [InlineData("http://127.0.0.1:1", 0)]
    [InlineData(null, 4)]
    public async Task The_program_does_not_print_the_token_when_telegram_refuses_it_or_is_away(string? address, int exit)
    {
        var stop = TestContext.Current.CancellationToken;
        await using var sandbox = await RunningSandbox.StartAsync(null, null, stop);
        Directory.CreateDirectory(Posts);
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = _home.FullName };
        foreach (var word in (string[])[typeof(BotDigestHost).Assembly.Location, "run", .. Settings(address is null ? sandbox.BaseUrl : new Uri(address)), "--Logging:LogLevel:Default=Trace", "--Logging:LogLevel:Microsoft=Trace"])
            start.ArgumentList.Add(word);
        start.Environment["Telegram__Token"] = WorldSeed.BotId + ":" + Secret[..^1] + (Secret[^1] == 'x' ? 'y' : 'x');
        using var process = Process.Start(start)!;
        var output = new StringBuilder();
        var saidEnough = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Keep(object sender, DataReceivedEventArgs line)
        {
            lock (output)
                output.AppendLine(line.Data);
            if (line.Data?.Contains("asking again", StringComparison.Ordinal) == true)
                saidEnough.TrySetResult();
        }

        process.OutputDataReceived += Keep;
        process.ErrorDataReceived += Keep;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        if (exit == 0)
        {
            await saidEnough.Task.WaitAsync(stop);
            using var kill = Process.Start("kill", ["-TERM", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        }

        await process.WaitForExitAsync(stop);
        Assert.Equal(exit, process.ExitCode);
        DoesNotTell("the output", output.ToString());
    }

    private string Posts => Path.Combine(_home.FullName, "posts");

    private static void DoesNotTell(string what, string text) =>
        Assert.False(text.Contains(Secret[..12], StringComparison.Ordinal), $"{what} holds the token:\n{text}");

    private string[] Settings(Uri baseUrl) =>
    [
        $"--Telegram:BaseUrl={baseUrl.ToString().TrimEnd('/')}",
        $"--Telegram:Channel=@{WorldSeed.ChannelName}",
        $"--Posts:Folder={Posts}",
        "--Publishing:At=",
        "--Publishing:CatchUp=All",
        "--Publishing:ProbeAfter=00:00:00",
        $"--Storage:ConnectionString=Data Source={Path.Combine(_home.FullName, "bot.db")}",
        "--Urls=http://127.0.0.1:0",
    ];

    private WebApplication Build(Uri baseUrl, string token, ILoggerProvider log) =>
        BotDigestHost.Build([.. Settings(baseUrl), $"--Telegram:Token={token}"], builder => builder.Logging.ClearProviders().AddProvider(log).AddFilter(_ => true));

    private static ActivityListener Listen(ConcurrentQueue<string> traces)
    {
        var listener = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = a => traces.Enqueue($"{a.DisplayName} {string.Join(' ', a.TagObjects.Select(t => $"{t.Key}={t.Value}"))} {string.Join(' ', a.Events.SelectMany(e => e.Tags).Select(t => $"{t.Key}={t.Value}"))}"),
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }

    private sealed class EverythingLogged : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            Lines.Enqueue(state.ToString() ?? "");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }
}
