namespace BotDigest.Bot.Updates;

/// <summary>Registers the room Updates.</summary>
internal static class UpdatesServices
{
    internal static IServiceCollection AddUpdates(this IServiceCollection services)
    {
        services.AddOptions<UpdatesOptions>().BindConfiguration(UpdatesOptions.Section);
        return services;
    }
}
