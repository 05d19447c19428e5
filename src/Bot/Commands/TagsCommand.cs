using System.Globalization;
using BotDigest.Bot.Commands.Cards;
using BotDigest.Bot.Storage;
using BotDigest.Formatting.Messages;

namespace BotDigest.Bot.Commands;

/// <summary><c>/tags</c>: all tags with the number of their stories, the most frequent first, as buttons.</summary>
internal sealed class TagsCommand(TagStore tags) : ICommand
{
    private const int PageSize = 24;
    private const int ButtonsARow = 3;

    /// <inheritdoc/>
    public string Name => "tags";

    /// <inheritdoc/>
    public CommandPlace Place => CommandPlace.Everywhere;

    /// <inheritdoc/>
    public async Task<Reply> AnswerAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        var texts = request.Texts;
        var page = await tags.ListAsync(request.Page * PageSize, PageSize, cancellationToken);
        var card = new CardText();
        if (page.Total == 0)
            return new Reply.Card(new MessageContent(card.Add(texts[Phrase.NoTags]).ToFormattedText()));
        var pages = Pages.Of(request.Page, page.Total, PageSize);
        if (pages.Current != request.Page)
            page = await tags.ListAsync(pages.Offset, PageSize, cancellationToken);
        card.AddBold(texts[Phrase.TagsTitle]).Add(" · " + texts.Fill(Phrase.ManyTags, page.Total));
        if (pages.Count > 1)
            card.Add(" · " + texts.Fill(Phrase.PageOf, pages.Current + 1, pages.Count));
        card.Line().Line().Add(texts[Phrase.TagsHint]);
        var keys = new Keys()
            .Grid(ButtonsARow, page.Tags.Where(t => TagButton.Fits(t.Name)).Select(t => TagButton.New(t.Name, string.Create(CultureInfo.InvariantCulture, $"{t.Name} {t.Stories}"))))
            .Pages(pages, p => ButtonWords.Edit(Name, page: p));
        return new Reply.Card(new MessageContent(card.ToFormattedText()) { Keyboard = keys.ToKeyboard() });
    }
}
