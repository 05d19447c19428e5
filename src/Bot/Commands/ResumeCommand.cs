using BotDigest.Bot.Commands.Cards;
using BotDigest.Bot.Publishing;
using BotDigest.Bot.Publishing.Editors;
using BotDigest.Formatting.Messages;

namespace BotDigest.Bot.Commands;

/// <summary><c>/resume</c>: ends <c>/pause</c>.</summary>
internal sealed class ResumeCommand(PublicationGate gate, DeskSignal desk) : ICommand
{
    /// <inheritdoc/>
    public string Name => "resume";

    /// <inheritdoc/>
    public CommandPlace Place => CommandPlace.Editors;

    /// <inheritdoc/>
    public async Task<Reply> AnswerAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        var isHalted = await gate.FindHaltAsync(cancellationToken) is not null;
        await gate.OpenAsync(cancellationToken);
        desk.Look();
        return new Reply.Card(new MessageContent(new CardText().Add(request.Texts[isHalted ? Phrase.Resumed : Phrase.NotPaused]).ToFormattedText()));
    }
}
