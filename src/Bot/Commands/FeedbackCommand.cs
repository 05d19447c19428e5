using BotDigest.Bot.Commands.Cards;
using BotDigest.Bot.Publishing.Editors;
using BotDigest.Bot.Storage;
using BotDigest.Formatting.Messages;

namespace BotDigest.Bot.Commands;

/// <summary><c>/feedback</c>: a word to the editors, who can answer by replying to it; without words it asks for them.</summary>
internal sealed class FeedbackCommand(FeedbackDesk desk) : ICommand
{
    private const int LongestWords = 1000;

    /// <inheritdoc/>
    public string Name => "feedback";

    /// <inheritdoc/>
    public CommandPlace Place => CommandPlace.PrivateOnly;

    /// <inheritdoc/>
    public bool InMenu => desk.IsOpen;

    /// <inheritdoc/>
    public async Task<Reply> AnswerAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        var texts = request.Texts;
        if (!desk.IsOpen)
            return new Reply.Note(texts[Phrase.FeedbackClosed]);
        if (request.Argument.Length == 0)
            return new Reply.Question(new MessageContent(new CardText().Add(texts[Phrase.FeedbackQuestion]).ToFormattedText()), texts[Phrase.FeedbackPlaceholder]);
        if (request.Argument.Length > LongestWords)
            return new Reply.Note(texts.Fill(Phrase.FeedbackTooLong, LongestWords));
        var outcome = await desk.DeliverAsync(new FeedbackSender(request.Chat, texts.Culture.Name), request.UserName, request.Argument, cancellationToken);
        return new Reply.Note(texts[outcome switch
        {
            FeedbackOutcome.Delivered => Phrase.FeedbackDelivered,
            FeedbackOutcome.TooMuch => Phrase.FeedbackTooMuch,
            _ => Phrase.FeedbackNotDelivered,
        }]);
    }
}
