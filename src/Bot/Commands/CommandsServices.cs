namespace BotDigest.Bot.Commands;

/// <summary>Registers the room Commands.</summary>
internal static class CommandsServices
{
    internal static IServiceCollection AddCommands(this IServiceCollection services)
    {
        return services;
    }
}
