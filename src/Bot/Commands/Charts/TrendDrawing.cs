using System.Globalization;
using System.Xml.Linq;

namespace BotDigest.Bot.Commands.Charts;

/// <summary>Draws trends as a picture: bars for one name, lines for several. Names stand in it as text and nowhere else.</summary>
internal static class TrendDrawing
{
    private const double Width = 1280;
    private const double Height = 720;
    private const double Left = 96;
    private const double Right = 1200;
    private const double Top = 150;
    private const double Bottom = 620;
    private const int Gridlines = 4;
    private const int NameSize = 34;
    private const int NarrowLetter = 19;
    private const int FirstWide = 0x1100;
    private const string Font = "'Noto Sans CJK SC', 'Noto Sans SC', 'PingFang SC', 'Microsoft YaHei', 'DejaVu Sans', sans-serif";

    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    // Told apart by people who do not see all colours, too.
    private static readonly string[] Colours = ["#0072b2", "#d55e00", "#009e73", "#cc79a7"];

    /// <summary>Draws.</summary>
    /// <param name="trends">One to four of them, over the same weeks.</param>
    /// <param name="weeks">The caption of each week.</param>
    /// <returns>An SVG document.</returns>
    internal static string Draw(IReadOnlyList<Trend> trends, IReadOnlyList<string> weeks)
    {
        var top = Ceiling(trends.SelectMany(t => t.Counts).Max());
        var picture = new XElement(
            Svg + "svg",
            new XAttribute("width", Number(Width)),
            new XAttribute("height", Number(Height)),
            new XAttribute("viewBox", $"0 0 {Number(Width)} {Number(Height)}"),
            new XAttribute("font-family", Font),
            new XElement(Svg + "rect", new XAttribute("width", "100%"), new XAttribute("height", "100%"), new XAttribute("fill", "#ffffff")),
            Legend(trends),
            Grid(top),
            Captions(weeks),
            trends.Count == 1 ? Bars(trends[0], top) : trends.Select((t, i) => Line(t, Colours[i % Colours.Length], top)));
        return picture.ToString(SaveOptions.DisableFormatting);
    }

    private static IEnumerable<XElement> Legend(IReadOnlyList<Trend> trends)
    {
        var width = (Right - Left) / trends.Count;
        foreach (var (place, trend) in trends.Index())
        {
            var x = Left + (place * width);
            yield return new XElement(
                Svg + "rect",
                new XAttribute("x", Number(x)),
                new XAttribute("y", "58"),
                new XAttribute("width", "28"),
                new XAttribute("height", "28"),
                new XAttribute("rx", "6"),
                new XAttribute("fill", Colours[place % Colours.Length]));
            var total = string.Create(CultureInfo.InvariantCulture, $"  {trend.Total}");
            yield return Text(x + 42, 84, Fit(trend.Name, width - 60 - Long(total)) + total, "#1b1f24", NameSize, "start");
        }
    }

    private static IEnumerable<XElement> Grid(int top)
    {
        for (var line = 0; line <= Gridlines; line++)
        {
            var value = top * line / Gridlines;
            var y = Y(value, top);
            yield return new XElement(
                Svg + "line",
                new XAttribute("x1", Number(Left)),
                new XAttribute("x2", Number(Right)),
                new XAttribute("y1", Number(y)),
                new XAttribute("y2", Number(y)),
                new XAttribute("stroke", line == 0 ? "#8a929b" : "#e3e6ea"),
                new XAttribute("stroke-width", "2"));
            yield return Text(Left - 16, y + 9, value.ToString(CultureInfo.InvariantCulture), "#5b646e", 26, "end");
        }
    }

    /// <summary>The weeks below, every second one where there are many.</summary>
    private static IEnumerable<XElement> Captions(IReadOnlyList<string> weeks)
    {
        var step = weeks.Count > 7 ? 2 : 1;
        for (var week = (weeks.Count - 1) % step; week < weeks.Count; week += step)
            yield return Text(X(week, weeks.Count), Bottom + 44, weeks[week], "#5b646e", 26, "middle");
    }

    private static IEnumerable<XElement> Bars(Trend trend, int top)
    {
        var width = (Right - Left) / trend.Counts.Length * 0.62;
        foreach (var (week, count) in trend.Counts.Index().Where(c => c.Item > 0))
        {
            var (x, y) = (X(week, trend.Counts.Length), Y(count, top));
            yield return new XElement(
                Svg + "rect",
                new XAttribute("x", Number(x - (width / 2))),
                new XAttribute("y", Number(y)),
                new XAttribute("width", Number(width)),
                new XAttribute("height", Number(Bottom - y)),
                new XAttribute("rx", "6"),
                new XAttribute("fill", Colours[0]));
            yield return Text(x, y - 12, count.ToString(CultureInfo.InvariantCulture), "#1b1f24", 28, "middle");
        }
    }

    private static IEnumerable<XElement> Line(Trend trend, string colour, int top)
    {
        var points = trend.Counts.Select((count, week) => (X: X(week, trend.Counts.Length), Y: Y(count, top))).ToList();
        yield return new XElement(
            Svg + "polyline",
            new XAttribute("points", string.Join(' ', points.Select(p => $"{Number(p.X)},{Number(p.Y)}"))),
            new XAttribute("fill", "none"),
            new XAttribute("stroke", colour),
            new XAttribute("stroke-width", "6"),
            new XAttribute("stroke-linejoin", "round"),
            new XAttribute("stroke-linecap", "round"));
        foreach (var (x, y) in points)
            yield return new XElement(Svg + "circle", new XAttribute("cx", Number(x)), new XAttribute("cy", Number(y)), new XAttribute("r", "8"), new XAttribute("fill", colour));
    }

    private static XElement Text(double x, double y, string words, string colour, int size, string anchor) => new(
        Svg + "text",
        new XAttribute("x", Number(x)),
        new XAttribute("y", Number(y)),
        new XAttribute("fill", colour),
        new XAttribute("font-size", Number(size)),
        new XAttribute("text-anchor", anchor),
        Printable(words));

    /// <summary>As much of a name as there is room for.</summary>
    private static string Fit(string name, double room)
    {
        var length = new StringInfo(name).LengthInTextElements;
        while (length > 1 && Long(name.Shorten(length)) > room)
            length--;
        return name.Shorten(length);
    }

    // Before the Hangul there is hardly a letter as wide as a Chinese one.
    private static double Long(string words) => words.EnumerateRunes().Sum(r => r.Value < FirstWide ? NarrowLetter : NameSize);

    /// <summary>What XML cannot hold is left out.</summary>
    private static string Printable(string words) => string.Concat(words.EnumerateRunes().Where(r => r.Value is >= ' ' and not 0xFFFE and not 0xFFFF and not 0xFFFD).Select(r => r.ToString()));

    private static double X(int week, int weeks) => Left + ((Right - Left) * (week + 0.5) / weeks);

    private static double Y(int count, int top) => Bottom - ((Bottom - Top) * count / top);

    /// <summary>The top of the scale: the next number that the grid divides evenly.</summary>
    private static int Ceiling(int most) => Math.Max(1, (most + Gridlines - 1) / Gridlines) * Gridlines;

    private static string Number(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}
