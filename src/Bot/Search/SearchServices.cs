namespace BotDigest.Bot.Search;

/// <summary>Registers the room Search.</summary>
internal static class SearchServices
{
    internal static IServiceCollection AddSearch(this IServiceCollection services)
    {
        return services;
    }
}
