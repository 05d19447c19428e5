using System.Diagnostics;
using System.Globalization;
using System.Text;
using BotDigest.Formatting.Digests;
using BotDigest.Formatting.Issues;

namespace BotDigest.Bench;

/// <summary>
/// Time against size, from 4 KiB to 256 KiB, of ordinary and of hostile issues: milliseconds and how much more a byte costs at the
/// end than at 16 KiB. No run may take over two seconds. <c>FormattingScale</c>.
/// </summary>
internal static class FormattingScale
{
    private const int SmallestSize = 4 * 1024;
    private const int LargestSize = (256 * 1024) - 64;
    private const double ClearlyWorse = 4;
    private const double LongestMilliseconds = 2_000;
    private const string FrontMatter = "---\ntitle: T\ndate: 2026-02-03\n---\n";

    /// <summary>A kind, the piece that is repeated, and after how many bytes a paragraph ends; 0 where only the piece ends it.</summary>
    private static readonly (string Name, string Piece, int Paragraph)[] Kinds =
    [
        ("ordinary stories", "### [标题一二三四五六](https://example.com/a)\n\n今天**某公司**发布新的模型，比上一代快三倍（约 40%）。详见[说明](https://example.com/b)。\n\n- **价格**：每月 20 元\n- 上下文 `128k`\n\n**影响：** 值得关注。\n\n", 0),
        ("ordinary briefs", "- **某公司发布新的模型**[链接](https://example.com/a)：比上一代快三倍，价格不变。\n", 0),
        ("plain Chinese", "今天的天气很好，我们去公园散步。", 3 * 1024),
        ("[a]( in paragraphs of 1 KiB", "[a](", 1024), ("[a]( in paragraphs of 15 KiB", "[a](", 15 * 1024),
        ("[ runs", "[", 15 * 1024), ("] runs", "]", 15 * 1024), ("![ runs", "![", 15 * 1024), ("[^1] runs", "[^1]", 15 * 1024),
        ("* runs", "*a ", 15 * 1024), ("** runs", "**a ", 15 * 1024), ("*** mixed", "***a** b* ", 15 * 1024), ("_ runs", "_a", 15 * 1024), ("~~ runs", "~~a ", 15 * 1024),
        ("` runs", "`a``", 15 * 1024), ("< runs", "<a", 15 * 1024), ("tags", "<b>", 15 * 1024), ("& entities", "&amp;&#1;&x", 15 * 1024), ("\\ escapes", "\\*", 15 * 1024),
        ("| pipes on a line", "|", 15 * 1024), ("tables of one row", "|a|b|\n|-|-|\n|1|2|\n\n", 0), ("a table of many rows", "|a|b|\n", 0), ("wide table row", "|a|b|c|d|e|f|g|h\n", 0),
        ("> quotes", "> a\n", 0), ("nested quotes", ">>>>>>>>>>>>>>>>>>>> a\n\n", 0), ("- lists", "- a\n", 0), ("- - - nested", "- - - - - - - - a\n", 0),
        ("deep lists by indentation", "- a\n  - b\n    - c\n      - d\n        - e\n", 0), ("1. lists", "1. a\n", 0), ("footnotes", "a[^1]\n\n[^1]: b\n\n", 0),
        ("addresses", "https://a.b/ ", 15 * 1024), ("dots", "a.b.", 15 * 1024), ("signs", "#a @bcde /f $G ", 15 * 1024), ("html blocks", "<div>\na\n</div>\n\n", 0),
        ("headings", "## a\n\nb\n\n", 0), ("short lines", "a\n", 12 * 1024), ("emoji", "👨‍👩‍👧", 12 * 1024), ("code blocks", "```\na < b\n```\n\n", 0),
    ];

    internal static int Run(string[] args)
    {
        var sizes = Enumerable.Range(0, 7).Select(i => Math.Min(SmallestSize << i, LargestSize)).ToArray();
        var parser = new IssueParser();
        for (var i = 0; i < 30; i++)
            Once(parser, Fill(Kinds[i % Kinds.Length], SmallestSize));
        Console.WriteLine("| kind | " + string.Join(" | ", sizes.Select(s => $"{(s + 64) / 1024} KiB")) + " | ns/byte at the end | growth | |");
        Console.WriteLine("|---|" + string.Concat(Enumerable.Repeat("---|", sizes.Length + 3)));
        var (tooLong, worse) = (0, 0);
        foreach (var kind in Kinds)
        {
            var times = new double[sizes.Length];
            var outcome = "";
            for (var i = 0; i < sizes.Length; i++)
                (times[i], outcome) = Measure(parser, Fill(kind, sizes[i]));
            var perByte = times[^1] * 1e6 / sizes[^1];
            var growth = perByte / (times[2] * 1e6 / sizes[2]);
            var isTooLong = times.Any(t => t > LongestMilliseconds);
            tooLong += isTooLong ? 1 : 0;
            worse += growth > ClearlyWorse ? 1 : 0;
            var verdict = isTooLong ? "OVER 2 s" : growth > ClearlyWorse ? "worse than linear" : outcome;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {kind.Name.Replace("|", "\\|", StringComparison.Ordinal)} | {string.Join(" | ", times.Select(t => t.ToString("F2", CultureInfo.InvariantCulture)))} | {perByte:F0} | {growth:F1} x | {verdict} |"));
        }

        Console.WriteLine($"{Kinds.Length} kinds: {tooLong} over 2 s, {worse} grow clearly worse than linear (a byte costs over {ClearlyWorse} times as much at 256 KiB as at 16 KiB)");
        return tooLong == 0 ? 0 : 1;
    }

    /// <summary>The least of three runs, or of one that is long; the time is the processor's.</summary>
    private static (double Milliseconds, string Outcome) Measure(IssueParser parser, string text)
    {
        var least = double.MaxValue;
        var outcome = "";
        for (var run = 0; run < 3 && (run == 0 || least < LongestMilliseconds / 4); run++)
        {
            var before = Environment.CpuUsage.TotalTime;
            var start = Stopwatch.GetTimestamp();
            outcome = Once(parser, text);
            var (wall, processor) = (Stopwatch.GetElapsedTime(start), Environment.CpuUsage.TotalTime - before);

            // Other programs may run beside this one; the compiler's thread may run within it.
            least = Math.Min(least, Math.Min(wall.TotalMilliseconds, Math.Max(processor.TotalMilliseconds, 0.001)));
        }

        return (least, outcome);
    }

    private static string Once(IssueParser parser, string text)
    {
        var result = parser.Parse(text);
        if (result.Issue is { } issue && !result.HasErrors)
            return $"{DigestComposer.Compose(issue, new DigestOptions()).Messages.Length} messages";
        return "refused: " + result.Problems.First(p => p.Severity == BotDigest.Formatting.Problems.Severity.Error).Code;
    }

    private static string Fill((string Name, string Piece, int Paragraph) kind, int bytes)
    {
        var text = new StringBuilder(FrontMatter);
        var (size, total, inParagraph) = (Encoding.UTF8.GetByteCount(kind.Piece), FrontMatter.Length, 0);
        while (total + size + 2 <= bytes)
        {
            text.Append(kind.Piece);
            total += size;
            inParagraph += size;
            if (kind.Paragraph == 0 || inParagraph + size <= kind.Paragraph)
                continue;
            text.Append("\n\n");
            (total, inParagraph) = (total + 2, 0);
        }

        return text.ToString();
    }
}
