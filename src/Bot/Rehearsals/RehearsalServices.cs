namespace BotDigest.Bot.Rehearsals;

/// <summary>Registers the room Rehearsals, and in it every other room once more.</summary>
internal static class RehearsalServices
{
    /// <summary>Lets the service rehearse before it begins.</summary>
    internal static IServiceCollection AddRehearsal(this IServiceCollection services) => services.AddHostedService<Rehearsal>();

    /// <summary>Builds the service of a rehearsal.</summary>
    internal static ServiceProvider Build(RehearsalStage stage, RehearsalTelegram telegram)
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
