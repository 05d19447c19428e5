using BotDigest.Bot.Cli;

namespace BotDigest.Bot.Tests.Cli;

public sealed class CheckVerbTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("botdigest-check-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_story_told_again_is_reported_at_the_later_issue_with_the_place_of_the_earlier_one()
    {
        var earlier = Write("2026-02-02.md", Issue("2026-02-02", "### [国产模型发布](https://example.com/a)", "### [芯片涨价](https://example.com/b)"));
        var later = Write("2026-02-03.md", Issue("2026-02-03", "### 国产模型，发布！", "### [芯片又涨价](http://example.com/b/)"));
        string[] expected =
        [
            $"{later}:8:5: warning STORY006 the headline “国产模型，发布！” stands in the issue of 2026-02-02 already: {earlier}:8 (say in the headline what is new, or remove the story)",
            $"{later}:12:5: warning STORY007 the address http://example.com/b/ stands in the issue of 2026-02-02 already: {earlier}:12 (link to what is new, or remove the story)",
        ];

        var (code, lines) = await CheckAsync(_folder.FullName);

        Assert.Equal(ExitCode.Fine, code);
        Assert.Equal(expected, lines);
        Assert.Equal(expected, (await CheckAsync(later, earlier)).Lines);
    }

    [Fact]
    public async Task A_story_taken_up_again_after_two_weeks_and_a_column_of_every_day_are_fine()
    {
        Write("2026-01-19.md", Issue("2026-01-19", "### [国产模型发布](https://example.com/a)"));
        Write("2026-01-31.md", Issue("2026-01-31", "### 今日开源项目"));
        Write("2026-02-01.md", Issue("2026-02-01", "### [另一条](https://example.com/other)"));
        Write("2026-02-03.md", Issue("2026-02-03", "### [国产模型发布](https://example.com/a)", "### 今日开源项目"));
        var (_, first) = await CheckAsync(_folder.FullName);
        Write("2026-02-01.md", Issue("2026-02-01", "### 今日开源项目"));
        var (_, second) = await CheckAsync(_folder.FullName);

        Assert.Contains("2026-02-03.md:12:5: warning STORY006", Assert.Single(first), StringComparison.Ordinal);
        Assert.Contains("2026-02-01.md:8:5: warning STORY006", Assert.Single(second), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("draft")]
    [InlineData("retracted")]
    public async Task A_story_that_no_reader_has_seen_may_be_told(string key)
    {
        Write("2026-02-02.md", Issue($"2026-02-02\n{key}: true", "### [国产模型发布](https://example.com/a)"));
        Write("2026-02-03.md", Issue("2026-02-03", "### [国产模型发布](https://example.com/a)"));

        Assert.Empty((await CheckAsync(_folder.FullName)).Lines);
    }

    [Fact]
    public async Task Two_files_of_a_folder_with_one_date_are_an_error_at_the_date_of_the_second()
    {
        var first = Write("a.md", Issue("2026-02-03", "### 甲新闻"));
        var second = Write("b.md", Issue("2026-02-03", "### 乙新闻"));
        _folder.CreateSubdirectory("old");
        var other = Write("old/a.md", Issue("2026-02-03", "### 丙新闻"));

        var (code, lines) = await CheckAsync(second, first, second, other);

        Assert.Equal((ExitCode.Content, $"{second}:3:1: error FILE001 the issue of 2026-02-03 is in {first} already (change date, or remove one of the two files)"), (code, Assert.Single(lines)));
    }

    [Fact]
    public async Task What_the_service_refuses_to_open_is_an_error()
    {
        _folder.CreateSubdirectory("folder.md");
        var target = Write("_target.md", Issue("2026-02-03", "### 甲新闻"));
        File.CreateSymbolicLink(Path.Combine(_folder.FullName, "link.md"), target);
        Write("nothing.MD", "");

        var (code, lines) = await CheckAsync(_folder.FullName);

        Assert.Equal(ExitCode.Content, code);
        Assert.Equal(
            ["folder.md:1:1: error FILE002", "link.md:1:1: error FILE003", "nothing.MD:1:1: error ENC005"],
            lines.Select(l => Path.GetFileName(string.Join(' ', l.Split(' ').Take(3)))));
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_is_an_error_and_the_others_are_checked()
    {
        var closed = Write("2026-02-02.md", Issue("2026-02-02", "### 甲新闻"));
        using var held = new FileStream(closed, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        Write("2026-02-03.md", Issue("2026-02-03", "### 乙新闻", "### 乙新闻"));

        var (code, lines) = await CheckAsync(_folder.FullName);

        Assert.Equal(ExitCode.Content, code);
        Assert.Collection(lines, l => Assert.Contains(": error FILE005 ", l, StringComparison.Ordinal), l => Assert.Contains(": warning STORY002 ", l, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_date_more_than_a_year_from_today_is_a_warning()
    {
        var far = Write("2027-02-04.md", Issue("2027-02-04", "### 甲新闻"));
        var near = Write("2027-02-03.md", Issue("2027-02-03", "### 乙新闻"));

        var (code, lines) = await CheckAsync(far, near);

        Assert.Equal((ExitCode.Fine, $"{far}:3:7: warning FM015 2027-02-04 is more than a year ahead (check the year of date)"), (code, Assert.Single(lines)));
    }

    [Fact]
    public async Task Editors_get_an_object_a_line()
    {
        var path = Write("2026-02-03.md", Issue("2026-02-03", "### 甲\n\n正文**\"要点\"：文字"));

        var (code, lines) = await CheckAsync(path, "--format", "json");

        Assert.Equal(ExitCode.Fine, code);
        Assert.Equal(
            $$"""{"path":"{{path}}","line":10,"column":3,"severity":"warning","code":"MD003","message":"** stands without its other half, or a space keeps it from the words","remedy":"add the other half, remove the space, part the mark from a Latin word beside it, or write \\** if the characters are meant"}""",
            Assert.Single(lines));
    }

    [Fact]
    public async Task Pipelines_get_a_workflow_command_a_line_escaped_as_they_ask()
    {
        var path = Write("100%, a:b.md", Issue("2026-02-03", "### 甲\n\n[文字](https://example.com/100%, a:b)"));

        var (_, lines) = await CheckAsync(path, "--format", "github");

        Assert.Equal(
            $"::warning file={_folder.FullName}/100%25%2C a%3Ab.md,line=10,col=1,title=LINK002::a space keeps this from being a link: [文字](https://example.com/100%25, a:b) (remove the space, part the mark from a Latin word beside it, or write %2520 for one within the address)",
            Assert.Single(lines));
    }

    [Fact]
    public async Task Names_that_the_vocabulary_beside_the_issues_does_not_know_follow_the_problems_when_asked_for()
    {
        Write("_vocabulary.yaml", "- name: 甲骨\n  aliases: [Orchard]\n");
        var first = Write("2026-02-02.md", Issue("2026-02-02", "### [Orchard与Nimbus Link发布](https://example.com/a)", "### 乙\n\n用**Nimbus Link 2**写"));
        var second = Write("2026-02-03.md", Issue("2026-02-03", "### 丙\n\nCEO说Nimbus Link与《一粒沙》", "### 丙\n\n读《一粒沙》"));
        var repeat = $"{second}:12:5: warning STORY002";

        var (code, lines) = await CheckAsync(_folder.FullName, "--names");
        var (_, plain) = await CheckAsync(_folder.FullName);

        Assert.Equal(ExitCode.Fine, code);
        Assert.StartsWith(repeat, Assert.Single(plain), StringComparison.Ordinal);
        Assert.Equal([.. plain, $"{first}:8:14: Nimbus Link (3 stories)", $"{second}:10:18: 一粒沙 (2 stories)"], lines);
        Assert.Equal(
            $$"""{"path":"{{first}}","line":8,"column":14,"name":"Nimbus Link","stories":3}""",
            (await CheckAsync(_folder.FullName, "--names", "--format", "json")).Lines[1]);
        Assert.Equal(
            $"::notice file={first},line=8,col=14::Nimbus Link (2 stories)",
            Assert.Single((await CheckAsync(first, "--names", "--format", "github")).Lines));
    }

    [Fact]
    public async Task Without_a_vocabulary_beside_the_issues_the_one_of_the_service_counts()
    {
        var posts = _folder.CreateSubdirectory("posts");
        Write("posts/_vocabulary.yaml", "- name: Nimbus\n");
        var path = Write("2026-02-02.md", Issue("2026-02-02", "### Nimbus与Kestrel", "### 乙\n\n未完"));

        var (_, lines) = await CheckAsync(path, "--names", $"--Posts:Folder={posts.FullName}");

        Assert.Equal($"{path}:8:12: Kestrel (1 story)", Assert.Single(lines));
    }

    [Fact]
    public async Task An_issue_with_an_error_fails_the_check_whatever_names_it_holds()
    {
        Write("_vocabulary.yaml", "");
        var path = Write("2026-02-02.md", "---\ntitle: 标题\n---\n\n### Nimbus\n\n正文\n");

        var (code, lines) = await CheckAsync(path, "--names");

        Assert.Equal(ExitCode.Content, code);
        Assert.DoesNotContain(lines, l => l.Contains("Nimbus (", StringComparison.Ordinal));
    }

    private static string Issue(string date, params string[] stories) =>
        $"---\ntitle: 标题\ndate: {date}\n---\n\n## 节\n\n{string.Join("\n\n", stories.Select(s => s.Contains('\n', StringComparison.Ordinal) ? s : s + "\n\n正文"))}\n";

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, text);
        return path;
    }

    private static async Task<(int Code, string[] Lines)> CheckAsync(params string[] words)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var clock = new ManualClock(new DateTimeOffset(2026, 2, 3, 0, 0, 0, TimeSpan.Zero));
        var code = await CommandLine.RunAsync(["check", .. words], output, error, clock, TestContext.Current.CancellationToken);
        Assert.Equal("", error.ToString());
        return (code, output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }
}
