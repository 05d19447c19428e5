using System.Collections.Immutable;

namespace BotDigest.Formatting.Vocabularies;

/// <summary>The names that stories are tagged with, ready to be looked for.</summary>
public sealed class Vocabulary
{
    private Vocabulary(ImmutableArray<VocabularyEntry> entries) => Entries = entries;

    /// <summary>A vocabulary without names.</summary>
    public static Vocabulary Empty { get; } = new([]);

    /// <summary>The names.</summary>
    public ImmutableArray<VocabularyEntry> Entries { get; }
}
