using System.Globalization;
using BotDigest.Bot.Subscribers;

namespace BotDigest.Bot.Commands;

/// <summary>Reads a wish for other settings: what a button carries (<c>hour=07:30</c>), or bare values as people type them (<c>07:30</c>, <c>Tokyo</c>, <c>English</c>, <c>07:30 weekend New York</c>).</summary>
internal static class SettingsChange
{
    private const int LongestValues = 60;
    private const int MostValues = 4;

    /// <summary>What the words change, or null where they change nothing that is known.</summary>
    internal static Func<Subscriber, Subscriber>? Read(string words)
    {
        var cut = words.IndexOf('=', StringComparison.Ordinal);
        return cut < 0 ? BareOrSeveral(words.Trim(), MostValues) : Named(words[..cut].Trim(), words[(cut + 1)..].Trim());
    }

    /// <summary>The name of the setting in <c>name=value</c>; the words themselves where there is no value.</summary>
    internal static string NameOf(string words) => words.IndexOf('=', StringComparison.Ordinal) is var cut and >= 0 ? words[..cut].Trim() : words.Trim();

    private static Func<Subscriber, Subscriber>? Named(string name, string value) => (name, value) switch
    {
        (SettingsWords.Language, SettingsWords.Default) => s => s with { Language = null },
        (SettingsWords.Language, _) when Languages.All.FirstOrDefault(l => l.Name == value) is { } language => s => s with { Language = language.Name },
        (SettingsWords.What, _) => WhatOf(value),
        (SettingsWords.Hours, SettingsWords.Default) => s => s with { PushAt = null },
        (SettingsWords.Hours, _) when ClockWords.TryParse(value, out var hour) => s => s with { PushAt = hour },
        (SettingsWords.Days, _) => DaysOf(value),
        (SettingsWords.Zone, SettingsWords.Default) => s => s with { Zone = null },
        (SettingsWords.Zone, _) when Zones.Find(value) is { } zone => s => s with { Zone = zone.Id },
        (SettingsWords.Form, SettingsWords.Brief) => s => s with { Whole = false },
        (SettingsWords.Form, SettingsWords.Whole) => s => s with { Whole = true },
        (SettingsWords.Form, SettingsWords.BriefByDay) => s => s with { Whole = false, Sound = SoundMode.Day },
        (SettingsWords.Form, SettingsWords.WholeByDay) => s => s with { Whole = true, Sound = SoundMode.Day },
        (SettingsWords.Sound, _) when SettingsWords.Sounds.FirstOrDefault(x => x.Word == value) is { Word: not null } choice => s => s with { Sound = choice.Sound },
        _ => null,
    };

    /// <summary>One of several values, with the sign of what is to hold: a press that comes twice is the same as once. Without a sign it is the other way round from what it was.</summary>
    private static (string Word, bool? IsOn) Signed(string value) => value switch
    {
        [SettingsWords.On, .. var word] => (word, true),
        [SettingsWords.Off, .. var word] => (word, false),
        _ => (value, null),
    };

    private static Func<Subscriber, Subscriber>? WhatOf(string value)
    {
        var (word, isOn) = Signed(value);
        if (SettingsWords.Wanted.FirstOrDefault(w => w.Word == word) is not { Wants: var wants and not Wants.None })
            return null;
        return s => s with
        {
            Wants = isOn switch
            {
                true => s.Wants | wants,
                false => s.Wants & ~wants,
                null => s.Wants ^ wants,
            },
        };
    }

    private static Func<Subscriber, Subscriber>? DaysOf(string value)
    {
        if (SettingsWords.DaySets.FirstOrDefault(d => d.Word == value) is { Word: not null } set)
            return s => s with { Days = set.Days };
        var (word, isOn) = Signed(value);
        if (!Enum.TryParse<DayOfWeek>(word, ignoreCase: true, out var day) || !Enum.IsDefined(day))
            return null;

        // the last day stays: no day at all would mean no push at all, which is what unsubscribing is for
        return s => (isOn == s.Days.Holds(day) ? s.Days : s.Days ^ day.ToWeekdays()) is var days and not Weekdays.None ? s with { Days = days } : s;
    }

    /// <summary>One value, or a few with blanks between them, of which any may hold blanks of its own.</summary>
    private static Func<Subscriber, Subscriber>? BareOrSeveral(string values, int most)
    {
        // every value that holds a blank can be cut in two ways: without both limits the ways double with each
        if (values.Length > LongestValues)
            return null;
        if (Bare(values) is { } one)
            return one;
        if (most == 1)
            return null;
        for (var cut = values.IndexOf(' ', StringComparison.Ordinal); cut > 0; cut = values.IndexOf(' ', cut + 1))
        {
            if (Bare(values[..cut].TrimEnd()) is { } first && BareOrSeveral(values[(cut + 1)..].TrimStart(), most - 1) is { } others)
                return s => others(first(s));
        }

        return null;
    }

    private static Func<Subscriber, Subscriber>? Bare(string value) => value.ToLower(CultureInfo.InvariantCulture) switch
    {
        "" => null,
        "繁體" or "繁体" or "繁體中文" or "繁体中文" or "正體中文" or "zh-tw" or "zh-hant" => Named(SettingsWords.Language, Languages.Traditional.Name),
        "中文" or "汉语" or "简体" or "简体中文" or "chinese" or "zh" or "zh-hans" => Named(SettingsWords.Language, Languages.Chinese.Name),
        "英文" or "英语" or "english" or "en" => Named(SettingsWords.Language, Languages.English.Name),
        _ when ClockWords.TryParse(value, out _) => Named(SettingsWords.Hours, value),
        _ when SettingsWords.DaySets.FirstOrDefault(d => d.Word == value || Languages.All.Any(l => string.Equals(Texts.In(l)[d.Caption], value, StringComparison.OrdinalIgnoreCase))) is { Word: { } days } => Named(SettingsWords.Days, days),
        _ => Named(SettingsWords.Zone, value),
    };
}
