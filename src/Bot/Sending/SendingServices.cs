namespace BotDigest.Bot.Sending;

/// <summary>Registers the room Sending.</summary>
internal static class SendingServices
{
    internal static IServiceCollection AddSending(this IServiceCollection services)
    {
        services.AddOptions<TelegramOptions>().BindConfiguration(TelegramOptions.Section);
        services.AddOptions<LimitsOptions>().BindConfiguration(LimitsOptions.Section);
        return services;
    }
}
