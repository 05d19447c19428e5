using System.Security.Cryptography;
using System.Text;
using BotDigest.Bot.Search;

namespace BotDigest.Bot.Storage;

/// <summary>Makes the addresses of stories: drawn from the date and the first headline, so that an issue imported anew, into another database even, gets the addresses that readers have.</summary>
internal static class StoryKeys
{
    private const string Prefix = "s_";
    private const int Letters = 10;

    // Without the letters and digits that people confuse.
    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

    /// <summary>The key of a story.</summary>
    /// <param name="date">The date.</param>
    /// <param name="headline">The headline at first sight.</param>
    /// <param name="attempt">0, or more where the keys before are taken.</param>
    internal static string Of(DateOnly date, string headline, int attempt)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{Dates.Write(date)}\n{FoldedText.Of(headline)}\n{attempt}"));
        return string.Concat(Prefix, string.Concat(hash.Take(Letters).Select(b => Alphabet[b % Alphabet.Length])));
    }
}
