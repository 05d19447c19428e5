using BotDigest.Bot.Commands.Cards;
using BotDigest.Bot.Storage;
using BotDigest.Bot.Subscribers;
using BotDigest.Formatting.Messages;

namespace BotDigest.Bot.Commands;

/// <summary><c>/unsubscribe</c>: no more pushes; the settings stay.</summary>
internal sealed class UnsubscribeCommand(SubscriberStore subscribers, WatchStore watches) : ICommand
{
    /// <inheritdoc/>
    public string Name => "unsubscribe";

    /// <inheritdoc/>
    public CommandPlace Place => CommandPlace.Administrators;

    /// <inheritdoc/>
    public async Task<Reply> AnswerAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        var known = await subscribers.FindAsync(request.Chat, cancellationToken);
        var ended = known is { Wants: not Wants.None };
        if (ended)
            await subscribers.WantAsync(request.Chat, request.OwnLanguageFor(known), Wants.None, cancellationToken);
        var card = new CardText().Add(request.Texts[ended ? Phrase.Unsubscribed : Phrase.NotSubscribed]);

        // whoever wants to hear nothing any more is told what else still comes
        if (known is not null && await watches.ListAsync(request.Chat, cancellationToken) is { Count: > 0 } words)
            card.Line().Add(request.Texts.Fill(Phrase.WatchesStay, words.Count));
        var keys = new Keys().Row(new Button.Callback(request.Texts[Phrase.SubscribeButton], ButtonWords.Edit("subscribe")));
        return new Reply.Card(new MessageContent(card.ToFormattedText()) { Keyboard = keys.ToKeyboard() });
    }
}
