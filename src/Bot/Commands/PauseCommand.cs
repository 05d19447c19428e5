using BotDigest.Bot.Commands.Cards;
using BotDigest.Bot.Publishing;
using BotDigest.Bot.Publishing.Editors;
using BotDigest.Formatting.Messages;

namespace BotDigest.Bot.Commands;

/// <summary><c>/pause</c>: nothing changes on the channel until <c>/resume</c>.</summary>
internal sealed class PauseCommand(PublicationGate gate, DeskSignal desk) : ICommand
{
    /// <inheritdoc/>
    public string Name => "pause";

    /// <inheritdoc/>
    public CommandPlace Place => CommandPlace.Editors;

    /// <inheritdoc/>
    public async Task<Reply> AnswerAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        var texts = request.Texts;
        if (await gate.FindHaltAsync(cancellationToken) is { } halt)
            return Card(texts.Fill(Phrase.PausedAlready, texts.Editor(halt.EditorName)), texts);
        await gate.HaltAsync(request.User, request.UserName, cancellationToken);
        desk.Look();
        return Card(texts[Phrase.Paused], texts);
    }

    private static Reply.Card Card(string text, Texts texts) => new(new MessageContent(new CardText().Add(text).ToFormattedText())
    {
        Keyboard = new Keys().Row(new Button.Callback(texts[Phrase.ResumeButton], ButtonWords.Edit("resume"))).ToKeyboard(),
    });
}
