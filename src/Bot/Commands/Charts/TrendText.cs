using System.Globalization;
using BotDigest.Bot.Commands.Cards;
using BotDigest.Formatting.Text;

namespace BotDigest.Bot.Commands.Charts;

/// <summary>Trends where no picture can be made: a bar a week for one name, a small line of bars for each of several.</summary>
internal static class TrendText
{
    private const int LongestBar = 16;
    private const string Heights = " ▁▂▃▄▅▆▇█";

    /// <summary>Writes the chart.</summary>
    internal static FormattedText Write(IReadOnlyList<Trend> trends, IReadOnlyList<string> weeks)
    {
        var most = Math.Max(1, trends.SelectMany(t => t.Counts).Max());
        return trends is [var only] ? Bars(only, weeks, most) : Lines(trends, weeks, most);
    }

    private static FormattedText Bars(Trend trend, IReadOnlyList<string> weeks, int most)
    {
        var width = weeks.Max(w => w.Length);
        var lines = trend.Counts.Select((count, week) =>
            string.Create(CultureInfo.InvariantCulture, $"{weeks[week].PadLeft(width)} {new string('▇', (int)Math.Ceiling((double)count * LongestBar / most))} {count}"));
        return new FormattedTextBuilder().Append(string.Join('\n', lines), EntityKind.Pre).ToFormattedText();
    }

    private static FormattedText Lines(IReadOnlyList<Trend> trends, IReadOnlyList<string> weeks, int most)
    {
        var text = new FormattedTextBuilder();
        foreach (var trend in trends)
        {
            if (text.Length > 0)
                text.Line().Line();
            var bars = string.Concat(trend.Counts.Select(count => Heights[(int)Math.Ceiling((double)count * (Heights.Length - 1) / most)]));
            text.Bold(trend.Name).Plain(string.Create(CultureInfo.InvariantCulture, $" · {trend.Total}")).Line().Append(bars, EntityKind.Code);
        }

        return text.Line().Plain($"{weeks[0]} – {weeks[^1]}").ToFormattedText();
    }
}
