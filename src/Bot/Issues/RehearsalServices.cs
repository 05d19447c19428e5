using BotDigest.Bot.Sending;

namespace BotDigest.Bot.Issues;

/// <summary>A whole service beside the real one, on a folder and a database that go away with it, and with nobody to talk to: it publishes two issues, so that all the code of that has run once.</summary>
internal static class RehearsalServices
{
    // a machine that has not done it by then has other worries
    private static readonly TimeSpan Limit = TimeSpan.FromMilliseconds(900);

    /// <summary>Plays it through. Whatever hinders it does no harm: the first post is a little later.</summary>
    /// <returns>What hindered it; null where both issues were published.</returns>
    internal static async Task<string?> PlayAsync(CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(Limit, TimeProvider.System);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            using var stage = new RehearsalStage();
            await PlayAsync(stage, both.Token);
            return null;
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            return limit.IsCancellationRequested ? "its time was over" : e.Message;
        }
    }

    private static async Task PlayAsync(RehearsalStage stage, CancellationToken cancellationToken)
    {
        using var telegram = new RehearsalTelegram();
        await using var services = Build(stage, telegram);
        stage.Drop(1);
        var cast = services.GetServices<IHostedService>().ToList();
        try
        {
            foreach (var service in cast)
                await service.StartAsync(cancellationToken);
            await telegram.WhenShownAsync(cancellationToken);
            stage.Drop(2);
            await telegram.WhenShownAsync(cancellationToken);
            await telegram.WhenToldAsync(cancellationToken);
        }
        finally
        {
            using var limit = new CancellationTokenSource(Limit, TimeProvider.System);
            foreach (var service in Enumerable.Reverse(cast))
                await service.StopAsync(limit.Token);
        }
    }

    private static ServiceProvider Build(RehearsalStage stage, RehearsalTelegram telegram)
    {
        var settings = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase)
        {
            ["Telegram:Token"] = "1:rehearsal",
            ["Telegram:BaseUrl"] = "http://rehearsal.invalid",
            ["Telegram:Channel"] = RehearsalTelegram.Channel,
            ["Telegram:EditorsChat"] = RehearsalTelegram.Editors,
            ["Posts:Folder"] = stage.Posts,
            ["Posts:SettleFor"] = "00:00:00.001",
            ["Publishing:At"] = "",
            ["Publishing:CatchUp"] = "All",
            ["Limits:ChannelPerMinute"] = "100000",
            ["Limits:ChatPerSecond"] = "1000",
            ["Limits:OverallPerSecond"] = "100000",
            ["Storage:ConnectionString"] = $"Data Source={stage.Database}",
        };
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
        services.AddLogging(logging => logging.AddProvider(new RehearsalLog()));
        services.AddSingleton<HttpMessageHandler>(telegram);
        return services.AddBotDigest().BuildServiceProvider();
    }
}
