using System.Collections.Immutable;
using System.Globalization;
using System.Resources;

namespace BotDigest.Formatting.Problems;

/// <summary>The texts of the problems: <c>CODE</c> and <c>CODE_Remedy</c> in <c>ProblemTexts.resx</c> and its Chinese companion.</summary>
internal static class ProblemTexts
{
    private static readonly ResourceManager Texts = new(typeof(ProblemTexts));

    internal static string Message(string code, ImmutableArray<string> arguments, CultureInfo culture) => Fill(code, arguments, culture);

    internal static string Remedy(string code, ImmutableArray<string> arguments, CultureInfo culture) => Fill(code + "_Remedy", arguments, culture);

    private static string Fill(string key, ImmutableArray<string> arguments, CultureInfo culture)
    {
        var text = Texts.GetString(key, culture) ?? throw new MissingManifestResourceException($"No text for '{key}'.");
        return string.Format(culture, text, [.. arguments]);
    }
}
