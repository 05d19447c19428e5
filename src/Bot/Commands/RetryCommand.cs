using BotDigest.Bot.Commands.Cards;
using BotDigest.Bot.Publishing;
using BotDigest.Bot.Publishing.Editors;
using BotDigest.Bot.Storage;
using BotDigest.Formatting.Messages;

namespace BotDigest.Bot.Commands;

/// <summary><c>/retry</c>: tries at once what stands still, one issue or all. A pause that Telegram asks for is obeyed all the same.</summary>
internal sealed class RetryCommand(EditorIssues choice, PublicationStore publications, HeadPin pin, DeskSignal desk) : ICommand
{
    /// <inheritdoc/>
    public string Name => "retry";

    /// <inheritdoc/>
    public CommandPlace Place => CommandPlace.Editors;

    /// <inheritdoc/>
    public async Task<Reply> AnswerAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        DateOnly? date = null;
        if (request.Argument.Length > 0)
        {
            var (found, instead) = await choice.FindAsync(Name, request, s => s is PublicationState.Publishing or PublicationState.Retracting, cancellationToken);
            if (found is null)
                return instead!;
            date = found.Date;
        }

        var count = await publications.RetryAsync(choice.Channel, date, cancellationToken);
        pin.Retry();
        desk.Look();
        var words = count switch
        {
            0 => request.Texts[Phrase.NothingStuck],
            1 => request.Texts[Phrase.RetriedOne],
            _ => request.Texts.Fill(Phrase.RetriedMany, count),
        };
        return new Reply.Card(new MessageContent(new CardText().Add(words).ToFormattedText()));
    }
}
