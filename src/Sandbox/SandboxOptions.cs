using System.Globalization;
using System.Net;

namespace BotDigest.Sandbox;

/// <summary>What the command line of the sandbox says.</summary>
internal sealed record SandboxOptions
{
    /// <summary>How the program is used, for people who asked for something it does not know.</summary>
    public const string Usage = """
        usage: dotnet run --project src/Sandbox -- [--bot none] [--urls http://127.0.0.1:PORT] [--posts FOLDER] [--clock 2026-01-15T07:59:00+08:00]
          --bot none   the Bot API alone, without the bot and the page; prints its base address and a token
          --urls       where to listen; this machine only. Port 0 takes a free one
          --posts      the folder with the issues (default: posts)
          --clock      what the sandbox's clock shows when it starts; it runs on from there
        """;

    /// <summary>True to run the bot beside the Bot API.</summary>
    public bool WithBot { get; init; } = true;

    /// <summary>Where to listen.</summary>
    public IPEndPoint Listen { get; init; } = new(IPAddress.Loopback, 5080);

    /// <summary>The folder with the issues.</summary>
    public string Posts { get; init; } = "posts";

    /// <summary>What the clock shows at the start, or null for the time of day.</summary>
    public DateTimeOffset? StartAt { get; init; }

    /// <summary>The clock below the sandbox's own; tests give theirs.</summary>
    public TimeProvider InnerClock { get; init; } = TimeProvider.System;

    /// <summary>Reads the command line.</summary>
    /// <returns>The options, or what is wrong with it.</returns>
    public static (SandboxOptions Options, string? Fault) Parse(IReadOnlyList<string> args)
    {
        var options = new SandboxOptions();
        for (var i = 0; i < args.Count; i += 2)
        {
            if (i + 1 == args.Count)
                return (options, $"{args[i]} needs a value.\n{Usage}");
            var (next, fault) = With(options, args[i], args[i + 1]);
            if (fault is not null)
                return (options, fault);
            options = next;
        }

        return (options, null);
    }

    private static (SandboxOptions Options, string? Fault) With(SandboxOptions options, string name, string value)
    {
        switch (name)
        {
            case "--bot" when value == "none":
                return (options with { WithBot = false }, null);
            case "--bot":
                return (options, $"--bot knows 'none' only, not '{value}'.");
            case "--urls":
                var (listen, fault) = Loopback(value);
                return (listen is null ? options : options with { Listen = listen }, fault);
            case "--posts":
                return (options with { Posts = value }, null);
            case "--clock" when DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at):
                return (options with { StartAt = at }, null);
            case "--clock":
                return (options, $"--clock wants a moment such as 2026-01-15T07:59:00+08:00, not '{value}'.");
            default:
                return (options, $"{name} is not an option.\n{Usage}");
        }
    }

    private static (IPEndPoint? Listen, string? Fault) Loopback(string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Scheme != Uri.UriSchemeHttp || uri.AbsolutePath != "/")
            return (null, $"--urls wants an address such as http://127.0.0.1:5080, not '{url}'.");
        var address = uri.Host == "localhost" ? IPAddress.Loopback : IPAddress.TryParse(uri.Host.Trim('[', ']'), out var ip) ? ip : null;
        return address is not null && IPAddress.IsLoopback(address)
            ? (new IPEndPoint(address, uri.Port), null)
            : (null, $"The sandbox listens on this machine only (127.0.0.1 or [::1]): it has no passwords. It will not listen on '{uri.Host}'.");
    }
}
