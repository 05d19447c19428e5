using System.Globalization;
using BotDigest.Formatting.Issues;
using BotDigest.Formatting.Tests.Fuzz;

namespace BotDigest.Bench;

/// <summary>
/// Reads broken and hostile issues, and composes what comes of them in each layout: <c>FuzzParse [count] [seed] [folder]</c>, by default 200,000 mutations
/// of the sample issues of the repository in that folder, of its hand-written hard cases and of generated issues. No exception, no broken value, no message over a limit, no file over two seconds.
/// </summary>
internal static class FuzzParse
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);

    internal static int Run(string[] args)
    {
        var count = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 200_000;
        var seed = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 1;
        var originals = FuzzOriginals.All(args.Length > 2 ? args[2] : ".", seed);
        var parser = new IssueParser();
        var mutator = new IssueMutator(seed, originals);
        var tally = new Tally();
        for (var i = 0; i < count; i++)
        {
            var file = mutator.Next();
            if (!tally.Read($"mutation {i} of seed {seed}", () => parser.Parse(file, "2026-02-03.md")))
                Keep(file, $"fuzz-{seed}-{i}.md");
        }

        Console.WriteLine($"{count} mutations: {tally.Errors} refused, {tally.Warned} with warnings only, slowest {tally.Slowest.TotalMilliseconds:F0} ms ({tally.SlowestName})");
        var hostile = new Tally();
        foreach (var (name, text) in HostileIssues.All())
            hostile.Read(name, () => parser.Parse(text));
        Console.WriteLine($"hostile files: {hostile.Errors} refused, slowest {hostile.Slowest.TotalMilliseconds:F0} ms ({hostile.SlowestName})");
        Console.WriteLine($"{tally.Faults + hostile.Faults} faults");
        return tally.Faults + hostile.Faults == 0 ? 0 : 1;
    }

    /// <summary>Keeps a file that shows a fault, for the test to be written from.</summary>
    private static void Keep(byte[] file, string name)
    {
        var path = Path.Combine(Path.GetTempPath(), name);
        File.WriteAllBytes(path, file);
        Console.WriteLine("  kept as " + path);
    }

    private sealed class Tally
    {
        internal int Faults { get; private set; }

        internal int Errors { get; private set; }

        internal int Warned { get; private set; }

        internal TimeSpan Slowest { get; private set; }

        internal string SlowestName { get; private set; } = "";

        /// <returns>False for a fault.</returns>
        internal bool Read(string name, Func<ParseResult> parse)
        {
            var before = Environment.CpuUsage.TotalTime;
            string? fault;
            try
            {
                var result = parse();
                fault = IssueInvariants.FaultOf(result) ?? IssueInvariants.FaultOfMessages(result);
                Errors += result.HasErrors ? 1 : 0;
                Warned += !result.HasErrors && !result.Problems.IsEmpty ? 1 : 0;
            }
            catch (Exception e)
            {
                fault = e.ToString();
            }

            // The processor's time, not the wall's: other programs may run beside this one.
            var took = Environment.CpuUsage.TotalTime - before;
            if (took > Slowest)
                (Slowest, SlowestName) = (took, name);
            if (took > Longest)
                fault ??= $"took {took}";
            if (fault is null)
                return true;
            Faults++;
            Console.WriteLine($"{name}: {fault}");
            return false;
        }
    }
}
