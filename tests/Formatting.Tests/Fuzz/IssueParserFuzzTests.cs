using System.Diagnostics;
using System.Text;
using BotDigest.Formatting.Issues;

namespace BotDigest.Formatting.Tests.Fuzz;

public sealed class IssueParserFuzzTests
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);

    [Fact]
    public void Three_thousand_broken_files_are_read_without_an_exception()
    {
        var parser = new IssueParser();
        var mutator = new IssueMutator(seed: 20260203, SampleIssues.All);
        for (var i = 0; i < 3000; i++)
        {
            var file = mutator.Next();
            var fault = IssueInvariants.FaultOf(parser.Parse(file, "2026-02-03.md"));
            Assert.True(fault is null, $"mutation {i}: {fault}\n{Encoding.UTF8.GetString(file)}");
        }
    }

    [Fact]
    public void Hostile_files_are_read_or_refused_in_time()
    {
        var parser = new IssueParser();
        foreach (var (name, text) in HostileIssues.All())
        {
            var clock = Stopwatch.StartNew();
            var fault = IssueInvariants.FaultOf(parser.Parse(text));
            Assert.True(fault is null, $"{name}: {fault}");
            Assert.True(clock.Elapsed < Longest, $"{name} took {clock.Elapsed}");
        }
    }
}
