using System.Collections.Immutable;
using System.Globalization;
using BotDigest.Bot.Storage;
using BotDigest.Bot.Web;
using BotDigest.Sandbox;
using BotDigest.Sandbox.World;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BotDigest.Bot.Tests.Publishing;

/// <summary>The whole bot in this process against a sandbox of its own: files are dropped into a folder, and what the channel shows is looked at.</summary>
internal sealed class BotDriver : IAsyncDisposable
{
    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory("botdigest-test-");
    private readonly string[] _settings;
    private WebApplication? _app;

    private BotDriver(RunningSandbox sandbox, string[] settings)
    {
        Sandbox = sandbox;
        _settings = settings;
        Directory.CreateDirectory(Posts);
    }

    /// <summary>The pretend Telegram.</summary>
    public RunningSandbox Sandbox { get; }

    /// <summary>What is put in the place of the bot's own services at its next start.</summary>
    public Action<IServiceCollection> Configure { get; set; } = _ => { };

    /// <summary>What the bot has logged.</summary>
    public LogLines Log { get; } = new();

    /// <summary>The folder of issues.</summary>
    public string Posts => Path.Combine(_home.FullName, "posts");

    /// <summary>The file of the database.</summary>
    public string Database => Path.Combine(_home.FullName, "data", "bot.db");

    /// <summary>The services of the running bot.</summary>
    public IServiceProvider Services => _app!.Services;

    /// <summary>What the channel shows, in its order.</summary>
    public ImmutableArray<Message> Channel => Sandbox.World.MessagesOf(WorldSeed.Channel);

    /// <summary>What the editors' chat shows.</summary>
    public ImmutableArray<Message> EditorsChat => Sandbox.World.MessagesOf(WorldSeed.Editors);

    /// <summary>The texts of the channel.</summary>
    public IEnumerable<string> Texts => Channel.Select(m => m.Body.Words.Text);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Makes a driver; the bot is not started yet. Publishing is at once, without limits of pace, unless settings say otherwise.</summary>
    public static Task<BotDriver> CreateAsync(params string[] settings) => CreateAtAsync(null, settings);

    /// <summary>Makes a driver whose clock shows a certain time; the bot is not started yet.</summary>
    public static async Task<BotDriver> CreateAtAsync(DateTimeOffset? now, params string[] settings) => new(await RunningSandbox.StartAsync(null, now, Cancellation), settings);

    /// <summary>Makes a driver and starts the bot on an empty folder.</summary>
    public static async Task<BotDriver> StartAsync(params string[] settings)
    {
        var driver = await CreateAsync(settings);
        await driver.StartBotAsync();
        return driver;
    }

    /// <summary>The settings as words of the command line.</summary>
    public string[] Settings() =>
    [
        $"--Telegram:Token={Sandbox.Token}",
        $"--Telegram:BaseUrl={Sandbox.BaseUrl.ToString().TrimEnd('/')}",
        $"--Telegram:Channel=@{WorldSeed.ChannelName}",
        string.Create(CultureInfo.InvariantCulture, $"--Telegram:EditorsChat={WorldSeed.Editors}"),
        $"--Posts:Folder={Posts}",
        "--Posts:SettleFor=00:00:00.050",
        "--Posts:RescanEvery=00:00:01",
        "--Publishing:At=",
        "--Publishing:ProbeAfter=00:00:00.050",
        "--Limits:ChannelPerMinute=100000",
        "--Limits:ChatPerSecond=1000",
        "--Limits:OverallPerSecond=100000",
        DriverClock.Setting,
        $"--Storage:ConnectionString=Data Source={Database}",
        "--Urls=http://127.0.0.1:0",
        .. _settings,
    ];

    /// <summary>Starts the bot.</summary>
    public async Task StartBotAsync()
    {
        _app = BotDigestHost.Build(Settings(), builder =>
        {
            builder.Services.AddSingleton<TimeProvider>(new DriverClock(Sandbox.Services.Clock));
            builder.Logging.ClearProviders().AddProvider(Log).SetMinimumLevel(LogLevel.Debug);
            Configure(builder.Services);
        });
        await _app.StartAsync(Cancellation);
    }

    /// <summary>Waits until the bot can do its work.</summary>
    public async Task ReadyAsync()
    {
        var readiness = Services.GetRequiredService<Readiness>();
        await UntilAsync(() => readiness.Reasons.Count == 0, "the bot is ready");
    }

    /// <summary>Stops the bot in good order.</summary>
    public async Task StopBotAsync()
    {
        if (_app is null)
            return;
        await _app.StopAsync(Cancellation);
        await _app.DisposeAsync();
        _app = null;
    }

    /// <summary>Loses the database of a bot that does not run.</summary>
    public void ForgetEverything() => Directory.Delete(Path.Combine(_home.FullName, "data"), recursive: true);

    /// <summary>Puts a file into the folder, whole at once: on a busy machine a half-written one may lie still for longer than the settle time.</summary>
    public void Drop(string name, string text)
    {
        var draft = Path.Combine(_home.FullName, "draft");
        File.WriteAllText(draft, text);
        File.Move(draft, Path.Combine(Posts, name), overwrite: true);
    }

    /// <summary>Puts an issue into the folder, under its date.</summary>
    public void Drop(IssueText issue) => Drop(issue.FileName, issue.ToString());

    /// <summary>Waits until something holds; asked again after every change on the sandbox and now and then besides.</summary>
    public async Task UntilAsync(Func<bool> condition, string what)
    {
        try
        {
            await Wait.UntilAsync(condition, Cancellation);
        }
        catch (OperationCanceledException) when (!Cancellation.IsCancellationRequested)
        {
            Assert.Fail($"Not in time: {what}.\nThe channel:\n{string.Join("\n---\n", Texts)}\nThe log:\n{Log}");
        }
    }

    /// <summary>Waits until the channel shows all of an issue and the ledger says so.</summary>
    public async Task PublishedAsync(DateOnly date)
    {
        var publications = Services.GetRequiredService<PublicationStore>();
        await UntilAsync(
            () => publications.FindAsync($"@{WorldSeed.ChannelName}", date, Cancellation).GetAwaiter().GetResult() is { State: Bot.Publishing.PublicationState.Published },
            $"the issue of {date:yyyy-MM-dd} is published");
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await StopBotAsync();
        await Sandbox.DisposeAsync();
        _home.Delete(recursive: true);
    }
}
