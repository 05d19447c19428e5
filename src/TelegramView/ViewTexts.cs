using System.Globalization;
using System.Resources;

namespace BotDigest.TelegramView;

/// <summary>The few words that the components add, from <c>ViewTexts.resx</c> and its Chinese companion.</summary>
internal static class ViewTexts
{
    private static readonly ResourceManager Texts = new(typeof(ViewTexts));

    internal static string Edited => Text(nameof(Edited));

    internal static string Silent => Text(nameof(Silent));

    private static string Text(string key) =>
        Texts.GetString(key, CultureInfo.CurrentUICulture) ?? throw new MissingManifestResourceException($"No text for '{key}'.");
}
