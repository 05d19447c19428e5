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
        var mutator = new IssueMutator(seed: 20260203, FuzzOriginals.All(Repository.Root, seed: 5));
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

            // Other tests may have taken part of the time: only a file that is slow every time is slow.
            for (var times = 0; times < 3 && took >= Longest; times++)
                took = Timed(() => parser.Parse(text)).Took;
            Assert.True(took < Longest, $"{name} took {took}");
            var fault = IssueInvariants.FaultOf(result) ?? IssueInvariants.FaultOfMessages(result);
            Assert.True(fault is null, $"{name}: {fault}");
        }
    }

    /// <summary>Headings and bullets in which nothing is to be seen, found among the mutations.</summary>
    [Theory]
    [InlineData("### <b><i>\n文字\n")]
    [InlineData("### <!-- 注释 -->\n- **一二三四五六七八九**：文\n")]
    [InlineData("### [<b></b>](ftp://example.com)\n文字\n")]
    [InlineData("### <script>标题</script>\n文字\n")]
    [InlineData("- **<script>标题一二三四五六七八九</script>**：文\n")]
    [InlineData("- **<style>一二三四五六七八九**：文\n")]
    [InlineData("- **&#58;**文\n")]
    [InlineData("- [&#xFF1A;](https://example.com)：文\n")]
    [InlineData("## 更多动态\n\n- <script>一二三</script>\n- <b></b>\n- &#58;\n")]
    [InlineData("## <b></b>\n### 标题\n文字\n")]
    public void A_headline_of_nothing_to_see_is_no_story_and_no_exception(string body)
    {
        var result = new IssueParser().Parse("---\ntitle: T\ndate: 2026-02-03\n---\n" + body);

        Assert.Null(IssueInvariants.FaultOf(result));
        Assert.Null(IssueInvariants.FaultOfMessages(result));
        Assert.DoesNotContain(result.Issue!.Sections, section => section.Heading is { Length: 0 });
    }

    [Theory]
    [InlineData("\u202E^注")]
    [InlineData("^\u2028注")]
    public void The_name_of_an_unused_footnote_holds_no_control_characters(string name)
    {
        var result = new IssueParser().Parse($"---\ntitle: T\ndate: 2026-02-03\n---\n### 标题\n文字\n\n[{name}]: 说明\n");

        Assert.Null(IssueInvariants.FaultOf(result));
        Assert.Null(IssueInvariants.FaultOfMessages(result));
    }

    /// <summary>A result and its time: the wall's or, where other programs have the processor, this program's own.</summary>
    private static (ParseResult Result, TimeSpan Took) Timed(Func<ParseResult> parse)
    {
        var (clock, used) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        var result = parse();
        used = Environment.CpuUsage.TotalTime - used;
        return (result, used < clock.Elapsed ? used : clock.Elapsed);
    }
}
