using System.Collections.Immutable;

namespace BotDigest.Bot.Search;

/// <summary>Text that stands side by side in a story, beginning at a word's border.</summary>
/// <param name="Text">The folded text.</param>
/// <param name="Tokens">Its tokens, which must stand side by side.</param>
/// <param name="End">How the last token is matched.</param>
internal sealed record SearchPhrase(string Text, ImmutableArray<string> Tokens, PhraseEnd End)
{
    /// <summary>True where the last token may go on.</summary>
    internal bool OpenEnd => End is PhraseEnd.Prefix or PhraseEnd.Ideograph;

    /// <summary>The same text in whole words.</summary>
    internal SearchPhrase Whole => End == PhraseEnd.Prefix ? this with { End = PhraseEnd.Word } : this;

    /// <summary>Reads folded text; null where it holds nothing to look for. A word at its end may go on.</summary>
    internal static SearchPhrase? Of(string folded)
    {
        var tokens = TokenStream.Cut(folded);
        if (tokens.Count == 0)
            return null;

        // The pair before it says what the last ideograph of a run says, and in a story the run may go on.
        if (tokens is [.., { Kind: CharacterKind.Ideograph, EndsRun: false }, { EndsRun: true }])
            return new SearchPhrase(folded, [.. tokens.SkipLast(1).Select(t => t.Text)], PhraseEnd.Fixed);
        var end = tokens[^1].Kind switch
        {
            CharacterKind.Word => PhraseEnd.Prefix,
            CharacterKind.Ideograph => PhraseEnd.Ideograph,
            _ => PhraseEnd.Fixed,
        };
        return new SearchPhrase(folded, [.. tokens.Select(t => t.Text)], end);
    }
}
