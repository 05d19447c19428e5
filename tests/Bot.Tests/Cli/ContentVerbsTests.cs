using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using BotDigest.Bot.Cli;

namespace BotDigest.Bot.Tests.Cli;

public sealed partial class ContentVerbsTests : IDisposable
{
    private const string Good = """
        ---
        title: 今天的标题
        date: 2026-03-01
        ---
        # 今天的标题

        ## 一节

        ### [一条新闻](https://example.com/a)

        正文在这里。
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("botdigest-cli-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Check_names_file_line_column_code_cause_and_remedy_and_ends_with_1()
    {
        var path = Write("bad.md", "---\ntitle: 没有日期\n---\n# 没有日期\n");

        var (code, output, _) = await RunAsync("check", path);

        Assert.Equal(ExitCode.Content, code);
        Assert.Contains(output.Split('\n'), line => line.StartsWith(path + ":", StringComparison.Ordinal) && line.Contains(": error FM003 ", StringComparison.Ordinal));
        Assert.All(output.TrimEnd().Split('\n'), line => Assert.Matches(ProblemLine(), line));
    }

    [Fact]
    public async Task Check_is_silent_about_a_good_issue_and_ends_with_0()
    {
        Assert.Equal((ExitCode.Fine, "", ""), await RunAsync("check", Write("2026-03-01.md", Good)));
    }

    [Fact]
    public async Task Check_speaks_to_editors_and_pipelines()
    {
        var path = Write("bad.md", "---\ntitle: 没有日期\n---\n# 没有日期\n");

        var (_, json, _) = await RunAsync("check", path, "--format", "json");
        using var row = JsonDocument.Parse(json.Split('\n')[0]);
        Assert.Equal(path, row.RootElement.GetProperty("path").GetString());
        Assert.Equal("error", row.RootElement.GetProperty("severity").GetString());
        Assert.True(row.RootElement.GetProperty("line").GetInt32() >= 1);

        var (_, github, _) = await RunAsync("check", path, "--format", "github");
        Assert.StartsWith($"::error file={path},line=", github, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Render_prints_a_call_a_message_in_order()
    {
        var (code, output, _) = await RunAsync("render", Write("2026-03-01.md", Good), "--chat", "-1001");

        Assert.Equal(ExitCode.Fine, code);
        using var message = JsonDocument.Parse(Assert.Single(output.TrimEnd().Split('\n')));
        var root = message.RootElement;
        Assert.Equal("2026-03-01.md", root.GetProperty("source").GetString());
        Assert.Equal(1, root.GetProperty("part").GetInt32());
        Assert.Equal("sendMessage", root.GetProperty("method").GetString());
        var parameters = root.GetProperty("params");
        Assert.Equal(-1001, parameters.GetProperty("chat_id").GetInt64());
        Assert.Equal("HTML", parameters.GetProperty("parse_mode").GetString());
        Assert.Contains("""<a href="https://example.com/a"><b>一条新闻</b></a>""", parameters.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.True(parameters.TryGetProperty("link_preview_options", out _));
    }

    [Fact]
    public async Task Render_prints_nothing_of_a_file_with_errors_and_says_why()
    {
        var bad = Write("2026-03-02.md", "---\ntitle: 没有日期\n---\n");
        Write("2026-03-01.md", Good);

        var (code, output, error) = await RunAsync("render", _folder.FullName);

        Assert.Equal(ExitCode.Content, code);
        Assert.DoesNotContain("2026-03-02.md", output, StringComparison.Ordinal);
        Assert.Contains("2026-03-01.md", output, StringComparison.Ordinal);
        Assert.Contains($"{bad}:", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("digest")]
    [InlineData("stories")]
    [InlineData("brief")]
    public async Task The_real_and_the_sample_issues_are_free_of_errors_and_rendered_the_same_twice(string layout)
    {
        var folders = Issues();
        var (checkedCode, problems, _) = await RunAsync(["check", .. folders]);
        Assert.True(checkedCode == ExitCode.Fine, problems);

        var (code, once, error) = await RunAsync(["render", .. folders, "--layout", layout]);
        Assert.True(code == ExitCode.Fine, error);
        Assert.Equal(once, (await RunAsync(["render", .. folders, "--layout", layout])).Output);
    }

    [Theory]
    [InlineData("digest")]
    [InlineData("stories")]
    [InlineData("brief")]
    public async Task Telegrams_own_parser_finds_no_fault_in_what_is_rendered(string layout)
    {
        var oracle = Path.Combine(Repository.Root, "..", "shared", "oracle", "oracle.sh");
        Assert.SkipUnless(File.Exists(oracle), "Telegram's parser is not at ../shared/oracle.");
        var (_, output, _) = await RunAsync(["render", .. Issues(), "--layout", layout]);

        var start = new ProcessStartInfo(oracle, "check") { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var answer = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.StandardInput.WriteAsync(output);
        process.StandardInput.Close();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Contains(" 0 violations", await answer, StringComparison.Ordinal);
        Assert.Equal(0, process.ExitCode);
    }

    [Theory]
    [InlineData("check")]
    [InlineData("nonsense")]
    [InlineData("check", "no-such-file.md")]
    [InlineData("publish", "yesterday")]
    [InlineData("search", "芯片", "--limit", "0")]
    [InlineData("show-config", "--Posts:SettleFor=30")]
    [InlineData("run")]
    public async Task Wrong_usage_or_configuration_ends_with_2_and_a_word_on_it(params string[] words)
    {
        var (code, _, error) = await RunAsync(words);

        Assert.Equal(ExitCode.Usage, code);
        Assert.NotEmpty(error);
    }

    [Fact]
    public async Task A_database_that_cannot_be_used_ends_with_3_and_says_why()
    {
        var (code, _, error) = await RunAsync("search", "芯片", $"--Storage:ConnectionString=Data Source={_folder.FullName}");

        Assert.Equal(ExitCode.Storage, code);
        Assert.Contains(_folder.FullName, error, StringComparison.Ordinal);
    }

    private static string[] Issues()
    {
        var real = Path.Combine(Repository.Root, "..", "shared", "posts");
        var samples = Path.Combine(Repository.Root, "posts");
        return Directory.Exists(real) ? [real, samples] : [samples];
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, text);
        return path;
    }

    private static async Task<(int Code, string Output, string Error)> RunAsync(params string[] words)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await CommandLine.RunAsync(words, output, error, TestContext.Current.CancellationToken);
        return (code, output.ToString(), error.ToString());
    }

    [GeneratedRegex(@"^.+:\d+:\d+: (error|warning) [A-Z]+\d{3} .+ \(.+\)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex ProblemLine();
}
