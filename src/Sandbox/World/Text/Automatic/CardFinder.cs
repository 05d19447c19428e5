using System.Globalization;

namespace BotDigest.Sandbox.World.Text.Automatic;

/// <summary>Finds numbers of bank cards: 13 to 19 digits whose check digit and length are right.</summary>
internal static class CardFinder
{
    /// <summary>All of them.</summary>
    public static IEnumerable<(int Begin, int End)> Find(Utf8Text text)
    {
        var at = 0;
        while (true)
        {
            while (at < text.Length && !AsciiBytes.IsDigit(text[at]))
                at++;
            if (at == text.Length)
                yield break;
            if (at > 0 && Spoils(text.CodeBefore(at)))
            {
                while (IsPart(text[at]))
                    at++;
                continue;
            }

            var begin = at;
            var digits = Run(text, ref at);
            if (Trimmed(text, begin, at, digits) is { } end && IsValid(text.Slice(begin, end)))
                yield return (begin, end);
        }
    }

    private static bool Spoils(int c) => c is '.' or ',' or '+' or '-' or '_' || Utf8Text.IsLetter(c);

    private static bool IsPart(byte c) => AsciiBytes.IsDigit(c) || c is (byte)' ' or (byte)'-';

    private static int Run(Utf8Text text, ref int at)
    {
        var begin = at;
        var digits = 0;
        for (; IsPart(text[at]); at++)
        {
            // an unbroken number of full length ends at the space
            if (text[at] == ' ' && digits is >= 16 and <= 19 && digits == at - begin)
                break;
            digits += AsciiBytes.IsDigit(text[at]) ? 1 : 0;
        }

        return digits;
    }

    private static int? Trimmed(Utf8Text text, int begin, int end, int digits)
    {
        if (digits is < 13 or > 19)
            return null;
        while (!AsciiBytes.IsDigit(text[end - 1]))
            end--;
        if (end - begin > (2 * digits) - 1)
            return null;
        return end < text.Length && text.At(end) is var next && (next is '-' or '_' || Utf8Text.IsLetter(next)) ? null : end;
    }

    private static bool IsValid(string number)
    {
        var digits = number.Where(char.IsAsciiDigit).Select(c => c - '0').ToArray();
        var sum = digits.Reverse().Select((d, i) => i % 2 == 0 ? d : d < 5 ? 2 * d : (2 * d) - 9).Sum();
        if (sum % 10 != 0)
            return false;
        var head = int.Parse(string.Concat(digits.Take(4)), CultureInfo.InvariantCulture);
        return (head / 1000, head / 100, head) switch
        {
            (4, _, _) => digits.Length is 13 or 16 or 18 or 19,
            (_, >= 51 and <= 55, _) or (_, _, >= 2221 and <= 2720) => digits.Length == 16,
            (_, 34 or 37, _) => digits.Length == 15,
            (_, 62 or 81, _) => digits.Length >= 16,
            (_, _, >= 2200 and <= 2204) => digits.Length == 16,
            _ => true,
        };
    }
}
