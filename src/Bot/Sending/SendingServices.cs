using BotDigest.Bot.Settings;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Telegram.Bot;

namespace BotDigest.Bot.Sending;

/// <summary>Registers the room Sending.</summary>
internal static class SendingServices
{
    private static readonly TimeSpan LongPolling = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan AddressLife = TimeSpan.FromMinutes(15);

    internal static IServiceCollection AddSending(this IServiceCollection services)
    {
        services.AddOptions<TelegramOptions>().BindConfiguration(TelegramOptions.Section);
        services.AddOptions<LimitsOptions>().BindConfiguration(LimitsOptions.Section);
        services.TryAddSingleton(new RunMode());
        services.TryAddSingleton(_ => new Random());
        services.AddSingleton<ITelegramBotClient>(provider => CreateClient(provider.GetRequiredService<IOptions<TelegramOptions>>().Value, provider.GetService<HttpMessageHandler>()));
        services.AddSingleton(provider => new Lazy<ITelegramBotClient>(provider.GetRequiredService<ITelegramBotClient>));
        services.AddSingleton<SendMetrics>();
        services.AddSingleton<Pace>();
        services.AddSingleton<SendPolicy>();
        services.AddSingleton<ChatMoves>();
        services.AddSingleton<FormattingFaults>();
        services.AddSingleton<DryRunLog>();
        services.AddSingleton<Sender>();
        services.AddSingleton<BotAccount>();
        services.AddSingleton<BotIdentity>();
        services.AddSingleton<KnownChats>();
        services.AddSingleton<ChannelLinks>();
        services.AddSingleton<TelegramGreeting>();
        services.AddHostedService(provider => provider.GetRequiredService<TelegramGreeting>());
        return services;
    }

    private static TelegramBotClient CreateClient(TelegramOptions options, HttpMessageHandler? transport)
    {
        // One plain client: what the factory's would log holds the token, which is part of every address.
        var http = new HttpClient(transport ?? new SocketsHttpHandler { PooledConnectionLifetime = AddressLife, ConnectTimeout = options.RequestTimeout, ActivityHeadersPropagator = null })
        {
            Timeout = options.RequestTimeout + LongPolling,
        };
        try
        {
            return new TelegramBotClient(new TelegramBotClientOptions(Token(options), options.BaseUrl) { RetryThreshold = 0, RetryCount = 1 }, http);
        }
        catch (ArgumentException e)
        {
            throw new SettingsException([$"Telegram:Token cannot be used. {e.Message}"]);
        }
    }

    private static string Token(TelegramOptions options)
    {
        if (options.Token is { Length: > 0 } token)
            return token.Trim();
        if (options.TokenFile is not { Length: > 0 } file)
            throw new SettingsException(["Telegram:Token is missing. Set the environment variable Telegram__Token to the token that @BotFather gave you, or Telegram__TokenFile to a file that holds it."]);
        try
        {
            return File.ReadAllText(file).Trim();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SettingsException([$"Telegram:TokenFile cannot be read: {e.Message}"]);
        }
    }
}
