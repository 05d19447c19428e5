namespace BotDigest.Bot.Storage;

/// <summary>Registers the room Storage.</summary>
internal static class StorageServices
{
    internal static IServiceCollection AddStorage(this IServiceCollection services)
    {
        services.AddOptions<StorageOptions>().BindConfiguration(StorageOptions.Section);
        return services;
    }
}
