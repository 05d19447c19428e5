using Microsoft.AspNetCore.Mvc;

namespace BotDigest.Bot.Updates;

/// <summary>Registers the room Updates.</summary>
internal static class UpdatesServices
{
    internal static IServiceCollection AddUpdates(this IServiceCollection services)
    {
        services.AddOptions<UpdatesOptions>().BindConfiguration(UpdatesOptions.Section);
        services.AddSingleton<UpdateMetrics>();
        services.AddSingleton<GroupAdministrators>();
        services.AddSingleton<RequestReader>();
        services.AddSingleton<RouterCards>();
        services.AddSingleton<RequestLimits>();
        services.AddSingleton<Typing>();
        services.AddSingleton<FeedbackAnswers>();
        services.AddSingleton<Replier>();
        services.AddSingleton<CommandRouter>();
        services.AddSingleton<InlineHandler>();
        services.AddSingleton<Membership>();
        services.AddSingleton<UpdateHandler>();
        services.AddSingleton<WebhookAddress>();
        services.AddSingleton<WebhookReceiver>();
        services.AddHostedService(provider => provider.GetRequiredService<WebhookReceiver>());
        services.AddSingleton<UpdateReceiver>();
        services.AddHostedService(provider => provider.GetRequiredService<UpdateReceiver>());
        services.AddHostedService<CommandMenu>();
        services.AddHostedService<Housekeeping>();
        return services;
    }

    internal static void MapUpdates(this WebApplication app) =>
        app.MapPost(WebhookEndpoint.Path, WebhookEndpoint.TakeAsync).WithMetadata(new RequestSizeLimitAttribute(WebhookEndpoint.LongestBody));
}
