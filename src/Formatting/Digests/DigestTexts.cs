using System.Globalization;
using System.Resources;

namespace BotDigest.Formatting.Digests;

/// <summary>The words that a digest adds, in one language: <c>DigestTexts.resx</c> and its Chinese companion.</summary>
/// <param name="culture">The language.</param>
internal sealed class DigestTexts(CultureInfo culture)
{
    private static readonly ResourceManager Texts = new(typeof(DigestTexts));

    /// <summary>The heading of the map.</summary>
    internal string Map => Get(nameof(Map));

    /// <summary>What follows a heading that is repeated because its section goes on.</summary>
    internal string Continued => Get(nameof(Continued));

    /// <summary>What stands between the headline of a brief and its text.</summary>
    internal string HeadlineSeparator => field ??= Get(nameof(HeadlineSeparator));

    /// <summary>The caption of the button that opens the search.</summary>
    internal string SearchButton => Get(nameof(SearchButton));

    /// <summary>The caption of the button that subscribes.</summary>
    internal string SubscribeButton => Get(nameof(SubscribeButton));

    /// <summary>The line that stands for stories that did not fit.</summary>
    internal string More(int count) => string.Format(culture, Get(nameof(More)), count);

    /// <summary>The heading of an addition to an issue that others have followed.</summary>
    internal string Late(string date) => string.Format(culture, Get(nameof(Late)), date);

    /// <summary>What stands in the place of an issue that was taken back.</summary>
    internal string Retracted(string date) => string.Format(culture, Get(nameof(Retracted)), date);

    /// <summary>What stands in a message that an issue no longer needs.</summary>
    internal string Merged => Get(nameof(Merged));

    /// <summary>A date, for example 2026年1月15日.</summary>
    internal string Date(DateOnly date) => date.ToString(Get("DateFormat"), CultureInfo.InvariantCulture);

    /// <summary>A day of the week, for example 星期四.</summary>
    internal string Weekday(DayOfWeek day) => Get(day.ToString());

    private string Get(string key) => Texts.GetString(key, culture) ?? throw new MissingManifestResourceException($"No text for '{key}'.");
}
