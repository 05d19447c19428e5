using System.Diagnostics.Metrics;
using BotDigest.Bot.Sending;
using Microsoft.Extensions.DependencyInjection;

namespace BotDigest.Bot.Tests.Sending;

/// <summary>Figures that nobody looks at.</summary>
internal static class Meters
{
    public static SendMetrics Sending() => new(new ServiceCollection().AddMetrics().BuildServiceProvider().GetRequiredService<IMeterFactory>());
}
