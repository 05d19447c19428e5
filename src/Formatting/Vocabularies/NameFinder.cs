using System.Collections.Frozen;

namespace BotDigest.Formatting.Vocabularies;

/// <summary>All spellings of a vocabulary by the two characters that they begin with, for the longest name at any place of a text.</summary>
internal sealed class NameFinder
{
    private readonly Dictionary<string, int> _entries = new(StringComparer.Ordinal);
    private readonly FrozenDictionary<int, Candidate[]> _spellings;
    private readonly NameBeginnings _beginnings;
    private readonly bool _hasSingles;

    internal NameFinder(IEnumerable<(string Name, int Entry)> names)
    {
        var spellings = new List<Spelling>();
        foreach (var (name, entry) in names)
        {
            var spelling = new Spelling(NameFolding.Fold(name), entry);
            if (spelling.Key.Length > 0 && _entries.TryAdd(spelling.Key, entry))
                spellings.Add(spelling);
        }

        _spellings = spellings.GroupBy(spelling => Beginning(spelling.Key, 0))
            .ToFrozenDictionary(group => group.Key, group => group.OrderByDescending(spelling => spelling.Key.Length).Select(spelling => new Candidate(spelling)).ToArray());
        _beginnings = new NameBeginnings(_entries.Keys);
        _hasSingles = spellings.Exists(spelling => spelling.Key.Length == 1);
    }

    /// <summary>Adds the entries that a text names to those found before, each once; at every place the longest name counts.</summary>
    internal void Collect(string text, ref List<int>? found)
    {
        var before = found?.Count ?? 0;
        if (TryCollect(text, isFolded: false, ref found))
            return;
        found?.RemoveRange(before, found.Count - before);
        TryCollect(NameFolding.Fold(text), isFolded: true, ref found);
    }

    /// <summary>The entry of a whole name; -1 where it is none.</summary>
    internal int Exactly(string name) => _entries.GetValueOrDefault(NameFolding.Lower(name), -1);

    /// <summary>Reads a text as it stands, wide characters as narrow ones; false where that is not enough.</summary>
    private bool TryCollect(ReadOnlySpan<char> text, bool isFolded, ref List<int>? found)
    {
        for (var at = _beginnings.Next(text, 0); at < text.Length; at = _beginnings.Next(text, at))
        {
            if (!isFolded && NameFolding.NeedsForm(text, at))
                return false;
            if (IsWithinWord(text, at) || Longest(text, at) is not { } spelling)
            {
                at++;
                continue;
            }

            if (found?.Contains(spelling.Entry) != true)
                (found ??= []).Add(spelling.Entry);
            at += spelling.Key.Length;
        }

        return true;
    }

    /// <summary>A Latin name begins a word.</summary>
    private static bool IsWithinWord(ReadOnlySpan<char> text, int at) => at > 0 && char.IsAsciiLetterOrDigit(text[at]) && char.IsAsciiLetterOrDigit(text[at - 1]);

    private Spelling? Longest(ReadOnlySpan<char> text, int start) =>
        Longest(text, start, Beginning(text, start)) ?? (_hasSingles ? Longest(text, start, NameFolding.NarrowLower(text[start])) : null);

    private Spelling? Longest(ReadOnlySpan<char> text, int start, int beginning)
    {
        if (!_spellings.TryGetValue(beginning, out var candidates))
            return null;
        var third = start + 2 < text.Length ? NameFolding.NarrowLower(text[start + 2]) : '\0';
        foreach (var candidate in candidates)
        {
            if ((candidate.Third == third || candidate.Third == '\0') && candidate.Spelling.StandsAt(text, start))
                return candidate.Spelling;
        }

        return null;
    }

    /// <summary>Two characters as one number; a name of a single one has no other.</summary>
    private static int Beginning(ReadOnlySpan<char> text, int at) =>
        NameFolding.NarrowLower(text[at]) | (at + 1 < text.Length ? NameFolding.NarrowLower(text[at + 1]) << 16 : 0);

    /// <summary>A spelling with its third character beside it, NUL where it has none: most are ruled out without being looked at.</summary>
    private readonly record struct Candidate(Spelling Spelling)
    {
        internal char Third { get; } = Spelling.Key.Length > 2 ? Spelling.Key[2] : '\0';
    }
}
