using System.Globalization;
using BotDigest.Bot.Commands.Cards;
using BotDigest.Bot.Storage;
using BotDigest.Formatting.Messages;

namespace BotDigest.Bot.Commands;

/// <summary><c>/saved</c>: the stories that the reader keeps, the last saved first, paged in place; a number opens a story.</summary>
internal sealed class SavedCommand(SavedStore saved, StoryList list) : ICommand
{
    private const int PageSize = 8;

    /// <inheritdoc/>
    public string Name => "saved";

    /// <inheritdoc/>
    public CommandPlace Place => CommandPlace.PrivateOnly;

    /// <inheritdoc/>
    public async Task<Reply> AnswerAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        var texts = request.Texts;
        var page = await saved.ListAsync(request.User, request.Page * PageSize, PageSize, cancellationToken);
        if (page.Total == 0)
            return new Reply.Card(new MessageContent(new CardText().Add(texts[Phrase.NothingSaved]).ToFormattedText()));
        var pages = Pages.Of(request.Page, page.Total, PageSize);
        if (pages.Current != request.Page)
            page = await saved.ListAsync(request.User, pages.Offset, PageSize, cancellationToken);
        var card = StoryList.Head(texts[Phrase.SavedTitle], page.Total, pages, texts);
        foreach (var (place, story) in page.Stories.Index())
            list.Add(card, pages.Offset + place + 1, story, snippet: null, texts);
        var keys = new Keys()
            .Row([.. page.Stories.Select((story, place) => new Button.Callback((pages.Offset + place + 1).ToString(CultureInfo.InvariantCulture), ButtonWords.New("story", story.Key)))])
            .Pages(pages, p => ButtonWords.Edit(Name, page: p));
        return new Reply.Card(new MessageContent(card.ToFormattedText()) { Keyboard = keys.ToKeyboard() });
    }
}
