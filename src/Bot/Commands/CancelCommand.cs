using BotDigest.Bot.Storage;

namespace BotDigest.Bot.Commands;

/// <summary><c>/cancel</c>: leaves the question that waits for an answer.</summary>
internal sealed class CancelCommand(DialogueStore dialogues) : ICommand
{
    /// <inheritdoc/>
    public string Name => "cancel";

    /// <inheritdoc/>
    public CommandPlace Place => CommandPlace.Everywhere;

    /// <inheritdoc/>
    public async Task<Reply> AnswerAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        var waited = await dialogues.EndAsync(request.Chat, request.User, cancellationToken);
        return new Reply.Note(request.Texts[waited ? Phrase.Cancelled : Phrase.NothingToCancel]);
    }
}
