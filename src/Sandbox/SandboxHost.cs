using BotDigest.Sandbox.BotApi.Control;
using BotDigest.Sandbox.Page;
using BotDigest.Sandbox.World;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace BotDigest.Sandbox;

/// <summary>Makes the sandbox's web program; Kestrel is set up here, in code, and nowhere else.</summary>
internal static class SandboxHost
{
    /// <summary>Builds the program; it listens once it is started.</summary>
    public static WebApplication Build(SandboxOptions options)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = "botdigest-sandbox", ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(options.Listen);
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 60L << 20;
            kestrel.Limits.MinRequestBodyDataRate = null;
        });
        builder.Services.AddRoutingCore();
        builder.Logging.AddSimpleConsole().SetMinimumLevel(LogLevel.Warning);
        if (options.WithBot)
            builder.AddPage();
        builder.Services.AddSingleton(s => new SandboxServices(new SandboxClock(options.InnerClock, options.StartAt), s.GetRequiredService<ILoggerFactory>()));
        builder.Services.AddHostedService(s => s.GetRequiredService<SandboxServices>().Deliveries);

        var app = builder.Build();
        var sandbox = app.Services.GetRequiredService<SandboxServices>();
        app.UseRouting();
        ControlEndpoints.Map(app, sandbox);
        if (options.WithBot)
            app.MapPage();
        app.MapFallback("{**path}", sandbox.Server.HandleAsync);
        app.UseEndpoints(_ => { });
        return app;
    }

    /// <summary>Where a started program listens.</summary>
    public static Uri AddressOf(WebApplication app) =>
        new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
}
