using System.Globalization;
using System.Resources;

namespace BotDigest.Bot.Publishing;

/// <summary>What is said in the editors' chat: <c>EditorTexts.resx</c> and its Chinese companion.</summary>
/// <param name="culture">The language.</param>
internal sealed class EditorTexts(CultureInfo culture)
{
    private static readonly ResourceManager Texts = new(typeof(EditorTexts));

    /// <summary>The language.</summary>
    internal CultureInfo Culture => culture;

    /// <summary>What an error is called.</summary>
    internal string Error => Get(nameof(Error));

    /// <summary>What a warning is called.</summary>
    internal string Warning => Get(nameof(Warning));

    /// <summary>A problem of a file.</summary>
    internal string Problem(string place, string severity, string code, string message, string remedy) => Fill(nameof(Problem), place, severity, code, message, remedy);

    /// <summary>How many problems are left out.</summary>
    internal string More(int count) => Fill(nameof(More), count);

    /// <summary>A file that came too late.</summary>
    internal string Late(string file) => Fill(nameof(Late), file);

    /// <summary>A draft of an issue that is on the channel.</summary>
    internal string DraftOfPublished(string file) => Fill(nameof(DraftOfPublished), file);

    /// <summary>Files that went at once, whose issues stay.</summary>
    internal string VanishedTogether(int count, string names) => Fill(nameof(VanishedTogether), count, names);

    /// <summary>An issue that waits for rights.</summary>
    internal string PausedForRights(string date, string refusal) => Fill(nameof(PausedForRights), date, refusal);

    /// <summary>An issue with a message that Telegram refuses.</summary>
    internal string PausedForContent(string date, string refusal) => Fill(nameof(PausedForContent), date, refusal);

    private string Fill(string key, params object[] arguments) => string.Format(culture, Get(key), arguments);

    private string Get(string key) => Texts.GetString(key, culture) ?? throw new MissingManifestResourceException($"No text for '{key}'.");
}
