using System.Buffers;
using System.Text;

namespace BotDigest.Formatting.Text;

/// <summary>Finds numbers that Telegram takes for those of bank cards.</summary>
internal static class BankCardFinder
{
    private const int MinDigits = 13;
    private const int MaxDigits = 19;
    private const int MinWhole = 16;

    private static readonly SearchValues<char> DigitsAndGaps = SearchValues.Create("0123456789 -");

    internal static void Find(ReadOnlySpan<char> text, List<AutomaticEntity> found)
    {
        for (var start = 0; start < text.Length;)
        {
            var digit = text[start..].IndexOfAnyInRange('0', '9');
            if (digit < 0)
                return;
            start += digit;
            var last = start + MinDigits - 1;
            if (last >= text.Length)
                return;
            if (!DigitsAndGaps.Contains(text[last]))
            {
                // No number that is long enough begins before this character, for each would reach over it.
                start = last + 1;
                continue;
            }

            var run = text[start..];
            run = run.IndexOfAnyExcept(DigitsAndGaps) is var end and >= 0 ? run[..end] : run;
            if (run.IndexOfAnyExceptInRange('0', '9') is >= MinWhole and <= MaxDigits and var whole && run[whole] == ' ')
                run = run[..whole];
            var number = run.Length < MinDigits ? [] : run.TrimEnd(" -");
            if (IsCard(number) && !Spoils(TextCursor.Before(text, start), ".,+-_") && !Spoils(TextCursor.At(text, start + number.Length), "-_"))
                found.Add(new AutomaticEntity(AutomaticKind.BankCard, start, number.Length));
            start += run.Length;
        }
    }

    private static bool Spoils(Rune neighbour, string marks) => Rune.IsLetter(neighbour) || (neighbour.IsAscii && marks.Contains((char)neighbour.Value, StringComparison.Ordinal));

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
