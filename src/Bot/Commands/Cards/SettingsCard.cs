using System.Globalization;
using BotDigest.Bot.Subscribers;
using BotDigest.Formatting.Messages;

namespace BotDigest.Bot.Commands.Cards;

/// <summary>The settings of a subscriber and the choices for each.</summary>
/// <param name="channelZone">The zone of those who have chosen none.</param>
internal sealed class SettingsCard(ChannelZone channelZone)
{
    private const string Command = "settings";
    private const int HoursARow = 6;
    private const int CitiesARow = 3;
    private const int FirstHour = 6;

    /// <summary>The zone of those who have chosen none.</summary>
    internal TimeZoneInfo ChannelZone => channelZone.Value;

    /// <summary>What is set, and a button for each.</summary>
    internal MessageContent Overview(Subscriber now, Texts texts, string? lead)
    {
        var card = new CardText();
        if (lead is not null)
            card.Add(lead).Line().Line();
        card.AddBold(texts[Phrase.SettingsTitle]).Line();
        Line(Phrase.LanguageLine, now.Language is null ? texts[Phrase.LanguageAuto] : texts.Culture.NativeName);
        Line(Phrase.PushLine, Push(now, texts));
        Line(Phrase.ZoneLine, texts.City(now.Zone ?? ChannelZone.Id));
        Line(Phrase.SoundLine, texts[now.Silent ? Phrase.SoundOff : Phrase.SoundOn]);
        var keys = new Keys()
            .Row(Offer(Phrase.LanguageButton, SettingsWords.Language), Offer(Phrase.PushButton, SettingsWords.Hours))
            .Row(Offer(Phrase.ZoneButton, SettingsWords.Zone), now.Silent ? Offer(Phrase.RingButton, "sound=on") : Offer(Phrase.SilenceButton, "sound=off"))
            .Row(new Button.Callback(
                texts[now.Subscribed ? Phrase.UnsubscribeButton : Phrase.SubscribeButton],
                ButtonWords.New(now.Subscribed ? "unsubscribe" : "subscribe")));
        return new MessageContent(card.ToFormattedText()) { Keyboard = keys.ToKeyboard() };

        void Line(Phrase name, string value) => card.Line().Add($"{texts[name]}  ").AddBold(value);
        Button Offer(Phrase caption, string argument) => new Button.Callback(texts[caption], ButtonWords.Edit(Command, argument));
    }

    /// <summary>The choices for a setting, or null where the words name none.</summary>
    internal MessageContent? Choices(string setting, Subscriber now, Texts texts) => setting switch
    {
        SettingsWords.Language => Compose(texts, Phrase.ChooseLanguage, new Keys().Row(
            Choice(texts[Phrase.LanguageAuto], setting, SettingsWords.Default, now.Language is null),
            Choice(Languages.Chinese.NativeName, setting, Languages.Chinese.Name, now.Language == Languages.Chinese.Name),
            Choice(Languages.English.NativeName, setting, Languages.English.Name, now.Language == Languages.English.Name))),
        SettingsWords.Hours => Compose(texts, Phrase.ChooseHour, new Keys()
            .Row(Choice(texts[Phrase.PushOnPublish], setting, SettingsWords.Default, now.PushAt is null))
            .Grid(HoursARow, Hours().Select(h => Choice(texts.Clock(h), setting, h.ToString("HH:mm", CultureInfo.InvariantCulture), now.PushAt == h)))),
        SettingsWords.Zone => Compose(texts, Phrase.ChooseZone, new Keys()
            .Grid(CitiesARow, Zones.Offered.Select(z => Choice(texts.City(z), setting, z, (now.Zone ?? ChannelZone.Id) == z)))),
        _ => null,
    };

    private static MessageContent Compose(Texts texts, Phrase question, Keys keys)
    {
        keys.Row(new Button.Callback(texts[Phrase.BackButton], ButtonWords.Edit(Command)));
        return new MessageContent(new CardText().Add(texts[question]).ToFormattedText()) { Keyboard = keys.ToKeyboard() };
    }

    private static Button.Callback Choice(string caption, string setting, string value, bool chosen) =>
        new(chosen ? "✓ " + caption : caption, ButtonWords.Edit(Command, $"{setting}={value}"));

    private static IEnumerable<TimeOnly> Hours() => Enumerable.Range(FirstHour, 24 - FirstHour).Select(h => new TimeOnly(h, 0));

    private static string Push(Subscriber now, Texts texts) =>
        !now.Subscribed ? texts[Phrase.PushOff] : now.PushAt is { } at ? texts.Clock(at) : texts[Phrase.PushOnPublish];
}
