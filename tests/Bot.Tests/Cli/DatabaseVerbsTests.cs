using BotDigest.Bot.Cli;

namespace BotDigest.Bot.Tests.Cli;

public sealed class DatabaseVerbsTests : IDisposable
{
    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory("botdigest-cli-");

    public void Dispose() => _home.Delete(recursive: true);

    [Fact]
    public async Task Imported_issues_are_found_and_survive_a_backup_and_a_restore()
    {
        var (code, output, error) = await RunAsync("import", Path.Combine(Repository.Root, "posts"));
        Assert.True(code == ExitCode.Fine, error);
        Assert.Equal(Directory.EnumerateFiles(Path.Combine(Repository.Root, "posts"), "2*.md").Count().ToString(System.Globalization.CultureInfo.InvariantCulture), output.Trim());

        var (_, found, _) = await RunAsync("search", "芯片", "--json", "--limit", "3");
        var rows = found.TrimEnd().Split('\n');
        Assert.Equal(3, rows.Length);
        Assert.All(rows, row => Assert.Matches("^\\{\"story\":\"s_[^\"]+\",\"date\":\"2026-02-\\d\\d\",\"headline\":\"", row));

        var (_, status, _) = await RunAsync("status", "--json");
        Assert.StartsWith("{\"issues\":[{\"date\":\"2026-02-01\",\"file\":\"2026-02-01.md\",\"state\":\"indexed\",\"dueAt\":", status, StringComparison.Ordinal);

        var backup = Path.Combine(_home.FullName, "copy", "bot.db");
        Assert.Equal(ExitCode.Fine, (await RunAsync("backup", backup)).Code);
        File.Delete(Database);
        Assert.Equal(ExitCode.Fine, (await RunAsync("restore", backup)).Code);
        Assert.Equal(found, (await RunAsync("search", "芯片", "--json", "--limit", "3")).Output);
    }

    [Fact]
    public async Task A_search_without_a_hit_is_no_error()
    {
        Assert.Equal((ExitCode.Fine, "", ""), await RunAsync("search", "量子炒锅", "--json"));
    }

    private string Database => Path.Combine(_home.FullName, "bot.db");

    private async Task<(int Code, string Output, string Error)> RunAsync(params string[] words)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        string[] settings = [$"--Storage:ConnectionString=Data Source={Database}", $"--Posts:Folder={Path.Combine(Repository.Root, "posts")}"];
        var code = await CommandLine.RunAsync([.. words, .. settings], output, error, TestContext.Current.CancellationToken);
        return (code, output.ToString(), error.ToString());
    }
}
