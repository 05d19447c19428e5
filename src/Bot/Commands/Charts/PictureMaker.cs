using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace BotDigest.Bot.Commands.Charts;

/// <summary>Makes pictures of drawings by a program of the machine, where it is installed. The drawing goes in by the standard input; nothing that anybody wrote stands on a command line.</summary>
internal sealed partial class PictureMaker(TimeProvider clock, ILogger<PictureMaker> log, string program = PictureMaker.Program) : IDisposable
{
    private const string Program = "rsvg-convert";

    // One at a time, and those who would wait longer than it may take get no picture.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);
    private static readonly string[] Inherited = ["PATH", "HOME", "LANG", "SystemRoot", "TEMP", "TMPDIR"];
    private const int LargestPicture = 5 << 20;
    private const int LongestComplaint = 200;

    private readonly SemaphoreSlim _turn = new(1, 1);
    private volatile bool _isMissing;

    /// <summary>Makes a PNG of an SVG document.</summary>
    /// <returns>The picture; null where there is no program for it, or where it fails or takes too long.</returns>
    internal async Task<byte[]?> TryMakeAsync(string svg, CancellationToken cancellationToken)
    {
        if (_isMissing)
            return null;
        using var limit = new CancellationTokenSource(Limit, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            await _turn.WaitAsync(either.Token);
            try
            {
                return await RunAsync(svg, either.Token);
            }
            finally
            {
                _turn.Release();
            }
        }
        catch (Win32Exception e)
        {
            _isMissing = true;
            Missing(program, e.Message);
            return null;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            TooSlow(program, Limit);
            return null;
        }
        catch (IOException e)
        {
            Broken(program, e.Message);
            return null;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    private async Task<byte[]?> RunAsync(string svg, CancellationToken cancellationToken)
    {
        using var process = new Process
        {
            StartInfo = new ProcessStartInfo(program, ["--format=png"]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false },
        };

        // The bot's token may stand in the environment, and is nothing to a program that draws.
        foreach (var name in process.StartInfo.Environment.Keys.Except(Inherited, StringComparer.OrdinalIgnoreCase).ToList())
            process.StartInfo.Environment.Remove(name);
        process.Start();
        try
        {
            var complaint = process.StandardError.ReadToEndAsync(cancellationToken);
            var picture = ReadAsync(process.StandardOutput.BaseStream, cancellationToken);
            await process.StandardInput.BaseStream.WriteAsync(Encoding.UTF8.GetBytes(svg), cancellationToken);
            process.StandardInput.Close();
            var made = await picture;
            await process.WaitForExitAsync(cancellationToken);
            if (process.ExitCode == 0 && made.Length > 0)
                return made;
            Broken(program, (await complaint).Shorten(LongestComplaint));
            return null;
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }

    private static async Task<byte[]> ReadAsync(Stream output, CancellationToken cancellationToken)
    {
        using var picture = new MemoryStream();
        var buffer = new byte[81_920];
        for (var read = await output.ReadAsync(buffer, cancellationToken); read > 0; read = await output.ReadAsync(buffer, cancellationToken))
        {
            if (picture.Length + read > LargestPicture)
                throw new IOException("The picture is larger than any chart.");
            picture.Write(buffer, 0, read);
        }

        return picture.ToArray();
    }

    [LoggerMessage(3101, LogLevel.Information, "Charts are text: {Program} cannot be started ({Reason})")]
    private partial void Missing(string program, string reason);

    [LoggerMessage(3102, LogLevel.Warning, "{Program} was stopped after {Limit}; the chart is text")]
    private partial void TooSlow(string program, TimeSpan limit);

    [LoggerMessage(3103, LogLevel.Warning, "{Program} made no picture: {Reason}; the chart is text")]
    private partial void Broken(string program, string reason);
}
