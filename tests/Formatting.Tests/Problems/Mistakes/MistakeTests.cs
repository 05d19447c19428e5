using System.Collections.Immutable;
using System.Globalization;
using BotDigest.Formatting.Issues;
using BotDigest.Formatting.Problems;

namespace BotDigest.Formatting.Tests.Problems.Mistakes;

public sealed class MistakeTests(ITestOutputHelper output)
{
    private const int Places = 4;
    private const double Enough = 0.95;
    private const double EnoughOfEach = 0.75;

    private static readonly DateOnly Today = new(2026, 2, 3);

    [Fact]
    public void Mistakes_in_the_sample_issues_are_found_at_their_lines() => Measure(Path.Combine(Repository.Root, "posts"));

    [Fact]
    public void Mistakes_in_the_real_issues_are_found_at_their_lines()
    {
        Assert.SkipUnless(Directory.Exists(RealIssues.Folder), RealIssues.Missing);
        Measure(RealIssues.Folder);
    }

    [Fact]
    public void The_sample_issues_have_no_other_finding_than_their_longest_story() =>
        Assert.Equal(["2026-02-07.md:14:5 STORY004"], Findings(Path.Combine(Repository.Root, "posts")));

    [Fact]
    public void The_real_issues_have_a_misspelt_label_and_two_stories_told_twice()
    {
        Assert.SkipUnless(Directory.Exists(RealIssues.Folder), RealIssues.Missing);
        Assert.Equal(["2026-01-23.md:167:1 STORY008", "2026-01-30.md:161:3 STORY002", "2026-01-30.md:187:3 STORY002"], Findings(RealIssues.Folder));
    }

    private static IEnumerable<string> Findings(string folder) =>
        from file in Directory.EnumerateFiles(folder, "2*.md").Order(StringComparer.Ordinal)
        let name = Path.GetFileName(file)
        from problem in new IssueParser().Parse(File.ReadAllBytes(file), name, Today).Problems
        select $"{name}:{problem.Line}:{problem.Column} {problem.Code}";

    private void Measure(string folder)
    {
        var (allFound, allMade) = (0, 0);
        var issues = Directory.EnumerateFiles(folder, "2*.md").Order(StringComparer.Ordinal).Select(f => Untouched.Read(f, Today)).ToList();
        var missed = new List<string>();
        foreach (var mistake in MistakeList.All)
        {
            var (found, made) = (0, 0);
            foreach (var (issue, place) in issues.SelectMany(i => Enumerable.Range(0, Places).Select(p => (i, p))))
            {
                if (mistake.Make(new IssueLines(issue.Text, new Random(place))) is not { } mutated || issue.Has(mistake, mutated.Line))
                    continue;
                made++;
                var problems = new IssueParser().Parse(mutated.Text, issue.Name, Today).Problems;
                if (issue.IsNewIn(problems, mistake, mutated.Line))
                    found++;
                else
                    missed.Add($"{mistake.Name}: {issue.Name}:{mutated.Line}, place {place}, instead {string.Join(' ', problems.Select(p => $"{p.Line}:{p.Code}").Take(8))}");
            }

            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{found,4} of {made,3}  {mistake.Name}"));
            Assert.True(made > 0 && found >= EnoughOfEach * made, $"{found} of {made} are found: {mistake.Name}");
            (allFound, allMade) = (allFound + found, allMade + made);
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{allFound,4} of {allMade}  all, {(double)allFound / allMade:P1}"));
        foreach (var line in missed)
            output.WriteLine(line);
        Assert.True(allFound >= Enough * allMade, "Too many mistakes are not found.");
    }

    /// <summary>An issue before a mistake is made in it.</summary>
    private sealed record Untouched(string Name, string Text, ImmutableArray<Problem> Problems)
    {
        internal static Untouched Read(string path, DateOnly today)
        {
            var (name, text) = (Path.GetFileName(path), File.ReadAllText(path));
            return new Untouched(name, text, new IssueParser().Parse(text, name, today).Problems);
        }

        /// <summary>True where the editors of the issue made that mistake at that line themselves.</summary>
        internal bool Has(Mistake mistake, int line) => Problems.Any(p => mistake.Codes.Contains(p.Code) && p.Line == line);

        /// <summary>True where one of the codes is reported at the mistake's line, and more often than before.</summary>
        internal bool IsNewIn(ImmutableArray<Problem> problems, Mistake mistake, int line) =>
            problems.Any(p => mistake.Codes.Contains(p.Code) && p.Line == line) && problems.Count(p => mistake.Codes.Contains(p.Code)) > Problems.Count(p => mistake.Codes.Contains(p.Code));
    }
}
