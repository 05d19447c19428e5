using System.Globalization;

namespace BotDigest.Bot.Commands;

/// <summary>The languages that the bot speaks.</summary>
internal static class Languages
{
    /// <summary>Chinese (simplified).</summary>
    internal static readonly CultureInfo Chinese = CultureInfo.GetCultureInfo("zh-Hans");

    /// <summary>Chinese (traditional), as it is written in Taiwan.</summary>
    internal static readonly CultureInfo Traditional = CultureInfo.GetCultureInfo("zh-Hant");

    /// <summary>English.</summary>
    internal static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    /// <summary>All of them, in the order in which settings offer them.</summary>
    internal static readonly IReadOnlyList<CultureInfo> All = [Chinese, Traditional, English];

    private static readonly string[] TraditionalCodes = ["zh-hant", "zh-tw", "zh-hk", "zh-mo"];

    /// <summary>The language for a person, by the code that Telegram gives (<c>zh-hans</c>, <c>zh-hant</c>, <c>en</c>, …); Chinese, the digest's own, where it gives none.</summary>
    internal static CultureInfo Of(string? code) => code switch
    {
        null or "" => Chinese,
        _ when TraditionalCodes.Any(t => code.StartsWith(t, StringComparison.OrdinalIgnoreCase)) => Traditional,
        _ when code.StartsWith("zh", StringComparison.OrdinalIgnoreCase) => Chinese,
        _ => English,
    };
}
