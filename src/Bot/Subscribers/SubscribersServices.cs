namespace BotDigest.Bot.Subscribers;

/// <summary>Registers the room Subscribers.</summary>
internal static class SubscribersServices
{
    internal static IServiceCollection AddSubscribers(this IServiceCollection services)
    {
        return services;
    }
}
