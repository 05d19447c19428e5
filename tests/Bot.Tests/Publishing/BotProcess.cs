using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace BotDigest.Bot.Tests.Publishing;

/// <summary><c>botdigest run</c> as a program of its own, which can be killed as a power cut would.</summary>
internal sealed class BotProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Process _process;
    private readonly StringBuilder _output = new();

    private BotProcess(Process process) => _process = process;

    /// <summary>What it has printed.</summary>
    public string Output
    {
        get
        {
            lock (_output)
                return _output.ToString();
        }
    }

    /// <summary>Its number.</summary>
    public int Id => _process.Id;

    /// <summary>How it ended.</summary>
    public int ExitCode => _process.ExitCode;

    /// <summary>Ends when it ends.</summary>
    public Task WaitForEndAsync(CancellationToken cancellationToken) => _process.WaitForExitAsync(cancellationToken);

    /// <summary>Starts it.</summary>
    /// <param name="settings">The settings as words of the command line.</param>
    public static BotProcess Start(IEnumerable<string> settings)
    {
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        // compiled ahead, it starts in half the time
        var program = Environment.GetEnvironmentVariable("BOTDIGEST_TEST_PROGRAM") is { Length: > 0 } path ? path : typeof(BotDigestHost).Assembly.Location;
        foreach (var word in (string[])[program, "run", .. settings])
            start.ArgumentList.Add(word);
        var bot = new BotProcess(Process.Start(start)!);
        bot._process.OutputDataReceived += bot.Keep;
        bot._process.ErrorDataReceived += bot.Keep;
        bot._process.BeginOutputReadLine();
        bot._process.BeginErrorReadLine();
        return bot;
    }

    /// <summary>Lets it stand still, as a machine that is suspended.</summary>
    public Task SuspendAsync(CancellationToken cancellationToken) => SignalAsync("STOP", cancellationToken);

    /// <summary>Lets it go on.</summary>
    public Task ResumeAsync(CancellationToken cancellationToken) => SignalAsync("CONT", cancellationToken);

    /// <summary>Ends it in good order.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await SignalAsync("TERM", cancellationToken);
        await WaitForEndAsync(cancellationToken);
    }

    /// <summary>Ends it at once, without a word of warning (SIGKILL).</summary>
    public async Task KillAsync(CancellationToken cancellationToken)
    {
        if (!_process.HasExited)
            _process.Kill();
        Assert.True(_process.WaitForExit(Patience), "The program does not end.");
        try
        {
            await _process.WaitForExitAsync(cancellationToken).WaitAsync(Patience, TimeProvider.System, cancellationToken);
        }
        catch (TimeoutException)
        {
            // of one in several hundred the end of the output never comes, though nobody holds it any more; what it has printed is there
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await KillAsync(CancellationToken.None);
        _process.Dispose();
    }

    private async Task SignalAsync(string signal, CancellationToken cancellationToken)
    {
        using var kill = Process.Start("kill", ["-" + signal, _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync(cancellationToken);
    }

    private void Keep(object sender, DataReceivedEventArgs line)
    {
        lock (_output)
            _output.AppendLine(line.Data);
    }
}
