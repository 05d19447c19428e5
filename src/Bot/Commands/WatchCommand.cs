using BotDigest.Bot.Commands.Cards;
using BotDigest.Bot.Storage;
using BotDigest.Bot.Subscribers;
using BotDigest.Formatting.Messages;

namespace BotDigest.Bot.Commands;

/// <summary><c>/watch</c>: one message for each issue that holds a word; <c>/watch -word</c> ends it; without a word those that are watched for.</summary>
internal sealed class WatchCommand(WatchStore watches) : ICommand
{
    private const int ButtonsARow = 3;

    /// <inheritdoc/>
    public string Name => "watch";

    /// <inheritdoc/>
    public CommandPlace Place => CommandPlace.PrivateOnly;

    /// <inheritdoc/>
    public async Task<Reply> AnswerAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        var texts = request.Texts;
        if (request.Argument.Length == 0)
            return await ListAsync(request, toast: null, cancellationToken);
        if (request.Argument is ['-', .. var gone] && gone.Length > 0)
        {
            await watches.RemoveAsync(request.Chat, gone, cancellationToken);
            return await ListAsync(request, texts.Fill(Phrase.WatchEnded, gone), cancellationToken);
        }

        var word = QueryText.Clean(request.Argument);
        if (word.Length > Watch.Longest)
            return new Reply.Note(texts.Fill(Phrase.WatchTooLong, Watch.Longest));
        if (Watch.Of(word).IsEmpty)
            return new Reply.Note(texts[Phrase.WatchEmpty]);
        if (!await watches.AddAsync(request.Chat, request.OwnTexts.Culture.Name, word, cancellationToken))
            return new Reply.Note(texts.Fill(Phrase.WatchesFull, Watch.Most));
        return await ListAsync(request, texts.Fill(Phrase.WatchBegun, word), cancellationToken);
    }

    private async Task<Reply> ListAsync(CommandRequest request, string? toast, CancellationToken cancellationToken)
    {
        var texts = request.Texts;
        var words = await watches.ListAsync(request.Chat, cancellationToken);
        var card = new CardText();
        if (toast is not null)
            card.Add(toast).Line().Line();
        if (words.Count == 0)
            card.Add(texts[Phrase.NoWatches]);
        else
            card.AddBold(texts[Phrase.WatchesTitle]).Add($" · {words.Count}").Line().Line().Add(string.Join(texts[Phrase.ListComma], words)).Line().Line().Add(texts[Phrase.WatchesHint]);
        var keys = new Keys().Grid(ButtonsARow, words.Select(WatchButtons.End).OfType<Button>());
        return new Reply.Card(new MessageContent(card.ToFormattedText()) { Keyboard = keys.ToKeyboard() }, toast);
    }
}
