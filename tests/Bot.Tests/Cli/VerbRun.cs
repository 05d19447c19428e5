using BotDigest.Bot.Cli;
using BotDigest.Bot.Tests.Publishing;

namespace BotDigest.Bot.Tests.Cli;

/// <summary>What a verb of the command line has printed, and ended with.</summary>
/// <param name="Code">Its exit code.</param>
/// <param name="Output">Standard output.</param>
/// <param name="Error">Standard error.</param>
internal sealed record VerbRun(int Code, string Output, string Error)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>Its lines on standard output.</summary>
    public string[] Lines => Output.TrimEnd('\n').Split('\n');

    /// <summary>Runs a verb with the settings of a bot, beside it where it runs.</summary>
    public static async Task<VerbRun> OfAsync(BotDriver bot, params string[] words)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        var code = await CommandLine.RunAsync([.. words, .. bot.Settings()], output, error, patience.Token);
        return new VerbRun(code, output.ToString(), error.ToString());
    }
}
