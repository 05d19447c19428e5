using System.Collections.Frozen;
using System.Globalization;
using System.Resources;

namespace BotDigest.Bot.Commands;

/// <summary>What the bot says in one language: the phrases of <c>Texts.resx</c> and its companions.</summary>
internal sealed class Texts
{
    private static readonly ResourceManager Resources = new(typeof(Texts));
    private static readonly FrozenDictionary<string, Texts> ByLanguage = Languages.All.ToFrozenDictionary(c => c.Name, c => new Texts(c), StringComparer.Ordinal);

    private readonly string[] _phrases;

    private Texts(CultureInfo culture)
    {
        Culture = culture;
        _phrases = [.. Enum.GetNames<Phrase>().Select(Find)];
    }

    /// <summary>The language.</summary>
    internal CultureInfo Culture { get; }

    /// <summary>A phrase without blanks to fill in.</summary>
    internal string this[Phrase phrase] => _phrases[(int)phrase];

    /// <summary>The texts of a language.</summary>
    internal static Texts In(CultureInfo culture) => ByLanguage[culture.Name];

    /// <summary>A phrase with its blanks filled in.</summary>
    internal string Fill(Phrase phrase, params ReadOnlySpan<object?> values) => string.Format(Culture, this[phrase], values);

    /// <summary>An editor by name; one who has had it forgotten has none.</summary>
    internal string Editor(string name) => name.Length > 0 ? name : this[Phrase.SomeEditor];

    /// <summary>The line that says what a command does.</summary>
    /// <param name="command">The command's name.</param>
    internal string Summary(string command) => Find("Command_" + command);

    /// <summary>The city that a time zone is known by, or the zone's name where no text names one.</summary>
    /// <param name="zone">The IANA name.</param>
    internal string City(string zone) => Resources.GetString("City_" + zone, Culture) ?? UtcOffsets.NameOf(zone) ?? zone;

    private string Find(string key) => Resources.GetString(key, Culture) ?? throw new MissingManifestResourceException($"No text '{key}'.");
}
