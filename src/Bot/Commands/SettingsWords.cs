using System.Globalization;
using BotDigest.Bot.Subscribers;

namespace BotDigest.Bot.Commands;

/// <summary>What the buttons of <c>/settings</c> and <c>/subscribe</c> carry; <c>name=value</c> sets, a name alone offers the choices.</summary>
internal static class SettingsWords
{
    internal const string Language = "language";
    internal const string What = "what";
    internal const string Hours = "hour";
    internal const string Days = "days";
    internal const string Zone = "zone";
    internal const string Form = "form";
    internal const string Sound = "sound";

    /// <summary>The card of the hour, with hours at the same minute; only <c>/subscribe</c> has it.</summary>
    internal const string Minute = "minute";

    internal const string Brief = "brief";
    internal const string Whole = "whole";
    internal const string BriefByDay = "brief-day";
    internal const string WholeByDay = "whole-day";

    /// <summary>The value that stands for what the bot does by itself.</summary>
    internal const string Default = "-";

    /// <summary>Before one of several values: it is to hold.</summary>
    internal const char On = '+';

    /// <summary>Before one of several values: it is not to hold.</summary>
    internal const char Off = '-';

    /// <summary>One of several values, to be turned from what it is.</summary>
    internal static string Turned(string value, bool isOn) => (isOn ? Off : On) + value;

    /// <summary>What can be wanted.</summary>
    internal static readonly IReadOnlyList<(string Word, Wants Wants, Phrase Caption)> Wanted =
    [
        ("issues", Wants.Issues, Phrase.WantIssues),
        ("tags", Wants.Tags, Phrase.WantTags),
        ("weekly", Wants.Weekly, Phrase.WantWeekly),
    ];

    /// <summary>Days that are chosen together; single days go by their English names.</summary>
    internal static readonly IReadOnlyList<(string Word, Weekdays Days, Phrase Caption)> DaySets =
    [
        ("all", Weekdays.All, Phrase.EveryDay),
        ("work", Weekdays.Workdays, Phrase.Workdays),
        ("weekend", Weekdays.Saturday | Weekdays.Sunday, Phrase.Weekend),
    ];

    /// <summary>The sounds.</summary>
    internal static readonly IReadOnlyList<(string Word, SoundMode Sound, Phrase Caption)> Sounds =
    [
        ("on", SoundMode.On, Phrase.SoundOn),
        ("day", SoundMode.Day, Phrase.SoundByDay),
        ("off", SoundMode.Off, Phrase.SoundOff),
    ];

    /// <summary>An hour as a value.</summary>
    internal static string Clock(TimeOnly hour) => hour.ToString("HH:mm", CultureInfo.InvariantCulture);
}
