using BotDigest.Bot.Storage;
using BotDigest.Formatting.Messages;
using BotDigest.Formatting.Text;

namespace BotDigest.Bot.Commands.Cards;

/// <summary>A page of issues, the newest first: their titles, and a button a date.</summary>
/// <param name="issues">The issues.</param>
internal sealed class ArchiveCard(IssueStore issues)
{
    private const int PageSize = 8;
    private const int ButtonsARow = 4;

    /// <summary>Composes the card.</summary>
    /// <param name="page">The page, from 0.</param>
    /// <param name="texts">The reader's language.</param>
    /// <param name="lead">A line above it, or null.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    internal async Task<MessageContent> ComposeAsync(int page, Texts texts, string? lead, CancellationToken cancellationToken)
    {
        var total = await issues.CountListedAsync(cancellationToken);
        if (total == 0)
            return new MessageContent(new CardText().Add(texts[Phrase.NoIssues]).ToFormattedText());
        var pages = Pages.Of(page, total, PageSize);
        var shown = await issues.ListNewestAsync(PageSize, pages.Offset, cancellationToken);
        var card = new CardText();
        if (lead is not null)
            card.Add(lead).Line().Line();
        card.AddBold(texts[Phrase.ArchiveTitle]).Add(" · " + texts.Fill(Phrase.ManyIssues, total));
        if (pages.Count > 1)
            card.Add(" · " + texts.Fill(Phrase.PageOf, pages.Current + 1, pages.Count));
        card.Line();
        foreach (var issue in shown)
            card.TryAdd(new FormattedTextBuilder().Line().Bold(texts.ShortDate(issue.Date)).Plain(" " + texts.ShortWeekday(issue.Date) + "  " + issue.Title).ToFormattedText(), reserve: 0);
        var buttons = new Keys()
            .Grid(ButtonsARow, shown.Select(i => new Button.Callback(texts.ShortDate(i.Date), ButtonWords.Edit("issue", ButtonWords.Date(i.Date)))))
            .Pages(pages, p => ButtonWords.Edit("issue", page: p));
        return new MessageContent(card.ToFormattedText()) { Keyboard = buttons.ToKeyboard() };
    }
}
