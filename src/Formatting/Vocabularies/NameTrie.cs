using System.Buffers;
using System.Collections.Frozen;

namespace BotDigest.Formatting.Vocabularies;

/// <summary>All spellings of a vocabulary in one tree, for the longest name at any place of a text.</summary>
internal sealed class NameTrie
{
    private const int Root = 0;

    /// <summary>From a node (the upper bits) and a character (the lower 16) to the next node.</summary>
    private readonly FrozenDictionary<long, int> _steps;
    private readonly Spelling?[] _ends;
    private readonly SearchValues<char> _firsts;

    internal NameTrie(IEnumerable<(string Name, int Entry)> spellings)
    {
        var steps = new Dictionary<long, int>();
        var ends = new List<Spelling?> { null };
        var firsts = new HashSet<char>();
        foreach (var (name, entry) in spellings)
        {
            var folded = NameFolding.Fold(name);
            var node = Root;
            foreach (var c in folded.ToLowerInvariant())
            {
                if (!steps.TryGetValue(Step(node, c), out var next))
                {
                    next = ends.Count;
                    ends.Add(null);
                    steps.Add(Step(node, c), next);
                }

                node = next;
            }

            if (folded.Length == 0)
                continue;
            ends[node] ??= new Spelling(folded, entry);
            firsts.Add(char.ToLowerInvariant(folded[0]));
            firsts.Add(char.ToUpperInvariant(folded[0]));
        }

        _steps = steps.ToFrozenDictionary();
        _ends = [.. ends];
        _firsts = SearchValues.Create([.. firsts]);
    }

    /// <summary>The next name at or after a place: the longest that begins there.</summary>
    /// <param name="text">The text, folded.</param>
    /// <param name="from">Where to begin; afterwards where the name ends.</param>
    /// <returns>The entry; -1 where there is none.</returns>
    internal int Next(ReadOnlySpan<char> text, ref int from)
    {
        while (from < text.Length)
        {
            var first = text[from..].IndexOfAny(_firsts);
            if (first < 0)
                break;
            from += first;
            if (Longest(text, from) is var (spelling, end))
            {
                from = end;
                return spelling.Entry;
            }

            from++;
        }

        from = text.Length;
        return -1;
    }

    /// <summary>The entry of a whole name; -1 where it is none.</summary>
    internal int Exactly(ReadOnlySpan<char> name)
    {
        var node = Root;
        foreach (var c in name)
        {
            if (!_steps.TryGetValue(Step(node, char.ToLowerInvariant(c)), out node))
                return -1;
        }

        return _ends[node]?.Entry ?? -1;
    }

    private (Spelling Spelling, int End)? Longest(ReadOnlySpan<char> text, int start)
    {
        (Spelling, int)? longest = null;
        var node = Root;
        for (var i = start; i < text.Length && _steps.TryGetValue(Step(node, char.ToLowerInvariant(text[i])), out node); i++)
        {
            if (_ends[node] is { } spelling && spelling.Fits(text, start, i + 1))
                longest = (spelling, i + 1);
        }

        return longest;
    }

    private static long Step(int node, char c) => ((long)node << 16) | c;
}
