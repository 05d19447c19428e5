using System.Collections.Immutable;

namespace BotDigest.Formatting.Vocabularies;

/// <summary>A name that stories are tagged with.</summary>
/// <param name="Name">The canonical name, which is the tag.</param>
/// <param name="Aliases">Other spellings of it.</param>
public sealed record VocabularyEntry(string Name, ImmutableArray<string> Aliases);
