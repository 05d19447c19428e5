namespace BotDigest.Bot.Rehearsals;

/// <summary>Registers the room Rehearsals, and in it every other room once more.</summary>
internal static class RehearsalServices
{
    private static readonly TimeSpan LongestEnd = TimeSpan.FromMilliseconds(900);

    /// <summary>Lets the service rehearse before it begins.</summary>
    internal static IServiceCollection AddRehearsal(this IServiceCollection services) => services.AddHostedService<Rehearsal>();

    /// <summary>Drops two issues, one after the other, and waits until each is on the channel and the editors know.</summary>
    internal static async Task PlayAsync(RehearsalStage stage, CancellationToken cancellationToken)
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
            using var limit = new CancellationTokenSource(LongestEnd, TimeProvider.System);
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
