using System.Text;

namespace BotDigest.Bot.Search;

/// <summary>A tag's name, and the forms in which it is looked up.</summary>
/// <param name="Name">As written.</param>
/// <param name="Folded">Folded: the tag's identity.</param>
/// <param name="Letters">Its letters and digits alone, which is what a hashtag keeps of it.</param>
internal sealed record TagName(string Name, string Folded, string Letters)
{
    /// <summary>The forms of a name; a leading <c>#</c> does not count.</summary>
    internal static TagName Of(string name)
    {
        var folded = FoldedText.Of(name).TrimStart('#').Replace(" ", "", StringComparison.Ordinal);
        var letters = new StringBuilder(folded.Length);
        foreach (var rune in folded.EnumerateRunes())
        {
            if (CharacterKinds.Of(rune) is CharacterKind.Word or CharacterKind.Ideograph)
                letters.Append(rune);
        }

        return new TagName(name, folded, letters.ToString());
    }
}
