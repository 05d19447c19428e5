using System.Collections.Immutable;

namespace BotDigest.Bot.Search;

/// <summary>One word of a query: text that a story must hold, beginning at a word's border.</summary>
/// <param name="Text">The folded text.</param>
/// <param name="Tokens">Its tokens, which must stand side by side.</param>
/// <param name="OpenEnd">True where the last token may go on: a word may be a prefix, a single ideograph may begin a pair.</param>
internal sealed record SearchTerm(string Text, ImmutableArray<string> Tokens, bool OpenEnd)
{
    /// <summary>Reads a word of a query; null where it holds nothing to look for.</summary>
    internal static SearchTerm? Of(string text)
    {
        var tokens = TokenStream.Cut(text);
        if (tokens.Count == 0)
            return null;

        // The pair before it says what the last ideograph of a run says, and in a story the run may go on.
        if (tokens is [.., { Kind: CharacterKind.Ideograph, EndsRun: false }, { EndsRun: true }])
            return new SearchTerm(text, [.. tokens.SkipLast(1).Select(t => t.Text)], OpenEnd: false);
        return new SearchTerm(text, [.. tokens.Select(t => t.Text)], OpenEnd: tokens[^1].Kind is CharacterKind.Word or CharacterKind.Ideograph);
    }
}
