namespace BotDigest.Bot.Publishing;

/// <summary>Registers the room Publishing.</summary>
internal static class PublishingServices
{
    internal static IServiceCollection AddPublishing(this IServiceCollection services)
    {
        services.AddOptions<PublishingOptions>().BindConfiguration(PublishingOptions.Section);
        services.AddSingleton<DigestSettings>();
        return services;
    }
}
