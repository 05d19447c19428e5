using BotDigest.Bot.Subscribers;
using BotDigest.Formatting.Messages;

namespace BotDigest.Bot.Commands.Cards;

/// <summary>The settings of a subscriber and the choices for each.</summary>
/// <param name="channelZone">The zone of those who have chosen none.</param>
internal sealed class SettingsCard(ChannelZone channelZone)
{
    private const string Command = "settings";
    private const int HoursARow = 6;
    private const int DaysARow = 4;
    private const int CitiesARow = 3;
    private const int FirstHour = 6;

    /// <summary>The minutes that are offered.</summary>
    internal static readonly IReadOnlyList<int> Quarters = [0, 15, 30, 45];

    private static readonly DayOfWeek[] Week =
        [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday];

    /// <summary>The zone of those who have chosen none.</summary>
    internal TimeZoneInfo ChannelZone => channelZone.Value;

    /// <summary>The hours that are offered, all at the same minute.</summary>
    internal static IEnumerable<TimeOnly> Hours(int minute = 0) => Enumerable.Range(FirstHour, 24 - FirstHour).Select(h => new TimeOnly(h, minute));

    /// <summary>What is set, and a button for each.</summary>
    internal MessageContent Overview(Subscriber now, Texts texts, string? lead)
    {
        var card = new CardText();
        if (lead is not null)
            card.Add(lead).Line().Line();
        card.AddBold(texts[Phrase.SettingsTitle]).Line();
        Line(Phrase.LanguageLine, now.Language is null ? texts[Phrase.LanguageAuto] : texts[Phrase.LanguageName]);
        foreach (var (name, value) in Lines(now, texts))
            Line(name, value);
        var keys = new Keys()
            .Row(Offer(Phrase.LanguageLine, SettingsWords.Language), Offer(Phrase.WhatLine, SettingsWords.What))
            .Row(Offer(Phrase.PushButton, SettingsWords.Hours), Offer(Phrase.DaysButton, SettingsWords.Days))
            .Row(Offer(Phrase.ZoneButton, SettingsWords.Zone), Offer(Phrase.FormLine, SettingsWords.Form))
            .Row(
                Offer(Phrase.SoundLine, SettingsWords.Sound),
                now.Wants == Wants.None
                    ? new Button.Callback(texts[Phrase.SubscribeButton], ButtonWords.New("subscribe"))
                    : new Button.Callback(texts[Phrase.UnsubscribeButton], ButtonWords.New("unsubscribe")));
        return new MessageContent(card.ToFormattedText()) { Keyboard = keys.ToKeyboard() };

        void Line(Phrase name, string value) => card.Line().Add($"{texts[name]}  ").AddBold(value);
        Button Offer(Phrase caption, string argument) => new Button.Callback(texts[caption], ButtonWords.Edit(Command, argument));
    }

    /// <summary>The places that may have been meant, or null where none is near.</summary>
    /// <param name="typed">What was typed.</param>
    /// <param name="command">The command that sets the zone of a place.</param>
    /// <param name="texts">The words.</param>
    internal static MessageContent? Near(string typed, string command, Texts texts)
    {
        var zones = Zones.Near(typed);
        if (zones.Count == 0)
            return null;
        var keys = new Keys().Grid(1, zones.Select(z => new Button.Callback(texts.City(z), ButtonWords.Edit(command, $"{SettingsWords.Zone}={z}"))));
        return new MessageContent(new CardText().Add(texts.Fill(Phrase.NearPlaces, typed.Shorten())).ToFormattedText()) { Keyboard = keys.ToKeyboard() };
    }

    /// <summary>What is set of pushes, line by line.</summary>
    internal IEnumerable<(Phrase Name, string Value)> Lines(Subscriber now, Texts texts)
    {
        yield return (Phrase.WhatLine, What(now.Wants, texts));
        yield return (Phrase.PushLine, $"{Days(now.Days, texts)} {When(now, texts)}");
        yield return (Phrase.ZoneLine, texts.City(now.Zone ?? ChannelZone.Id));
        yield return (Phrase.FormLine, texts[now.Whole ? Phrase.FormWhole : Phrase.FormBrief]);
        yield return (Phrase.SoundLine, texts[SettingsWords.Sounds.First(s => s.Sound == now.Sound).Caption]);
    }

    /// <summary>True for a setting of which several values may hold: choosing one leaves the choices open.</summary>
    internal static bool HasSeveral(string setting) => setting is SettingsWords.What or SettingsWords.Days;

