using System.Collections.Immutable;

namespace BotDigest.Bot.Search;

/// <summary>One word of a query: a story must hold one of its phrases.</summary>
/// <param name="Phrases">What was typed, and then the other names of the same thing.</param>
internal sealed record SearchTerm(ImmutableArray<SearchPhrase> Phrases)
{
    /// <summary>What was typed.</summary>
    internal SearchPhrase Typed => Phrases[0];

    /// <summary>The term without what was not typed: no other names, and a word does not go on.</summary>
    internal SearchTerm Exact => IsExact ? this : new SearchTerm([Typed.Whole]);

    /// <summary>True where there is but one way to find it.</summary>
    internal bool IsExact => Phrases.Length == 1 && Typed.End != PhraseEnd.Prefix;
}
