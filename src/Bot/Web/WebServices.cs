namespace BotDigest.Bot.Web;

/// <summary>What the service answers over HTTP.</summary>
internal static class WebServices
{
    internal static IServiceCollection AddWeb(this IServiceCollection services)
    {
        services.AddMetrics();
        services.AddSingleton<Readiness>();
        services.AddSingleton<MeterReadings>();
        services.AddSingleton<ServiceMetrics>();
        services.AddSingleton<MetricsPage>();
        return services;
    }

    internal static void MapWeb(this WebApplication app)
    {
        // before anything happens that is to be counted
        _ = app.Services.GetRequiredService<MeterReadings>();
        _ = app.Services.GetRequiredService<ServiceMetrics>();
        app.MapGet("/metrics", async (MetricsPage page, CancellationToken cancellationToken) => TypedResults.Text(await page.WriteAsync(cancellationToken), PrometheusText.ContentType));
        app.MapGet("/health/live", () => TypedResults.Text("live"));
        app.MapGet("/health/ready", (Readiness readiness) =>
        {
            var reasons = readiness.Reasons;
            var report = new HealthReport(reasons.Count == 0 ? "ready" : "unready", reasons);
            return TypedResults.Json(report, WebJson.Default.HealthReport, statusCode: reasons.Count == 0 ? 200 : 503);
        });
    }
}
