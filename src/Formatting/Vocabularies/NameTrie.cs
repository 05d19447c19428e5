namespace BotDigest.Formatting.Vocabularies;

/// <summary>All spellings of a vocabulary in one tree, for the longest name at any place of a text.</summary>
internal sealed class NameTrie
{
    private const int Root = 0;

    private readonly StepTable _steps = new();
    private readonly Spelling?[] _ends;
    private readonly NameBeginnings _beginnings;
    private readonly CharacterSet _remarkable;

    internal NameTrie(IEnumerable<(string Name, int Entry)> spellings)
    {
        var ends = new List<Spelling?> { null };
        var names = new List<string>();
        foreach (var (name, entry) in spellings)
        {
            var folded = NameFolding.Fold(name);
            if (folded.Length == 0)
                continue;
            var node = Root;
            foreach (var c in folded)
            {
                var next = _steps.GetOrAdd(node, NameFolding.NarrowLower(c), ends.Count);
                if (next == ends.Count)
                    ends.Add(null);
                node = next;
            }

            ends[node] ??= new Spelling(folded, entry);
            names.Add(folded);
        }

        _ends = [.. ends];
        _beginnings = new NameBeginnings(names);
        var firsts = names.Select(name => NameFolding.NarrowLower(name[0])).ToHashSet();
        _remarkable = new CharacterSet(c => NameFolding.MayNeedForm(c) || firsts.Contains(NameFolding.NarrowLower(c)));
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
    internal int Exactly(ReadOnlySpan<char> name)
    {
        var node = Root;
        foreach (var c in name)
        {
            if ((node = _steps.Next(node, NameFolding.NarrowLower(c))) < 0)
                return -1;
        }

        return _ends[node]?.Entry ?? -1;
    }

    /// <summary>Reads a text as it stands, wide characters as narrow ones; false where that is not enough.</summary>
    private bool TryCollect(ReadOnlySpan<char> text, bool isFolded, ref List<int>? found)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (!_remarkable.Contains(text[at]))
                continue;
            if (!isFolded && NameFolding.NeedsForm(text, at))
                return false;
            if (!_beginnings.MayBe(text, at) || Longest(text, at, out var end) is not { } spelling)
                continue;
            if (found?.Contains(spelling.Entry) != true)
                (found ??= []).Add(spelling.Entry);
            at = end - 1;
        }

        return true;
    }

    private Spelling? Longest(ReadOnlySpan<char> text, int start, out int end)
    {
        Spelling? longest = null;
        end = start;
        var node = Root;
        for (var i = start; i < text.Length && (node = _steps.Next(node, NameFolding.NarrowLower(text[i]))) >= 0; i++)
        {
            if (_ends[node] is { } spelling && spelling.Fits(text, start, i + 1))
                (longest, end) = (spelling, i + 1);
        }

        return longest;
    }
}
