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

    /// <summary>The second step: when.</summary>
    internal MessageContent When(Subscriber now, CommandRequest request) => Compose(
        request.Texts.Fill(Phrase.ChooseWhen, request.Texts.City(now.ZoneOr(ChannelZone))),
        new Keys()
            .Row(Choice(request.Texts[Phrase.PushOnPublish], SettingsWords.Hours, SettingsWords.Default))
            .Grid(HoursARow, SettingsCard.Hours().Select(h => Choice(request.Texts.Clock(h), SettingsWords.Hours, SettingsWords.Clock(h)))));

    /// <summary>The third step: how.</summary>
    internal MessageContent How(Texts texts) => Compose(texts[Phrase.ChooseHow], new Keys()
        .Row(Choice(texts[Phrase.FormBrief], SettingsWords.Form, SettingsWords.Brief), Choice(texts[Phrase.FormBriefNight], SettingsWords.Form, SettingsWords.BriefByDay))
        .Row(Choice(texts[Phrase.FormWhole], SettingsWords.Form, SettingsWords.Whole), Choice(texts[Phrase.FormWholeNight], SettingsWords.Form, SettingsWords.WholeByDay)));

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

    private static Button.Callback Choice(string caption, string setting, string value) => new(caption, ButtonWords.Edit(Command, $"{setting}={value}"));
}
