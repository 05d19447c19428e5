using System.Globalization;
using BotDigest.Bot.Commands.Cards;
using BotDigest.Bot.Issues;
using BotDigest.Bot.Search;
using BotDigest.Bot.Sending;
using BotDigest.Bot.Storage;
using BotDigest.Formatting.Messages;
using BotDigest.Formatting.Text;

namespace BotDigest.Bot.Commands;

/// <summary>Inline mode: the stories that somebody finds by typing the bot's name and a few words in any chat; without words those of today.</summary>
internal sealed class InlineStories(SearchStore search, IssueStore issues, StoryLinks links, VocabularyFile vocabulary, TimeProvider clock)
{
    private const int PageSize = 10;

    // Nobody reads on for so long; beyond it an offset is made up.
    private const int LastOffset = 1000;
    private const int DescriptionLength = 120;

    /// <summary>Answers a query.</summary>
    /// <param name="request">Who asks; what they typed is the argument.</param>
    /// <param name="offset">Where to go on, as the page before said; whatever else it holds is the beginning.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    internal async Task<InlinePage> AnswerAsync(CommandRequest request, string offset, CancellationToken cancellationToken)
    {
        var first = int.TryParse(offset, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= LastOffset ? number : 0;
        var query = QueryText.Clean(request.Argument);
        var (total, found) = query.Length == 0 ? await TodayAsync(request, first, cancellationToken) : await FindAsync(query, request, first, cancellationToken);
        var next = first + found.Count;
        var texts = request.Texts;
        return new InlinePage([.. found.Select(f => Card(f.Story, f.Line, texts))], next < total && next <= LastOffset ? next.ToString(CultureInfo.InvariantCulture) : "")
        {
            Button = total == 0 ? texts[query.Length == 0 ? Phrase.InlineNoIssues : Phrase.InlineNothing] : null,
            ButtonPayload = total == 0 ? query.Length == 0 ? "latest" : "search" : null,
        };
    }

    private async Task<(int Total, List<(StoredStory Story, string Line)> Found)> TodayAsync(CommandRequest request, int first, CancellationToken cancellationToken)
    {
        var issue = await issues.FindAsync(clock.Today(request.Zone), cancellationToken) is { Listed: true } found ? found : await issues.NewestAsync(cancellationToken);
        if (issue is null)
            return (0, []);
        var stories = await issues.StoriesBetweenAsync(issue.Date, issue.Date, cancellationToken);
        return (stories.Count, [.. stories.Skip(first).Take(PageSize).Select(s => (s, FirstLine(s)))]);
    }

    private async Task<(int Total, List<(StoredStory Story, string Line)> Found)> FindAsync(string query, CommandRequest request, int first, CancellationToken cancellationToken)
    {
        if (query.StartsWith("s_", StringComparison.Ordinal) && await issues.FindStoryAsync(query, cancellationToken) is { } story)
            return (1, first == 0 ? [(story, FirstLine(story))] : []);
        var wanted = SearchQuery.Parse(query, clock.Today(request.Zone), vocabulary.Read().Vocabulary);
        var page = await search.SearchAsync(wanted, first, PageSize, cancellationToken);
        return (page.Total, [.. page.Hits.Select(h => (h.Story, h.Snippet.Text))]);
    }

    private static string FirstLine(StoredStory story) => story.Text.Split('\n')[0].TrimStart('•', ' ');

    private InlineCard Card(StoredStory story, string line, Texts texts) => new(
        story.Key,
        story.Headline,
        (texts.ShortDate(story.Date) + (line.Length > 0 ? " · " + line : "")).Shorten(DescriptionLength),
        new MessageContent(StoryCard.Text(story, texts))
        {
            Preview = StoryCard.Preview(story),
            Keyboard = new Keys().Row(
                LinkAddress.IsAccepted(story.Url) ? new Button.Link(texts[Phrase.SourceButton], story.Url!) : null,
                links.Post(story) is { } post ? new Button.Link(texts[Phrase.PostButton], post) : links.Whole(story) is { } whole ? new Button.Link(texts[Phrase.WholeLink], whole) : null).ToKeyboard(),
        });
}
