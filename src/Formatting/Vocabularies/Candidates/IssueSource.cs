using System.Collections.Immutable;
using BotDigest.Formatting.Issues;

namespace BotDigest.Formatting.Vocabularies.Candidates;

/// <summary>An issue and the file that it was read from.</summary>
/// <param name="Issue">The issue.</param>
/// <param name="File">The bytes of its file, for the places of names.</param>
public sealed record IssueSource(Issue Issue, ImmutableArray<byte> File);
