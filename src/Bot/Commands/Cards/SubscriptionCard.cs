using System.Globalization;
using BotDigest.Bot.Subscribers;
using BotDigest.Formatting.Messages;

namespace BotDigest.Bot.Commands.Cards;

/// <summary>The three steps of a subscription, what, when and how, and what has been chosen.</summary>
/// <param name="settings">The words for settings.</param>
internal sealed class SubscriptionCard(SettingsCard settings)
{
    private const string Command = "subscribe";
    private const int HoursARow = 6;

    /// <summary>The zone of those who have chosen none.</summary>
    internal TimeZoneInfo ChannelZone => settings.ChannelZone;

    /// <summary>The first step: what.</summary>
    internal MessageContent What(Texts texts) => Compose(texts[Phrase.ChooseWhat], new Keys().Grid(1, SettingsWords.Wanted.Select(w => Choice(texts[w.Caption], SettingsWords.What, w.Word))));

    /// <summary>The second step: when. An hour leads on; minutes, days and zone, which most leave as they are, are set in between. Buttons carry the minute as their page.</summary>
    /// <param name="now">What is set.</param>
    /// <param name="texts">The words.</param>
    /// <param name="minute">The minute of the hours that are offered.</param>
    internal MessageContent When(Subscriber now, Texts texts, int minute = 0) => Compose(
        texts[Phrase.ChooseWhen],
        new Keys()
            .Row(Choice(texts[Phrase.PushOnPublish], SettingsWords.Hours, SettingsWords.Default))
            .Grid(HoursARow, SettingsCard.Hours(minute).Select(h => Choice(texts.Clock(h), SettingsWords.Hours, SettingsWords.Clock(h))))
            .Row([.. SettingsCard.Quarters.Select(m => Minute(m, isChosen: m == minute))])
            .Row(Offer(Phrase.DaysButton, SettingsCard.Days(now.Days, texts), SettingsWords.Days, texts, minute))
            .Row(Offer(Phrase.ZoneButton, texts.City(now.ZoneOr(ChannelZone)), SettingsWords.Zone, texts, minute)));

    /// <summary>Beside the second step: on which days.</summary>
    internal static MessageContent Days(Subscriber now, Texts texts, int minute) =>
        Compose(texts[Phrase.ChooseDays], SettingsCard.DayKeys(Command, now, texts, minute).Row(BackToWhen(texts, minute)));

    /// <summary>Beside the second step: in which city's time.</summary>
    internal MessageContent Zone(Subscriber now, Texts texts, int minute) =>
        Compose(texts[Phrase.ChooseZone], settings.ZoneKeys(Command, now, texts, minute).Row(BackToWhen(texts, minute)));

    /// <summary>The third step: how.</summary>
    internal MessageContent How(Texts texts) => Compose(texts[Phrase.ChooseHow], new Keys()
        .Row(Choice(texts[Phrase.FormBrief], SettingsWords.Form, SettingsWords.Brief), Choice(texts[Phrase.FormBriefNight], SettingsWords.Form, SettingsWords.BriefByDay))
        .Row(Choice(texts[Phrase.FormWhole], SettingsWords.Form, SettingsWords.Whole), Choice(texts[Phrase.FormWholeNight], SettingsWords.Form, SettingsWords.WholeByDay)));

    /// <summary>For words that are no setting: the steps that are still to be chosen.</summary>
    internal MessageContent NotUnderstood(string argument, Subscriber now, Texts texts)
    {
        var step = now.Wants == Wants.None ? What(texts) : When(now, texts);
        return step with { Text = new CardText().Add(texts.Fill(Phrase.BadSetting, argument.Shorten())).ToFormattedText() };
    }

    /// <summary>What is sent to the chat, with the ways to change it and out again.</summary>
    internal MessageContent Summary(Phrase title, Subscriber now, CommandRequest request)
    {
        var texts = request.Texts;
        var card = new CardText().AddBold(texts[title]).Line();
        foreach (var (name, value) in settings.Lines(now, texts))
            card.Line().Add($"{texts[name]}  ").AddBold(value);
        var needsTags = now.Wants.HasFlag(Wants.Tags) && !now.Wants.HasFlag(Wants.Issues);
        if (needsTags)
            card.Line().Line().Add(texts[Phrase.FollowTagsHint]);
        var keys = new Keys()
            .Row(needsTags ? new Button.Callback(texts[Phrase.TagsButton], ButtonWords.New("tags")) : null)
            .Row(
                new Button.Callback(texts[Phrase.SettingsButton], ButtonWords.Edit("settings")),
                new Button.Callback(texts[Phrase.UnsubscribeButton], ButtonWords.Edit("unsubscribe")));
        return new MessageContent(card.ToFormattedText()) { Keyboard = keys.ToKeyboard() };
    }

    private static MessageContent Compose(string question, Keys keys) => new(new CardText().Add(question).ToFormattedText()) { Keyboard = keys.ToKeyboard() };

    private static Button.Callback Minute(int minute, bool isChosen) =>
        new((isChosen ? "✓ " : "") + string.Create(CultureInfo.InvariantCulture, $":{minute:00}"), ToWhen(minute));

    private static Button.Callback Offer(Phrase name, string value, string setting, Texts texts, int minute) =>
        new(texts.Fill(Phrase.NamedValue, texts[name], value), ButtonWords.Edit(Command, setting, minute));

    private static Button.Callback BackToWhen(Texts texts, int minute) => new(texts[Phrase.BackButton], ToWhen(minute));

    private static string ToWhen(int minute) => ButtonWords.Edit(Command, string.Create(CultureInfo.InvariantCulture, $"{SettingsWords.Minute}={minute}"));

    private static Button.Callback Choice(string caption, string setting, string value) => new(caption, ButtonWords.Edit(Command, $"{setting}={value}"));
}
