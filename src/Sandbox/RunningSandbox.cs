using System.Net;
using BotDigest.Sandbox.World;

namespace BotDigest.Sandbox;

/// <summary>A sandbox on a free port of this machine, in this process: the driver for tests that want Telegram.</summary>
internal sealed class RunningSandbox : IAsyncDisposable
{
    private readonly WebApplication _app;

    private RunningSandbox(WebApplication app)
    {
        _app = app;
        Services = app.Services.GetRequiredService<SandboxServices>();
        BaseUrl = SandboxHost.AddressOf(app);
    }

    /// <summary>The address for <c>Telegram:BaseUrl</c>.</summary>
    public Uri BaseUrl { get; }

    /// <summary>The bot's token.</summary>
    public string Token => WorldSeed.Token;

    /// <summary>Everything behind it.</summary>
    public SandboxServices Services { get; }

    /// <summary>People, chats and messages.</summary>
    public TelegramWorld World => Services.World;

    /// <summary>What people can do.</summary>
    public UserActions Users => Services.Users;

    /// <summary>Starts one.</summary>
    /// <param name="clock">The clock below the sandbox's own; null for the machine's.</param>
    /// <param name="startAt">What its clock shows at the start; null for the clock's own time.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<RunningSandbox> StartAsync(TimeProvider? clock, DateTimeOffset? startAt, CancellationToken cancellationToken)
    {
        var app = SandboxHost.Build(new SandboxOptions
        {
            WithBot = false,
            Listen = new IPEndPoint(IPAddress.Loopback, 0),
            InnerClock = clock ?? TimeProvider.System,
            StartAt = startAt,
        });
        await app.StartAsync(cancellationToken);
        return new RunningSandbox(app);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource();
        await now.CancelAsync();
        // calls that still wait, such as a long poll, are cut
        await _app.StopAsync(now.Token);
        await _app.DisposeAsync();
    }
}
