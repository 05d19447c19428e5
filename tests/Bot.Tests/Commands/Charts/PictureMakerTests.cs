using BotDigest.Bot.Commands.Charts;
using Microsoft.Extensions.Logging.Abstractions;

namespace BotDigest.Bot.Tests.Commands.Charts;

public sealed class PictureMakerTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("botdigest-picture-");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task The_drawing_goes_in_and_the_picture_comes_out()
    {
        using var maker = Maker("printf '\\211PNG'; cat; printf ' %s' \"$*\"");
        Assert.Equal("PNG<svg>名字</svg> --format=png"u8.ToArray(), (await maker.TryMakeAsync("<svg>名字</svg>", Cancellation))![1..]);
    }

    [Fact]
    public async Task Nothing_of_the_bots_settings_goes_with_it()
    {
        using var maker = Maker("printf '\\211PNG'; cat > /dev/null; env | cut -d= -f1 | sort | tr '\\n' ' '");
        var names = System.Text.Encoding.UTF8.GetString((await maker.TryMakeAsync("<svg/>", Cancellation))![4..]).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Assert.All(names, n => Assert.Contains(n, (string[])["PATH", "HOME", "LANG", "TMPDIR", "TEMP", "PWD", "OLDPWD", "SHLVL", "_"]));
    }

    [Theory]
    [InlineData("echo 'no such font' >&2; exit 1")]
    [InlineData("cat > /dev/null")]
    [InlineData("exit 0")]
    [InlineData("head -c 6000000 /dev/zero")]
    public async Task A_program_that_fails_or_says_nothing_or_too_much_makes_no_picture(string script)
    {
        using var maker = Maker(script);
        Assert.Null(await maker.TryMakeAsync("<svg/>", Cancellation));
    }

    [Fact]
    public async Task Without_the_program_there_is_none()
    {
        using var maker = new PictureMaker(TimeProvider.System, NullLogger<PictureMaker>.Instance, Path.Combine(_folder.FullName, "missing"));
        Assert.Null(await maker.TryMakeAsync("<svg/>", Cancellation));
        Assert.Null(await maker.TryMakeAsync("<svg/>", Cancellation));
    }

    [Fact]
    public async Task A_program_that_never_ends_is_stopped_after_its_time()
    {
        var clock = new ManualClock();
        var started = Path.Combine(_folder.FullName, "started");
        using var maker = Maker($"echo $$ > {started}.new; mv {started}.new {started}; exec sleep 600", clock);
        var picture = maker.TryMakeAsync("<svg/>", Cancellation);
        await Wait.UntilAsync(() => File.Exists(started), Cancellation);
        clock.Advance(TimeSpan.FromSeconds(6));
        Assert.Null(await picture);
        var process = int.Parse(await File.ReadAllTextAsync(started, Cancellation), System.Globalization.CultureInfo.InvariantCulture);
        await Wait.UntilAsync(() => !Directory.Exists($"/proc/{process}"), Cancellation);
    }

    private PictureMaker Maker(string script, TimeProvider? clock = null)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The stand-in for rsvg-convert is a shell script.");
        var program = Path.Combine(_folder.FullName, "convert");
        File.WriteAllText(program, $"#!/bin/sh\n{script}\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return new PictureMaker(clock ?? TimeProvider.System, NullLogger<PictureMaker>.Instance, program);
    }
}
