using BotDigest.Bot.Commands.Cards;
using BotDigest.Bot.Storage;
using BotDigest.Formatting.Messages;

namespace BotDigest.Bot.Commands;

/// <summary><c>/mydata</c>: everything that is stored about the person, as a JSON file.</summary>
internal sealed class MyDataCommand(PersonalDataStore data) : ICommand
{
    /// <inheritdoc/>
    public string Name => "mydata";

    /// <inheritdoc/>
    public CommandPlace Place => CommandPlace.PrivateOnly;

    /// <inheritdoc/>
    public async Task<Reply> AnswerAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        var content = await data.ReadAsync(request.Chat, cancellationToken);
        return content is null
            ? new Reply.Card(new MessageContent(new CardText().Add(request.Texts[Phrase.PrivacyNothing]).ToFormattedText()))
            : new Reply.Document("botdigest.json", content, request.Texts[Phrase.MyDataCaption]);
    }
}
