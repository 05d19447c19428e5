using BotDigest.Bot.Commands;
using BotDigest.Bot.Commands.Cards;
using BotDigest.Bot.Sending;
using BotDigest.Bot.Storage;
using BotDigest.Formatting.Messages;
using BotDigest.Formatting.Text;

namespace BotDigest.Bot.Updates;

/// <summary>Brings an editor's reply to the one whose feedback it answers.</summary>
internal sealed class FeedbackAnswers(FeedbackStore feedback, Sender sender, Replier replier)
{
    /// <summary>Takes what an editor writes in reply to a message.</summary>
    /// <param name="message">The message that is replied to.</param>
    /// <param name="words">The reply.</param>
    /// <param name="request">Who writes, and where.</param>
    /// <param name="target">Where the editor is told what became of it.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>False where the message is nobody's feedback.</returns>
    internal async Task<bool> TakeAsync(int message, string words, CommandRequest request, ReplyTarget target, CancellationToken cancellationToken)
    {
        if (!request.IsEditorsChat || await feedback.FindAsync(message, cancellationToken) is not { } reader)
            return false;
        var texts = Texts.In(Languages.Of(reader.Language));
        var card = new CardText().AddBold(texts[Phrase.FeedbackAnswer]).Line().Line();
        foreach (var line in words.Split('\n'))
        {
            if (!card.TryAdd(FormattedText.Plain(AutomaticEntities.Guard(line) + "\n"), reserve: 0))
                break;
        }

        var outcome = await sender.SendAsync(reader.Chat, new MessageContent(card.ToFormattedText()), SendOptions.Answer, cancellationToken);
        var note = request.Texts[outcome is SendOutcome.Sent ? Phrase.FeedbackAnswered : Phrase.FeedbackUnanswered];
        await replier.SendAsync(RouterCards.Plain(note), target, cancellationToken);
        return true;
    }
}
