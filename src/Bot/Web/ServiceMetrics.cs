using System.Diagnostics.Metrics;
using System.Reflection;

namespace BotDigest.Bot.Web;

/// <summary>Figures of the service as a whole: can it work, which version is it, what does it use.</summary>
internal sealed class ServiceMetrics
{
    private readonly Readiness _readiness;

    /// <summary>Announces the figures.</summary>
    public ServiceMetrics(IMeterFactory meters, Readiness readiness)
    {
        _readiness = readiness;
        var meter = meters.Create(MeterReadings.MeterName);
        meter.CreateObservableGauge("botdigest_ready", () => _readiness.Reasons.Count == 0 ? 1L : 0L, description: "1 where the service can do its work, see /health/ready.");
        meter.CreateObservableGauge("botdigest_part_ready", Parts, description: "1 for each part of the service that works.");
        var version = typeof(ServiceMetrics).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";
        meter.CreateObservableGauge("botdigest_build_info", () => new Measurement<long>(1, KeyValuePair.Create<string, object?>("version", version)), description: "Always 1; the version of the program.");
        meter.CreateObservableGauge("process_resident_memory_bytes", () => Environment.WorkingSet, description: "Memory that the process holds.");
        meter.CreateObservableCounter("process_cpu_seconds_total", () => Environment.CpuUsage.TotalTime.TotalSeconds, description: "Processor time that the process has used.");
    }

    private IEnumerable<Measurement<long>> Parts() =>
        _readiness.Parts.Select(p => new Measurement<long>(p.IsUp ? 1 : 0, KeyValuePair.Create<string, object?>("part", p.Name)));
}
