using System.Text.Json.Nodes;

namespace BotDigest.Formatting.Tests.Oracle;

/// <summary>Telegram's own parser, which lies beside the repository on the machines that have it.</summary>
internal static class TelegramOracle
{
    private static readonly string Script = Path.GetFullPath(Path.Combine(Repository.Root, "../shared/oracle/oracle.sh"));

    /// <summary>What becomes of HTML texts; skips the test where the parser is missing.</summary>
    internal static List<JsonObject> Parse(IReadOnlyCollection<string> html)
    {
        Assert.SkipUnless(File.Exists(Script), "needs ../shared/oracle/oracle.sh, Telegram's own parser");
        using var oracle = new OracleProcess(Script);
        return oracle.Parse(html);
    }
}
