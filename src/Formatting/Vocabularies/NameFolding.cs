using System.Text;
using BotDigest.Formatting.Issues.Reading;

namespace BotDigest.Formatting.Vocabularies;

/// <summary>Makes spellings of one name equal: width and Unicode form, and for keys the case.</summary>
internal static class NameFolding
{
    /// <summary>A text in one width and form, its case kept.</summary>
    internal static string Fold(string text) => WellFormed.Normalize(text, NormalizationForm.FormKC);

    /// <summary>The key by which a name is known.</summary>
    internal static string Key(string name) => Fold(name).Trim().ToLowerInvariant();
}
