using BotDigest.Bot.Commands;
using BotDigest.Bot.Issues;
using BotDigest.Bot.Publishing;
using BotDigest.Bot.Search;
using BotDigest.Bot.Sending;
using BotDigest.Bot.Settings;
using BotDigest.Bot.Storage;
using BotDigest.Bot.Subscribers;
using BotDigest.Bot.Updates;
using BotDigest.Bot.Web;

namespace BotDigest.Bot;

/// <summary>The one public entry of the product: builds the service that <c>botdigest run</c> runs.</summary>
public static class BotDigestHost
{
    /// <summary>Builds the service; starting it is the caller's part.</summary>
    /// <param name="args">Settings as <c>--Section:Key=value</c>; they win over the environment, which wins over <c>appsettings.json</c>.</param>
    /// <param name="configure">A last word on the builder, for example a clock of one's own.</param>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? configure = null) => Build(args, forRun: true, configure);

    /// <summary>Builds the service, or, for a verb that runs by itself, just its parts.</summary>
    internal static WebApplication Build(string[] args, bool forRun, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ApplicationName = "botdigest" });
        builder.Configuration.AddProgramSettings();
        SettingsServices.Check(builder.Configuration, forRun);
        builder.Services.AddBotDigest();
        configure?.Invoke(builder);
        var app = builder.Build();
        app.MapWeb();
        app.MapUpdates();
        return app;
    }

    /// <summary>Registers every room.</summary>
    internal static IServiceCollection AddBotDigest(this IServiceCollection services)
    {
        services.AddSingleton(TimeProvider.System);
        return services.AddStorage().AddSearch().AddIssues().AddSending().AddPublishing().AddSubscribers().AddCommands().AddUpdates().AddWeb();
    }
}
