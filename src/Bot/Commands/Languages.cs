using System.Globalization;

namespace BotDigest.Bot.Commands;

/// <summary>The languages that the bot speaks.</summary>
internal static class Languages
{
    /// <summary>Chinese (simplified).</summary>
    internal static readonly CultureInfo Chinese = CultureInfo.GetCultureInfo("zh-Hans");

    /// <summary>English.</summary>
    internal static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    /// <summary>All of them, in the order in which settings offer them.</summary>
    internal static readonly IReadOnlyList<CultureInfo> All = [Chinese, English];

    /// <summary>The language for a person, by the code that Telegram gives (<c>zh-hans</c>, <c>en</c>, …); Chinese, the digest's own, where it gives none.</summary>
    internal static CultureInfo Of(string? code) =>
        string.IsNullOrEmpty(code) || code.StartsWith("zh", StringComparison.OrdinalIgnoreCase) ? Chinese : English;
}
