namespace BotDigest.Sandbox.Tests.Oracle;

public sealed class ParserAgainstTelegramTests
{
    private const int Count = 4_000;

    /// <summary>A small share of what <c>tests/sandbox-vs-telegram.sh</c> does.</summary>
    [Fact]
    public async Task The_parser_sees_what_Telegrams_own_sees()
    {
        var oracle = FindOracle();
        Assert.SkipWhen(oracle is null, "needs ../shared/oracle/oracle.sh, Telegram's own parser");
        var hostile = new HostileTexts(20260115);
        var texts = Enumerable.Range(0, Count).Select(_ => hostile.NextCall()).ToList();
        var comparison = new ParserComparison(oracle!);

        await comparison.RunAsync(texts, TestContext.Current.CancellationToken);

        Assert.Empty(comparison.Differences);
        Assert.Equal(Count, comparison.Count);
        Assert.InRange(comparison.Refused, Count * 3 / 10, Count * 7 / 10);
        Assert.True(comparison.Complaints.Count >= 15);
    }

    private static string? FindOracle()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (!File.Exists(Path.Combine(folder.FullName, "BotDigest.sln")))
                continue;
            var oracle = Path.Combine(folder.FullName, "..", "shared", "oracle", "oracle.sh");
            return File.Exists(oracle) ? Path.GetFullPath(oracle) : null;
        }

        return null;
    }
}
