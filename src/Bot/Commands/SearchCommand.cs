using BotDigest.Bot.Commands.Cards;
using BotDigest.Bot.Issues;
using BotDigest.Bot.Search;
using BotDigest.Bot.Storage;
using BotDigest.Formatting.Messages;

namespace BotDigest.Bot.Commands;

/// <summary><c>/search</c>: stories that hold the words, headline hits first, then the newest, paged in place; without words it asks for them.</summary>
internal sealed class SearchCommand(SearchStore search, NothingFound nothing, StoryList list, VocabularyFile vocabulary, TimeProvider clock) : ICommand
{
    private const int PageSize = 5;
    private const int ButtonsARow = 3;

    /// <inheritdoc/>
    public string Name => "search";

    /// <inheritdoc/>
    public CommandPlace Place => CommandPlace.Everywhere;

    /// <inheritdoc/>
    public CommandRole Role => CommandRole.PlainText;

    /// <inheritdoc/>
    public async Task<Reply> AnswerAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        var query = QueryText.Clean(request.Argument);
        if (query.Length == 0)
            return new Reply.Question(new MessageContent(new CardText().Add(request.Texts[Phrase.SearchQuestion]).ToFormattedText()), request.Texts[Phrase.SearchPlaceholder]);
        if (query.Length > QueryText.MaxLength)
            return new Reply.Note(request.Texts.Fill(Phrase.QueryTooLong, QueryText.MaxLength));
        var wanted = SearchQuery.Parse(query, clock.Today(request.Zone), vocabulary.Read().Vocabulary);
        var page = await search.SearchAsync(wanted, request.Page * PageSize, PageSize, cancellationToken);
        if (page.Total == 0)
            return new Reply.Card(await nothing.ComposeAsync(query, wanted.Words, request.Texts, cancellationToken));
        var pages = Pages.Of(request.Page, page.Total, PageSize);
        if (pages.Current != request.Page)
            page = await search.SearchAsync(wanted, pages.Offset, PageSize, cancellationToken);
        return new Reply.Card(Compose(query, wanted.IsWordsOnly, page, pages, request));
    }

    private MessageContent Compose(string query, bool isWordsOnly, SearchPage page, Pages pages, CommandRequest request)
    {
        var texts = request.Texts;
        var card = StoryList.Head(query, page.Total, pages, texts);
        for (var i = 0; i < page.Hits.Count; i++)
            list.Add(card, pages.Offset + i + 1, page.Hits[i].Story, page.Hits[i].Snippet, texts);
        // A tag that every hit has (the front matter's, as a rule) leads nowhere else, unless it is what was looked for.
        var frequent = page.Hits.SelectMany(h => h.Story.Tags)
            .CountBy(t => t, StringComparer.Ordinal)
            .Where(t => t.Value < page.Hits.Count || page.Hits.Count == 1 || string.Equals(t.Key, query, StringComparison.OrdinalIgnoreCase))
            .OrderByDescending(t => t.Value)
            .Select(t => t.Key)
            .Where(TagButton.Fits);
        var keys = new Keys()
            .Pages(pages, p => ButtonWords.Edit(Name, query, p))
            .Row([.. frequent.Take(ButtonsARow).Select(TagButton.New)])
            .Row(request.IsPrivate && isWordsOnly ? WatchButtons.Begin(query, texts) : null);
        return new MessageContent(card.ToFormattedText()) { Keyboard = keys.ToKeyboard() };
    }
}
