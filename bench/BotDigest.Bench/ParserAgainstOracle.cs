using System.Globalization;
using BotDigest.Sandbox.Tests.Oracle;

namespace BotDigest.Bench;

/// <summary>
/// The sandbox's HTML parser against Telegram's own: <c>ParserAgainstOracle ORACLE.SH [COUNT] [SEED]</c>.
/// The bars: no difference, at least 30% refused, each of Telegram's complaints at least COUNT / 200 times.
/// </summary>
internal static class ParserAgainstOracle
{
    private static readonly string[] Complaints =
    [
        "Unsupported start tag", "Unclosed start tag at", "Unclosed start tag …", "Empty attribute name", "Unexpected end of name token", "must have class", "Unexpected end tag", "Unclosed end tag", "Unmatched end tag",
        "Can't find end tag", "Invalid custom emoji identifier", "Invalid date format", "invalid Unicode characters",
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
        var texts = Enumerable.Range(0, count).Select(i => i % 20 == 0 ? (hostile.NextPlain(), "") : (hostile.Next(), "HTML")).ToList();
        var comparison = new ParserComparison(args[0]);
        comparison.RunAsync(texts, CancellationToken.None).GetAwaiter().GetResult();
        return Report(comparison, seed);
    }

    private static int Report(ParserComparison comparison, int seed)
    {
        var often = Complaints.ToDictionary(c => c, c => comparison.Complaints.Where(p => p.Key.Contains(c, StringComparison.Ordinal)).Sum(p => p.Value), StringComparer.Ordinal);
        foreach (var (complaint, times) in often)
            Console.WriteLine($"{times,8}  {complaint}");
        foreach (var difference in comparison.Differences.Take(20))
            Console.WriteLine("DIFFERENCE " + difference);
        var rare = often.Where(c => c.Value < comparison.Count / 200).Select(c => c.Key).ToList();
        if (rare.Count > 0)
            Console.WriteLine("too rare: " + string.Join("; ", rare));
        Console.WriteLine($"sandbox against Telegram: {comparison.Count} texts (seed {seed}), {comparison.Refused} refused, {Complaints.Length - rare.Count} of {Complaints.Length} complaints often enough, {comparison.Differences.Count} differences");
        return comparison.Differences.Count == 0 && rare.Count == 0 && comparison.Refused * 10 >= comparison.Count * 3 ? 0 : 1;
    }
}
