using System.Collections.Immutable;

namespace BotDigest.Bot.Search;

/// <summary>What is indexed of a story and its copies: the token stream of its headline, and that of its text and tags.</summary>
/// <param name="Headline">The headline's tokens.</param>
/// <param name="Body">The tokens of the text, and a token for each tag.</param>
internal sealed record SearchDocument(ImmutableArray<string> Headline, ImmutableArray<string> Body)
{
    /// <summary>Cuts texts into tokens.</summary>
    /// <param name="headlines">The headlines: one, or one a copy.</param>
    /// <param name="texts">The texts.</param>
    /// <param name="tags">The names of the tags.</param>
    internal static SearchDocument Of(IEnumerable<string> headlines, IEnumerable<string> texts, IEnumerable<string> tags) =>
        new([.. Lines(headlines)], [.. Lines(texts), .. tags.Select(TokenStream.Tag).Distinct(StringComparer.Ordinal)]);

    private static IEnumerable<string> Lines(IEnumerable<string> texts) =>
        texts.Distinct(StringComparer.Ordinal).SelectMany(text => TokenStream.Cut(FoldedText.Of(text)).Select(t => t.Text).Append(TokenStream.LineEnd));
}
