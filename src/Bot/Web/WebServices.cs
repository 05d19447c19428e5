namespace BotDigest.Bot.Web;

/// <summary>Registers the room Web.</summary>
internal static class WebServices
{
    internal static IServiceCollection AddWeb(this IServiceCollection services)
    {
        return services;
    }
}
