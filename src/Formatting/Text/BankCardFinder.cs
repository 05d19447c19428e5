using System.Buffers;

namespace BotDigest.Formatting.Text;

/// <summary>Finds numbers that Telegram takes for those of bank cards.</summary>
internal static class BankCardFinder
{
    private const int MinDigits = 13;
    private const int MaxDigits = 19;

    private static readonly SearchValues<char> DigitsAndGaps = SearchValues.Create("0123456789 -");

    internal static void Find(ReadOnlySpan<char> text, List<AutomaticEntity> found)
    {
        for (var start = 0; start < text.Length;)
        {
            var digit = text[start..].IndexOfAnyInRange('0', '9');
            if (digit < 0)
                return;
            start += digit;
            var run = text[start..];
            run = run.IndexOfAnyExcept(DigitsAndGaps) is var end and >= 0 ? run[..end] : run;
            run = run.TrimEnd(" -");
            if (IsCard(run))
                found.Add(new AutomaticEntity(AutomaticKind.BankCard, start, run.Length));
            start += run.Length;
        }
    }

    private static bool IsCard(ReadOnlySpan<char> run)
    {
        if (run.Length < MinDigits)
            return false;
        var (count, sum) = (0, 0);
        for (var i = run.Length - 1; i >= 0; i--)
        {
            if (!char.IsAsciiDigit(run[i]))
                continue;
            var value = run[i] - '0';
            sum += count++ % 2 == 0 ? value : (value * 2 / 10) + (value * 2 % 10);
        }

        return count is >= MinDigits and <= MaxDigits && sum % 10 == 0;
    }
}
