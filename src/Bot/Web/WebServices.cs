namespace BotDigest.Bot.Web;

/// <summary>What the service answers over HTTP.</summary>
internal static class WebServices
{
    internal static IServiceCollection AddWeb(this IServiceCollection services)
    {
        services.AddSingleton<Readiness>();
        return services;
    }

    internal static void MapWeb(this WebApplication app)
    {
        app.MapGet("/health/live", () => TypedResults.Text("live"));
        app.MapGet("/health/ready", (Readiness readiness) =>
        {
            var reasons = readiness.Reasons;
            var report = new HealthReport(reasons.Count == 0 ? "ready" : "unready", reasons);
            return TypedResults.Json(report, WebJson.Default.HealthReport, statusCode: reasons.Count == 0 ? 200 : 503);
        });
    }
}
