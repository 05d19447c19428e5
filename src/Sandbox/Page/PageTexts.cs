using System.Globalization;
using System.Resources;

namespace BotDigest.Sandbox.Page;

/// <summary>The words of the page itself, from <c>PageTexts.resx</c> and its Chinese companion; the language is the browser's.</summary>
internal static class PageTexts
{
    private static readonly ResourceManager Texts = new(typeof(PageTexts));

    internal static string Title => Text(nameof(Title));

    internal static string Notice => Text(nameof(Notice));

    internal static string Subscribers => Text(nameof(Subscribers));

    internal static string Bot => Text(nameof(Bot));

    internal static string Placeholder => Text(nameof(Placeholder));

    internal static string Send => Text(nameof(Send));

    internal static string Pinned => Text(nameof(Pinned));

    internal static string Empty => Text(nameof(Empty));

    internal static string Editor => Text(nameof(Editor));

    internal static string EditorsChat => Text(nameof(EditorsChat));

    internal static string Reader => Text(nameof(Reader));

    internal static string Waiting => Text(nameof(Waiting));

    private static string Text(string key) =>
        Texts.GetString(key, CultureInfo.CurrentUICulture) ?? throw new MissingManifestResourceException($"No text for '{key}'.");
}
