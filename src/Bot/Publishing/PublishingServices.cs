namespace BotDigest.Bot.Publishing;

/// <summary>Registers the room Publishing.</summary>
internal static class PublishingServices
{
    internal static IServiceCollection AddPublishing(this IServiceCollection services)
    {
        services.AddOptions<PublishingOptions>().BindConfiguration(PublishingOptions.Section);
        services.AddSingleton<DigestSettings>();
        services.AddSingleton<PublisherSignal>();
        services.AddSingleton<EditorNotices>();
        services.AddSingleton<StepExecution>();
        services.AddSingleton<Reconciler>();
        services.AddSingleton<DeliverySettlement>();
        services.AddSingleton<ChannelHistory>();
        services.AddSingleton<PublicationDesk>();
        services.AddSingleton<PublicationCommands>();
        services.AddSingleton<PublicationStatus>();
        services.AddHostedService(provider => provider.GetRequiredService<EditorNotices>());
        services.AddHostedService<Publisher>();
        return services;
    }
}
