using System.Diagnostics;
using System.Globalization;
using BotDigest.Formatting.Digests;
using BotDigest.Formatting.Vocabularies;

namespace BotDigest.Bench;

/// <summary>How many issues a second become calls ready to be sent, on one thread, once warm: <c>FormattingThroughput [--vocabulary FILE] ISSUE.md…</c>, for <c>bench/peers.sh</c>.</summary>
internal static class FormattingThroughput
{
    /// <summary>So often a method must run before it is compiled for good, on a busy machine late.</summary>
    private const int LeastRounds = 400;

    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Measured = TimeSpan.FromSeconds(5);

    internal static int Run(string[] args)
    {
        var hasVocabulary = args is ["--vocabulary", _, ..];
        var options = new DigestOptions { Vocabulary = hasVocabulary ? Vocabulary.Parse(File.ReadAllText(args[1])).Vocabulary : Vocabulary.Empty, BotUsername = "digest_bot" };
        var texts = args[(hasVocabulary ? 2 : 0)..].Select(File.ReadAllText).ToArray();
        if (texts.Length == 0)
        {
            Console.Error.WriteLine("usage: FormattingThroughput [--vocabulary FILE] ISSUE.md…");
            return 2;
        }

        Repeat(texts, options, WarmUp);
        var best = Repeat(texts, options, Measured);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"BotDigest {texts.Length / best.TotalSeconds:F1}"));
        return 0;
    }

    /// <summary>The shortest time for all texts.</summary>
    private static TimeSpan Repeat(string[] texts, DigestOptions options, TimeSpan atLeast)
    {
        var (start, rounds, best) = (Stopwatch.GetTimestamp(), 0, TimeSpan.MaxValue);
        do
        {
            var round = Stopwatch.GetTimestamp();
            foreach (var text in texts)
                FormattingSpeed.Pipeline(text, "issue.md", options);
            var took = Stopwatch.GetElapsedTime(round);
            best = took < best ? took : best;
            rounds++;
        }
        while (rounds < LeastRounds || Stopwatch.GetElapsedTime(start) < atLeast);

        return best;
    }
}
