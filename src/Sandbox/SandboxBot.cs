using System.Globalization;
using BotDigest.Bot;
using BotDigest.Sandbox.World;

namespace BotDigest.Sandbox;

/// <summary>The real bot, told to take the sandbox for Telegram.</summary>
internal sealed class SandboxBot : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly DirectoryInfo _data;

    private SandboxBot(WebApplication app, DirectoryInfo data) => (_app, _data) = (app, data);

    /// <summary>Starts the bot on an empty database: it publishes everything that is in the folder.</summary>
    /// <param name="options">The sandbox's options.</param>
    /// <param name="sandbox">The sandbox.</param>
    /// <param name="address">Where the sandbox listens.</param>
    /// <param name="cancellationToken">Gives up.</param>
    internal static async Task<SandboxBot> StartAsync(SandboxOptions options, SandboxServices sandbox, Uri address, CancellationToken cancellationToken)
    {
        var data = Directory.CreateTempSubdirectory("botdigest-sandbox-");
        string[] settings =
        [
            $"--Telegram:Token={WorldSeed.Token}",
            $"--Telegram:BaseUrl={address.ToString().TrimEnd('/')}",
            $"--Telegram:Channel=@{WorldSeed.ChannelName}",
            string.Create(CultureInfo.InvariantCulture, $"--Telegram:EditorsChat={WorldSeed.Editors}"),
            string.Create(CultureInfo.InvariantCulture, $"--Telegram:Editors:0={WorldSeed.Owner}"),
            string.Create(CultureInfo.InvariantCulture, $"--Telegram:Editors:1={WorldSeed.Editor}"),
            $"--Posts:Folder={Path.GetFullPath(options.Posts)}",
            "--Publishing:At=",
            "--Publishing:CatchUp=All",
            $"--Storage:ConnectionString=Data Source={Path.Combine(data.FullName, "botdigest.db")}",
            "--Storage:Provider=Sqlite",
            "--Updates:Mode=Polling",
            "--Limits:ChannelPerMinute=100000",
            "--Limits:ChatPerSecond=1000",
            "--Limits:OverallPerSecond=100000",
            "--Urls=http://127.0.0.1:0",
        ];
        var app = BotDigestHost.Build(settings, builder =>
        {
            builder.Services.AddSingleton<TimeProvider>(sandbox.Clock);
            builder.Logging.AddFilter(level => level >= LogLevel.Warning).AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Warning);
        });
        await app.StartAsync(cancellationToken);
        return new SandboxBot(app, data);
    }

    /// <summary>Stops the bot and forgets its database.</summary>
    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        _data.Delete(recursive: true);
    }
}
