namespace BotDigest.Bot.Sending;

/// <summary>Registers the room Sending.</summary>
internal static class SendingServices
{
    internal static IServiceCollection AddSending(this IServiceCollection services)
    {
        services.AddOptions<TelegramOptions>().BindConfiguration(TelegramOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<LimitsOptions>().BindConfiguration(LimitsOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        return services;
    }
}
