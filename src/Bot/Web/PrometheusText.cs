using System.Globalization;
using System.Text;

namespace BotDigest.Bot.Web;

/// <summary>Writes figures as Prometheus reads them: its text format, version 0.0.4.</summary>
internal static class PrometheusText
{
    /// <summary>The media type of the format.</summary>
    internal const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    /// <summary>Writes all figures, each under what it tells and of what kind it is.</summary>
    internal static string Write(IEnumerable<InstrumentReadings> figures)
    {
        var text = new StringBuilder();
        foreach (var figure in figures)
        {
            var series = figure.Series.ToList();
            if (series.Count == 0)
                continue;
            text.Append("# HELP ").Append(figure.Name).Append(' ').Append(Escaped(figure.Help)).Append('\n');
            text.Append("# TYPE ").Append(figure.Name).Append(' ').Append(figure.Type).Append('\n');
            foreach (var (labels, reading) in series)
            {
                if (figure.Limits.Count > 0)
                    WriteHistogram(text, figure, labels, reading);
                else
                    Line(text, figure.Name, labels, reading.Value);
            }
        }

        return text.ToString();
    }

    /// <summary>Each bucket holds those before it too, and the last one all.</summary>
    private static void WriteHistogram(StringBuilder text, InstrumentReadings figure, string labels, Reading reading)
    {
        var (name, before, sum) = (figure.Name + "_bucket", labels.Length > 0 ? labels + "," : "", 0L);
        for (var i = 0; i < figure.Limits.Count; i++)
        {
            sum += reading.Buckets[i];
            Line(text, name, $"{before}le=\"{Number(figure.Limits[i])}\"", sum);
        }

        Line(text, name, $"{before}le=\"+Inf\"", reading.Count);
        Line(text, figure.Name + "_sum", labels, reading.Value);
        Line(text, figure.Name + "_count", labels, reading.Count);
    }

    private static void Line(StringBuilder text, string name, string labels, double value)
    {
        text.Append(name);
        if (labels.Length > 0)
            text.Append('{').Append(labels).Append('}');
        text.Append(' ').Append(Number(value)).Append('\n');
    }

    private static string Number(double value) => value switch
    {
        double.PositiveInfinity => "+Inf",
        double.NegativeInfinity => "-Inf",
        _ => value.ToString("R", CultureInfo.InvariantCulture),
    };

    private static string Escaped(string help) => help.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);
}
