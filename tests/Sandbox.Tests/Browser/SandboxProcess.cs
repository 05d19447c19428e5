using System.Diagnostics;

namespace BotDigest.Sandbox.Tests.Browser;

/// <summary>The sandbox as a newcomer starts it: a program of its own, with the bot, on the sample issues.</summary>
internal sealed class SandboxProcess : IAsyncDisposable
{
    private readonly Process _process;

    private SandboxProcess(Process process, Uri address) => (_process, Address) = (process, address);

    /// <summary>Where its page is.</summary>
    public Uri Address { get; }

    /// <summary>Starts it on a free port and waits for the line that names its address.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<SandboxProcess> StartAsync(CancellationToken cancellationToken)
    {
        // artifacts/bin/Sandbox.Tests/<configuration>/ stands beside artifacts/bin/Sandbox/<configuration>/
        var own = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        var program = Path.Combine(own.Parent!.Parent!.FullName, "Sandbox", own.Name, "botdigest-sandbox.dll");
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardOutput = true, WorkingDirectory = RepositoryRoot(own) };
        foreach (var word in (string[])[program, "--urls", "http://127.0.0.1:0"])
            start.ArgumentList.Add(word);
        var process = Process.Start(start)!;
        while (await process.StandardOutput.ReadLineAsync(cancellationToken) is { } line)
        {
            if (line.StartsWith("Open ", StringComparison.Ordinal))
                return new SandboxProcess(process, new Uri(line[5..]));
        }

        throw new InvalidOperationException($"The sandbox ended with {process.ExitCode} before it named its address.");
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static string RepositoryRoot(DirectoryInfo from)
    {
        for (var folder = from; folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "BotDigest.sln")))
                return folder.FullName;
        }

        throw new InvalidOperationException("The tests do not run inside the repository.");
    }
}
