using BotDigest.Bot.Commands.Cards;
using BotDigest.Bot.Issues;
using BotDigest.Bot.Search;
using BotDigest.Bot.Storage;
using BotDigest.Formatting.Messages;
using BotDigest.Formatting.Text;

namespace BotDigest.Bot.Commands;

/// <summary><c>/timeline</c>: what happened with a name, the newest first under its month, a line a story, paged in place; without a name it asks for one.</summary>
internal sealed class TimelineCommand(SearchStore search, NothingFound nothing, StoryLinks links, VocabularyFile vocabulary, TimeProvider clock) : ICommand
{
    private const int PageSize = 12;
    private const int Reserve = 8;

    /// <inheritdoc/>
    public string Name => "timeline";

    /// <inheritdoc/>
    public CommandPlace Place => CommandPlace.Everywhere;

    /// <inheritdoc/>
    public async Task<Reply> AnswerAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        var texts = request.Texts;
        var query = QueryText.Clean(request.Argument);
        if (query.Length == 0)
            return new Reply.Question(new MessageContent(new CardText().Add(texts[Phrase.TimelineQuestion]).ToFormattedText()), texts[Phrase.NamePlaceholder]);
        if (query.Length > QueryText.MaxLength)
            return new Reply.Note(texts.Fill(Phrase.QueryTooLong, QueryText.MaxLength));
        var wanted = SearchQuery.Parse(query, clock.Today(request.Zone), vocabulary.Read().Vocabulary);
        var page = await search.NewestAsync(wanted, request.Page * PageSize, PageSize, cancellationToken);
        if (page.Total == 0)
            return new Reply.Card(await nothing.ComposeAsync(query, wanted.Words, texts, cancellationToken));
        var pages = Pages.Of(request.Page, page.Total, PageSize);
        if (pages.Current != request.Page)
            page = await search.NewestAsync(wanted, pages.Offset, PageSize, cancellationToken);
        var card = StoryList.Head(query, page.Total, pages, texts);
        foreach (var month in page.Hits.GroupBy(h => (h.Story.Date.Year, h.Story.Date.Month)))
        {
            card.Line().Line().AddBold(texts.Month(month.First().Story.Date));
            foreach (var hit in month)
                card.TryAdd(Line(hit.Story, texts), Reserve);
        }

        var keys = new Keys()
            .Pages(pages, p => ButtonWords.Edit(Name, query, p))
            .Row(new Button.Callback(texts[Phrase.TrendsButton], ButtonWords.New("trends", query)));
        return new Reply.Card(new MessageContent(card.ToFormattedText()) { Keyboard = keys.ToKeyboard() });
    }

    private FormattedText Line(StoredStory story, Texts texts) =>
        new FormattedTextBuilder().Line().Plain(texts.Day(story.Date) + "  ").Link(story.Headline, links.Best(story)).ToFormattedText();
}
