using System.Collections.Immutable;

namespace BotDigest.Bot.Search;

/// <summary>What is indexed of a story and its copies, as token streams.</summary>
/// <param name="Words">Headlines, texts, and a token for each tag.</param>
/// <param name="Headline">The headlines again, by themselves.</param>
internal sealed record SearchDocument(ImmutableArray<string> Words, ImmutableArray<string> Headline)
{
    /// <summary>Cuts texts into tokens.</summary>
    /// <param name="headlines">The headlines: one, or one a copy.</param>
    /// <param name="texts">The texts.</param>
    /// <param name="tags">The names of the tags.</param>
    internal static SearchDocument Of(IEnumerable<string> headlines, IEnumerable<string> texts, IEnumerable<string> tags)
    {
        var headline = Lines(headlines).ToImmutableArray();
        return new SearchDocument([.. headline, .. Lines(texts), .. tags.Select(TagName.Of).Select(TokenStream.Tag).Distinct(StringComparer.Ordinal)], headline);
    }

    private static IEnumerable<string> Lines(IEnumerable<string> texts) =>
        texts.Distinct(StringComparer.Ordinal).SelectMany(text => TokenStream.Cut(FoldedText.Of(text)).Select(t => t.Text).Append(TokenStream.LineEnd));
}
