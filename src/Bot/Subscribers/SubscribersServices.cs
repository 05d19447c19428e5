using BotDigest.Bot.Publishing;
using BotDigest.Bot.Web;
using Microsoft.Extensions.Options;

namespace BotDigest.Bot.Subscribers;

/// <summary>Registers the room Subscribers.</summary>
internal static class SubscribersServices
{
    internal static IServiceCollection AddSubscribers(this IServiceCollection services)
    {
        services.AddSingleton(provider => new ChannelZone(provider.GetRequiredService<IOptions<PublishingOptions>>().Value.Zone));
        services.AddSingleton<PushBell>();
        services.AddSingleton<PushPlanner>();
        services.AddSingleton<PushComposer>();
        services.AddSingleton<PushSender>();
        services.AddSingleton<PushMetrics>();
        services.AddSingleton<IMeasured>(provider => provider.GetRequiredService<PushMetrics>());
        services.AddHostedService<PushService>();
        return services;
    }
}