    /// <summary>The choices for a setting, or null where the words name none.</summary>
    internal MessageContent? Choices(string setting, Subscriber now, Texts texts) => setting switch
    {
        SettingsWords.Language => Compose(texts, Phrase.ChooseLanguage, new Keys()
            .Row(Choice(texts[Phrase.LanguageAuto], setting, SettingsWords.Default, now.Language is null))
            .Row([.. Languages.All.Select(l => Choice(Texts.In(l)[Phrase.LanguageName], setting, l.Name, now.Language == l.Name))])),
        SettingsWords.What => Compose(texts, Phrase.ChooseWhat, new Keys().Grid(1, SettingsWords.Wanted.Select(w => Choice(texts[w.Caption], setting, SettingsWords.Turned(w.Word, now.Wants.HasFlag(w.Wants)), now.Wants.HasFlag(w.Wants))))),
        SettingsWords.Hours => Compose(texts, Phrase.ChooseHour, HourKeys(now, texts)),
        SettingsWords.Days => Compose(texts, Phrase.ChooseDays, DayKeys(Command, now, texts)),
        SettingsWords.Zone => Compose(texts, Phrase.ChooseZone, ZoneKeys(Command, now, texts)),
        SettingsWords.Form => Compose(texts, Phrase.ChooseHow, new Keys().Row(
            Choice(texts[Phrase.FormBrief], setting, SettingsWords.Brief, !now.Whole),
            Choice(texts[Phrase.FormWhole], setting, SettingsWords.Whole, now.Whole))),
        SettingsWords.Sound => Compose(texts, Phrase.ChooseSound, new Keys().Row([.. SettingsWords.Sounds.Select(s => Choice(texts[s.Caption], setting, s.Word, now.Sound == s.Sound))])),
        _ => null,
    };

    /// <summary>The days, together and one by one.</summary>
    /// <param name="command">The command that sets them.</param>
    /// <param name="now">What is set.</param>
    /// <param name="texts">The words.</param>
    /// <param name="page">What the buttons carry along.</param>
    internal static Keys DayKeys(string command, Subscriber now, Texts texts, int page = 0) => new Keys()
        .Row([.. SettingsWords.DaySets.Select(d => Choice(texts[d.Caption], SettingsWords.Days, d.Word, now.Days == d.Days, command, page))])
        .Grid(DaysARow, Week.Select(d => Choice(texts.ShortWeekday(d), SettingsWords.Days, SettingsWords.Turned(d.ToString(), now.Days.Holds(d)), now.Days.Holds(d), command, page)));

    /// <summary>The cities whose time is offered.</summary>
    /// <param name="command">The command that sets them.</param>
    /// <param name="now">What is set.</param>
    /// <param name="texts">The words.</param>
    /// <param name="page">What the buttons carry along.</param>
    internal Keys ZoneKeys(string command, Subscriber now, Texts texts, int page = 0) =>
        new Keys().Grid(CitiesARow, Zones.Offered.Select(z => Choice(texts.City(z), SettingsWords.Zone, z, (now.Zone ?? ChannelZone.Id) == z, command, page)));

    /// <summary>The hours, and the quarters of the one that is chosen.</summary>
    private static Keys HourKeys(Subscriber now, Texts texts)
    {
        const string setting = SettingsWords.Hours;
        var keys = new Keys()
            .Row(Choice(texts[Phrase.PushOnPublish], setting, SettingsWords.Default, now.PushAt is null))
            .Grid(HoursARow, Hours().Select(h => Choice(texts.Clock(h), setting, SettingsWords.Clock(h), now.PushAt == h)));
        return now.PushAt is not { } at
            ? keys
            : keys.Row([.. Quarters.Select(m => new TimeOnly(at.Hour, m)).Select(t => Choice(texts.Clock(t), setting, SettingsWords.Clock(t), at == t))]);
    }

    /// <summary>The hour; of a week there is no moment of publishing, it comes in the morning after.</summary>
    private static string When(Subscriber now, Texts texts) =>
        now.PushAt is { } at ? texts.Clock(at) : now.Wants == Wants.Weekly ? texts.Clock(PushClock.Morning) : texts[Phrase.PushOnPublish];

    private static string What(Wants wants, Texts texts) => wants == Wants.None
        ? texts[Phrase.PushOff]
        : string.Join(texts[Phrase.ListComma], SettingsWords.Wanted.Where(w => wants.HasFlag(w.Wants)).Select(w => texts[w.Caption]));

    /// <summary>Days in words.</summary>
    internal static string Days(Weekdays days, Texts texts) => SettingsWords.DaySets.FirstOrDefault(d => d.Days == days) is { Word: not null } set
        ? texts[set.Caption]
        : string.Join(texts[Phrase.ListComma], Week.Where(d => days.Holds(d)).Select(d => texts.ShortWeekday(d)));

    private static MessageContent Compose(Texts texts, Phrase question, Keys keys)
    {
        keys.Row(new Button.Callback(texts[Phrase.BackButton], ButtonWords.Edit(Command)));
        return new MessageContent(new CardText().Add(texts[question]).ToFormattedText()) { Keyboard = keys.ToKeyboard() };
    }

    private static Button.Callback Choice(string caption, string setting, string value, bool chosen, string command = Command, int page = 0) =>
        new(chosen ? "✓ " + caption : caption, ButtonWords.Edit(command, $"{setting}={value}", page));
}
