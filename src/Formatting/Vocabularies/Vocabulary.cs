using System.Collections.Immutable;

namespace BotDigest.Formatting.Vocabularies;

/// <summary>
/// The names that stories are tagged with, ready to be looked for. The longest name wins; Latin names are words by themselves; width, Unicode form
/// and, but for short names, case do not matter.
/// </summary>
public sealed class Vocabulary
{
    private readonly NameFinder _names;

    private Vocabulary(ImmutableArray<VocabularyEntry> entries)
    {
        Entries = entries;
        _names = new NameFinder(Spellings(entries));
    }

    /// <summary>A vocabulary without names.</summary>
    public static Vocabulary Empty { get; } = new([]);

    /// <summary>The names.</summary>
    public ImmutableArray<VocabularyEntry> Entries { get; }

    /// <summary>Reads a vocabulary: a YAML list of <c>- name: 华为</c> with <c>aliases: [Huawei]</c> where there are any.</summary>
    /// <param name="yaml">The text of the file.</param>
    public static VocabularyResult Parse(string yaml)
    {
        ArgumentNullException.ThrowIfNull(yaml);
        var (entries, problems) = VocabularyReader.Read(yaml);
        return new VocabularyResult(entries.IsEmpty ? Empty : new Vocabulary(entries), problems);
    }

    /// <summary>The canonical names that texts mention, each once, in the order in which they first appear.</summary>
    /// <param name="texts">The texts, in order.</param>
    public ImmutableArray<string> Find(params ReadOnlySpan<string> texts)
    {
        if (Entries.IsEmpty)
            return [];
        List<int>? found = null;
        foreach (var text in texts)
            _names.Collect(text, ref found);
        if (found is null)
            return [];
        var names = ImmutableArray.CreateBuilder<string>(found.Count);
        foreach (var entry in found)
            names.Add(Entries[entry].Name);
        return names.MoveToImmutable();
    }

    /// <summary>Adds the numbers of the entries that a text names to those found before, each once.</summary>
    internal void Find(string text, ref List<int>? found) => _names.Collect(text, ref found);

    /// <summary>The canonical form of a name or alias; null where it is neither.</summary>
    /// <param name="name">The name; case, width and Unicode form do not matter.</param>
    public string? Canonical(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return _names.Exactly(NameFolding.Key(name)) is var entry and >= 0 ? Entries[entry].Name : null;
    }

    private static IEnumerable<(string Name, int Entry)> Spellings(ImmutableArray<VocabularyEntry> entries)
    {
        for (var i = 0; i < entries.Length; i++)
        {
            yield return (entries[i].Name, i);
            foreach (var alias in entries[i].Aliases)
                yield return (alias, i);
        }
    }
}
