using System.Globalization;
using BotDigest.Bot.Subscribers;

namespace BotDigest.Bot.Commands;

/// <summary>Reads a wish for other settings: what a button carries (<c>hour=07:30</c>), or a bare value as people type it (<c>07:30</c>, <c>Asia/Tokyo</c>, <c>English</c>).</summary>
internal static class SettingsChange
{
    /// <summary>What the words change, or null where they change nothing that is known.</summary>
    internal static Func<Subscriber, Subscriber>? Read(string words)
    {
        var cut = words.IndexOf('=', StringComparison.Ordinal);
        return cut < 0 ? Bare(words.Trim()) : Named(words[..cut].Trim(), words[(cut + 1)..].Trim());
    }

    private static Func<Subscriber, Subscriber>? Named(string name, string value) => (name, value) switch
    {
        (SettingsWords.Language, SettingsWords.Default) => s => s with { Language = null },
        (SettingsWords.Language, _) when Languages.All.FirstOrDefault(l => l.Name == value) is { } language => s => s with { Language = language.Name },
        (SettingsWords.Hours, SettingsWords.Default) => s => s with { PushAt = null },
        (SettingsWords.Hours, _) when ClockWords.TryParse(value, out var hour) => s => s with { PushAt = hour },
        (SettingsWords.Zone, SettingsWords.Default) => s => s with { Zone = null },
        (SettingsWords.Zone, _) when Zones.Find(value) is { } zone => s => s with { Zone = zone.Id },
        (SettingsWords.Sound, "off") => s => s with { Silent = true },
        (SettingsWords.Sound, "on") => s => s with { Silent = false },
        _ => null,
    };

    private static Func<Subscriber, Subscriber>? Bare(string value) => value.ToLower(CultureInfo.InvariantCulture) switch
    {
        "中文" or "汉语" or "chinese" or "zh" => Named(SettingsWords.Language, Languages.Chinese.Name),
        "英文" or "英语" or "english" or "en" => Named(SettingsWords.Language, Languages.English.Name),
        _ when ClockWords.TryParse(value, out _) => Named(SettingsWords.Hours, value),
        _ => Named(SettingsWords.Zone, value),
    };
}
