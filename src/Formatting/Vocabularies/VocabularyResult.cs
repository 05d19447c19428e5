using System.Collections.Immutable;
using BotDigest.Formatting.Problems;

namespace BotDigest.Formatting.Vocabularies;

/// <summary>What came of reading a vocabulary.</summary>
/// <param name="Vocabulary">The names that could be read; empty where the file could not.</param>
/// <param name="Problems">All problems, by line and column.</param>
public sealed record VocabularyResult(Vocabulary Vocabulary, ImmutableArray<Problem> Problems);
