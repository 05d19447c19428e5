using System.Text;
using System.Text.RegularExpressions;
using BotDigest.Bot.Storage;

namespace BotDigest.Bot.Tests.Storage;

/// <summary>What search must find, said without an index and without the code of search: a scan of normalised text.</summary>
internal static partial class TextScan
{
    /// <summary>True where a story holds every word of a query, each beginning at a word's border, or has it for a tag.</summary>
    internal static bool Finds(StoredStory story, string query)
    {
        var text = Normalize(story.Headline) + "\n" + Normalize(story.Text);
        var words = Words(query);
        return words.TrueForAll(w => Holds(text, w)) || story.Tags.Any(t => Normalize(t).Replace(" ", "") == string.Concat(words));
    }

    /// <summary>True where the headline alone holds every word.</summary>
    internal static bool FindsInHeadline(StoredStory story, string query) =>
        Words(query).TrueForAll(w => Holds(Normalize(story.Headline), w));

    /// <summary>True where a place in a text is inside a word of a script that has words.</summary>
    internal static bool IsInsideWord(string text, int at) => at > 0 && IsWord(text[at]) && IsWord(text[at - 1]);

    private static List<string> Words(string query) =>
        [.. query.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(Normalize).Select(w => w.TrimEnd('.') is { Length: > 0 } bare ? bare : w)];

    private static bool Holds(string text, string word)
    {
        for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.Ordinal))
        {
            if (!IsInsideWord(text, at))
                return true;
        }

        return false;
    }

    private static string Normalize(string text)
    {
        var plain = Invisible().Replace(Dash().Replace(text.Normalize(NormalizationForm.FormKC), "-"), "").ToLowerInvariant();
        return OptionalSpace().Replace(Space().Replace(plain, " "), "");
    }

    private static bool IsWord(char c) => char.IsLetterOrDigit(c) && !Ideograph().IsMatch(c.ToString());

    [GeneratedRegex(@"[\p{Cf}\uFE0F]")]
    private static partial Regex Invisible();

    [GeneratedRegex("[\u2010-\u2015\u2212]")]
    private static partial Regex Dash();

    [GeneratedRegex(@"[^\S\n]+")]
    private static partial Regex Space();

    [GeneratedRegex(@" (?![\p{L}\p{N}-[\u3005-\u9FFF]])|(?<![\p{L}\p{N}-[\u3005-\u9FFF]]) ")]
    private static partial Regex OptionalSpace();

    [GeneratedRegex(@"[\u3005-\u9FFF]")]
    private static partial Regex Ideograph();
}
