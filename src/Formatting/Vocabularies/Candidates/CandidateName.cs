namespace BotDigest.Formatting.Vocabularies.Candidates;

/// <summary>A name that stories mention and the vocabulary does not know.</summary>
/// <param name="Name">The name in its commonest spelling, without a version number at its end.</param>
/// <param name="Stories">How many stories hold it.</param>
/// <param name="Source">Which of the given issues holds it first, from 0.</param>
/// <param name="Line">The line of its first place in that file, from 1.</param>
/// <param name="Column">The column, from 1, in UTF-16 code units.</param>
public sealed record CandidateName(string Name, int Stories, int Source, int Line, int Column);
