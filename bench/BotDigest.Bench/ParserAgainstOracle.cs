using System.Globalization;
using BotDigest.Sandbox.Tests.Oracle;

namespace BotDigest.Bench;

/// <summary>
/// The sandbox's HTML parser against Telegram's own: <c>ParserAgainstOracle ORACLE.SH [COUNT] [SEED]</c>.
/// The bars: no difference, at least 30% refused, each of Telegram's complaints (TELEGRAM 1.3) at least COUNT / 200 times: of 100,000 at least 500.
/// </summary>
internal static class ParserAgainstOracle
{
    private static readonly string[] Complaints =
    [
        "Unsupported start tag", "Unclosed start tag at", "Unclosed start tag …", "Empty attribute name", "Unexpected end of name token", "must have class", "Unexpected end tag", "Unclosed end tag", "Unmatched end tag",
        "Can't find end tag", "Invalid custom emoji identifier", "Invalid date format", "invalid Unicode characters", "unsupported parse_mode",
    ];

    internal static int Run(string[] args)
    {
        if (args.Length == 0)
        {
            Console.Error.WriteLine("usage: ParserAgainstOracle ORACLE.SH [COUNT] [SEED]");
            return 2;
        }

        var count = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 100_000;
        var seed = args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : 1;
        var hostile = new HostileTexts(seed);
        var texts = Enumerable.Range(0, count).Select(_ => hostile.NextCall()).ToList();
        var comparison = new ParserComparison(args[0]);
        comparison.RunAsync(texts, CancellationToken.None).GetAwaiter().GetResult();
        return Report(comparison, seed);
    }

    private static int Report(ParserComparison comparison, int seed)
    {
        var often = Complaints.ToDictionary(c => c, c => comparison.Complaints.Where(p => p.Key.Contains(c, StringComparison.Ordinal)).Sum(p => p.Value), StringComparer.Ordinal);
        foreach (var (complaint, count) in often)
            Console.WriteLine($"{count,8}  {complaint}");
        foreach (var difference in comparison.Differences.Take(20))
            Console.WriteLine("DIFFERENCE " + difference);
        var (rarest, times) = often.MinBy(c => c.Value);
        var share = (double)comparison.Refused / comparison.Count;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"sandbox against Telegram: {comparison.Count} texts (seed {seed}), {share:P1} refused, the rarest of {Complaints.Length} complaints {times} times ({rarest}), {comparison.Differences.Count} differences"));
        var isFine = comparison.Differences.Count == 0 && times >= comparison.Count / 200 && share >= 0.3;
        Console.WriteLine(isFine ? "fine" : "FAILED: a difference, fewer than 30% refused, or a complaint too rare");
        return isFine ? 0 : 1;
    }
}
