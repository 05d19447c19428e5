using BotDigest.Bot.Commands.Cards;
using BotDigest.Bot.Storage;
using BotDigest.Formatting.Messages;

namespace BotDigest.Bot.Commands;

/// <summary><c>/privacy</c>: what is stored about the person, and a button that deletes it.</summary>
internal sealed class PrivacyCommand(SubscriberStore subscribers, PersonalDataStore data) : ICommand
{
    private const string Ask = "forget";
    private const string Sure = "forget yes";

    /// <inheritdoc/>
    public string Name => "privacy";

    /// <inheritdoc/>
    public CommandPlace Place => CommandPlace.PrivateOnly;

    /// <inheritdoc/>
    public async Task<Reply> AnswerAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        var texts = request.Texts;
        switch (request.Argument)
        {
            case Ask:
                return Card(texts[Phrase.ForgetSure], new Keys().Row(
                    new Button.Callback(texts[Phrase.ForgetYesButton], ButtonWords.Edit(Name, Sure)),
                    new Button.Callback(texts[Phrase.BackButton], ButtonWords.Edit(Name))));
            case Sure when request.IsButton:
                await subscribers.ForgetAsync(request.Chat, cancellationToken);
                return Card(request.OwnTexts[Phrase.Forgotten], new Keys());
            default:
                return await ExplainAsync(request, cancellationToken);
        }
    }

    private async Task<Reply> ExplainAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        var texts = request.Texts;
        var kept = await data.ReadAsync(request.Chat, cancellationToken) is not null;
        var card = new CardText().AddBold(texts[Phrase.PrivacyTitle]).Line().Line()
            .Add(texts[Phrase.PrivacyText]).Line().Line()
            .Add(texts[kept ? Phrase.PrivacyKept : Phrase.PrivacyNothing]);
        var keys = kept ? new Keys().Row(new Button.Callback(texts[Phrase.ForgetButton], ButtonWords.Edit(Name, Ask))) : new Keys();
        return new Reply.Card(new MessageContent(card.ToFormattedText()) { Keyboard = keys.ToKeyboard() });
    }

    private static Reply.Card Card(string text, Keys keys) =>
        new(new MessageContent(new CardText().Add(text).ToFormattedText()) { Keyboard = keys.ToKeyboard() });
}
