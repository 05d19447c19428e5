using BotDigest.Bot.Commands.Cards;
using BotDigest.Bot.Storage;
using BotDigest.Bot.Subscribers;
using BotDigest.Formatting.Messages;

namespace BotDigest.Bot.Commands;

/// <summary><c>/subscribe</c>: every issue comes to this chat in brief; <c>/subscribe 07:30</c> at that hour.</summary>
internal sealed class SubscribeCommand(SubscriberStore subscribers) : ICommand
{
    /// <inheritdoc/>
    public string Name => "subscribe";

    /// <inheritdoc/>
    public CommandPlace Place => CommandPlace.PrivateOnly;

    /// <inheritdoc/>
    public async Task<Reply> AnswerAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        var begun = await subscribers.SubscribeAsync(request.Chat, request.OwnTexts.Culture.Name, cancellationToken);
        var subscriber = await subscribers.FindAsync(request.Chat, cancellationToken) ?? new Subscriber(request.Chat) { Subscribed = true };
        if (ClockWords.TryParse(request.Argument, out var hour) && subscriber.PushAt != hour)
        {
            subscriber = subscriber with { PushAt = hour };
            await subscribers.SaveAsync(subscriber, request.Zone, cancellationToken);
        }

        return new Reply.Card(Compose(begun, subscriber, request));
    }

    private static MessageContent Compose(bool begun, Subscriber subscriber, CommandRequest request)
    {
        var texts = request.Texts;
        var when = subscriber.PushAt is { } at
            ? texts.Fill(Phrase.PushAt, texts.Clock(at), texts.City(request.Zone))
            : texts[Phrase.PushAtOnce];
        var card = new CardText().AddBold(texts[begun ? Phrase.Subscribed : Phrase.AlreadySubscribed]).Line().Add(when);
        var keys = new Keys().Row(
            new Button.Callback(texts[Phrase.PushButton], ButtonWords.Edit("settings", SettingsWords.Hours)),
            new Button.Callback(texts[Phrase.SettingsButton], ButtonWords.Edit("settings")),
            new Button.Callback(texts[Phrase.UnsubscribeButton], ButtonWords.Edit("unsubscribe")));
        return new MessageContent(card.ToFormattedText()) { Keyboard = keys.ToKeyboard() };
    }
}
