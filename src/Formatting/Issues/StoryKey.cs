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
