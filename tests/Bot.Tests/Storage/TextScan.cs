using System.Text;
using System.Text.RegularExpressions;
using BotDigest.Bot.Storage;
using BotDigest.Formatting.Vocabularies;

namespace BotDigest.Bot.Tests.Storage;

/// <summary>What search must find, said without an index and without the code of search: a scan of normalised text.</summary>
/// <param name="vocabulary">The names that have several spellings.</param>
internal sealed partial class TextScan(Vocabulary vocabulary)
{
    private static readonly Dictionary<char, char> Simplified = ReadSimplified();

    private readonly Dictionary<string, string> _normalized = new(StringComparer.Ordinal);

    private readonly List<VocabularyEntry> _names = [.. vocabulary.Entries.Select(e => new VocabularyEntry(Fold(e.Name), [.. e.Aliases.Append(e.Name).Select(Fold)]))];

    /// <summary>Where a story stands among the hits: 0 where its headline holds the words as typed, 1 where it holds them at all, 2 and 3 likewise for the whole story; null where it is none.
    /// Words begin at a border; a minus excludes; the words together may name a tag instead.</summary>
    internal int? Rank(StoredStory story, string query)
    {
        var typed = query.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var excluded = typed.Where(IsExcluded).ToList();
        var wanted = typed.Where(w => !IsExcluded(w) && Bare(w).Length > 0).ToList();
        if (wanted.Count == 0)
            (wanted, excluded) = ([.. typed], []);
        var (headline, text) = (Normalize(story.Headline), Normalize(story.Headline) + "\n" + Normalize(story.Text));
        if (excluded.Exists(w => Bare(w[1..]) is { Length: > 0 } word && Spellings(word).Any(s => Holds(text, s))))
            return null;
        var words = wanted.ConvertAll(w => Bare(w) is { Length: > 0 } bare ? bare : Normalize(w));
        if (words.TrueForAll(w => HoldsWhole(headline, w)))
            return 0;
        if (words.TrueForAll(w => Spellings(w).Any(s => Holds(headline, s))))
            return 1;
        if (words.TrueForAll(w => HoldsWhole(text, w)) || story.Tags.Any(t => TagOf(t) == TagOf(string.Join(' ', wanted))))
            return 2;
        return words.TrueForAll(w => Spellings(w).Any(s => Holds(text, s))) ? 3 : null;
    }

    /// <summary>True where a place in a text is inside a word of a script that has words.</summary>
    internal static bool IsInsideWord(string text, int at) => at > 0 && at < text.Length && IsWord(text[at]) && IsWord(text[at - 1]);

    private static bool IsExcluded(string word) => word is ['-' or '－', not ('-' or '－'), ..];

    /// <summary>The word itself, which may go on, and its other spellings as whole words.</summary>
    private IEnumerable<(string Text, bool Whole)> Spellings(string word) =>
        _names.Where(n => n.Aliases.Contains(word)).SelectMany(n => n.Aliases).Select(s => (s, true)).Prepend((word, false));

    private string TagOf(string name)
    {
        var folded = Solid(Normalize(name));
        return Solid(_names.Find(n => n.Aliases.Any(s => Solid(s) == folded))?.Name ?? folded);
    }

    private static string Solid(string name) => name.Replace(" ", "", StringComparison.Ordinal);

    private string Bare(string word) => Normalize(word) is var folded && folded == "-" ? "" : folded.TrimStart('，', ',', '#', '"', '*').TrimEnd('.', ',', '"', '*', '」', '「').TrimStart('「');

    private static bool HoldsWhole(string text, string word) => Holds(text, (word, true));

    private static bool Holds(string text, (string Text, bool Whole) word)
    {
        for (var at = text.IndexOf(word.Text, StringComparison.Ordinal); at >= 0; at = at + 1 < text.Length ? text.IndexOf(word.Text, at + 1, StringComparison.Ordinal) : -1)
        {
            if (!IsInsideWord(text, at) && !(word.Whole && IsInsideWord(text, at + word.Text.Length)))
                return true;
        }

        return false;
    }

    private string Normalize(string text) => _normalized.TryGetValue(text, out var folded) ? folded : _normalized[text] = Fold(text);

    private static string Fold(string text)
    {
        var plain = Invisible().Replace(Dash().Replace(text.Normalize(NormalizationForm.FormKC), "-"), "").ToLowerInvariant();
        var simplified = string.Concat(plain.Select(c => Simplified.GetValueOrDefault(c, c)));
        return OptionalSpace().Replace(Space().Replace(simplified, " "), "");
    }

    private static bool IsWord(char c) => char.IsLetterOrDigit(c) && !Ideograph().IsMatch(c.ToString());

    private static Dictionary<char, char> ReadSimplified()
    {
        using var reader = new StreamReader(typeof(SearchStore).Assembly.GetManifestResourceStream("BotDigest.Bot.Search.Simplified.txt")!);
        return reader.ReadToEnd().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToDictionary(pair => pair[0], pair => pair[1]);
    }

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
