using System.Diagnostics;
using System.Text;
using BotDigest.Formatting.Issues;

namespace BotDigest.Formatting.Tests.Fuzz;

public sealed class IssueParserFuzzTests
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);

    [Fact]
    public void Three_thousand_broken_files_are_read_and_composed_without_an_exception()
    {
        var parser = new IssueParser();
        var mutator = new IssueMutator(seed: 20260203, SampleIssues.All);
        for (var i = 0; i < 3000; i++)
        {
            var file = mutator.Next();
            var result = parser.Parse(file, "2026-02-03.md");
            var fault = IssueInvariants.FaultOf(result) ?? IssueInvariants.FaultOfMessages(result);
            Assert.True(fault is null, $"mutation {i}: {fault}\n{Encoding.UTF8.GetString(file)}");
        }
    }

    [Fact]
    public void Hostile_files_are_read_or_refused_in_time()
    {
        var parser = new IssueParser();
        foreach (var (name, text) in HostileIssues.All())
        {
            var (result, took) = Timed(() => parser.Parse(text));

            // Other programs may have had the processor: only a file that is slow every time is slow.
            for (var times = 0; times < 8 && took >= Longest; times++)
                took = Timed(() => parser.Parse(text)).Took;
            Assert.True(took < Longest, $"{name} took {took}");
            Assert.True(IssueInvariants.FaultOf(result) is null, $"{name}: {IssueInvariants.FaultOf(result)}");
            Assert.True(IssueInvariants.FaultOfMessages(result) is null, $"{name}: {IssueInvariants.FaultOfMessages(result)}");
        }
    }

    private static (ParseResult Result, TimeSpan Took) Timed(Func<ParseResult> parse)
    {
        var clock = Stopwatch.StartNew();
        var result = parse();
        return (result, clock.Elapsed);
    }
}
