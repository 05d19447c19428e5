namespace BotDigest.Formatting.Digests;

/// <summary>Where a section begins in the running text.</summary>
/// <param name="Position">The place, in UTF-16 code units.</param>
/// <param name="Heading">The words of its heading, short enough to be repeated.</param>
internal readonly record struct SectionPlace(int Position, string Heading);
