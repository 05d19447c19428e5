using BotDigest.Formatting.Issues.Reading.Checks;
using BotDigest.Formatting.Vocabularies;

namespace BotDigest.Formatting.Issues;

/// <summary>What two stories have in common that tell the same news: the headline but for marks, width and case, the address but for trifles. Keys are the same on every machine and in every release, so they may be stored.</summary>
public static class StoryKey
{
    private const ulong Offset = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    /// <summary>A key of a headline; 0 where it has no letters or digits.</summary>
    /// <param name="headline">The headline's text.</param>
    public static long OfHeadline(string headline)
    {
        ArgumentNullException.ThrowIfNull(headline);
        var folded = NameFolding.NeedsForm(headline) ? NameFolding.Fold(headline) : headline;
        var key = Offset;
        foreach (var c in folded)
        {
            var letter = char.IsSurrogate(c) ? c : CharacterPairs.Fold(NameFolding.Narrow(c));
            if (letter != '\0')
                key = (key ^ letter) * Prime;
        }

        return key == Offset ? 0 : unchecked((long)key);
    }

    /// <summary>A key of the numbers with a mark in a headline, which <see cref="OfHeadline"/> leaves out: 1.5 is not 15, but 1,500 is 1500. 0 where there is none.</summary>
    internal static long OfNumbers(string headline)
    {
        var key = Offset;
        for (var i = 1; i + 1 < headline.Length; i++)
        {
            if (!IsBetweenDigits(headline, i) || IsComma(headline[i]))
                continue;
            while (i > 0 && (char.IsDigit(headline[i - 1]) || IsBetweenDigits(headline, i - 1)))
                i--;
            for (; i < headline.Length && (char.IsDigit(headline[i]) || IsBetweenDigits(headline, i)); i++)
            {
                if (!IsComma(headline[i]))
                    key = (key ^ NameFolding.Narrow(headline[i])) * Prime;
            }

            key = (key ^ ' ') * Prime;
        }

        return key == Offset ? 0 : unchecked((long)key);
    }

    private static bool IsComma(char c) => c is ',' or '，';

    private static bool IsBetweenDigits(string text, int at) =>
        at > 0 && at + 1 < text.Length && char.IsDigit(text[at - 1]) && char.IsDigit(text[at + 1]) && (char.IsPunctuation(text[at]) || char.IsSymbol(text[at]));

    /// <summary>A key of an address; 0 for none.</summary>
    /// <param name="url">The address, or null.</param>
    public static long OfUrl(string? url)
    {
        if (url is null)
            return 0;
        var rest = url.AsSpan();
        var scheme = rest.IndexOf("://", StringComparison.Ordinal);
        if (scheme >= 0)
            rest = rest[(scheme + 3)..];
        rest = rest.TrimEnd('/');
        var host = rest.IndexOf('/') is var slash and >= 0 ? slash : rest.Length;
        var key = Offset;
        for (var i = 0; i < rest.Length; i++)
            key = (key ^ (i < host ? char.ToLowerInvariant(rest[i]) : rest[i])) * Prime;
        return unchecked((long)key);
    }
}
