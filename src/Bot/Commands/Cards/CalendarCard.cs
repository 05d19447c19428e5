using System.Globalization;
using BotDigest.Bot.Storage;
using BotDigest.Formatting.Messages;
using BotDigest.Formatting.Text;

namespace BotDigest.Bot.Commands.Cards;

/// <summary>The issues of a month: the newest titles, and a calendar whose days open issues; or the months to choose from.</summary>
/// <param name="issues">The issues.</param>
internal sealed class CalendarCard(IssueStore issues)
{
    /// <summary>What a button carries that shows the months to choose from.</summary>
    internal const string Months = "months";

    private const string Command = "issue";
    private const string NoDay = "·";
    private const int TitlesShown = 5;
    private const int TitleLength = 60;
    private const int DaysAWeek = 7;
    private const int MonthsARow = 4;
    private const int MonthsAPage = 24;

    /// <summary>A month as buttons carry it.</summary>
    internal static string Month(DateOnly day) => day.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    /// <summary>Composes the card of a month; of the nearest month before it with an issue, or else of the oldest one, where it has none.</summary>
    /// <param name="wanted">A day of the month; the newest issue's month without it.</param>
    /// <param name="texts">The reader's language.</param>
    /// <param name="lead">A line above it, or null.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    internal async Task<MessageContent> ComposeAsync(DateOnly? wanted, Texts texts, string? lead, CancellationToken cancellationToken)
    {
        var months = await issues.ListMonthsAsync(cancellationToken);
        if (months.Count == 0)
            return new MessageContent(new CardText().Add(texts[Phrase.NoIssues]).ToFormattedText());
        var shown = wanted is { } day ? Math.Max(0, months.FindLastIndex(m => string.CompareOrdinal(m, Month(day)) <= 0)) : months.Count - 1;
        var first = FirstOf(months[shown]);
        var ofMonth = await issues.ListBetweenAsync(first, first.AddMonths(1).AddDays(-1), cancellationToken);
        var card = await HeadAsync(texts, lead, cancellationToken);
        foreach (var issue in ofMonth.Take(TitlesShown))
            card.TryAdd(new FormattedTextBuilder().Line().Bold(texts.ShortDate(issue.Date)).Plain(" " + texts.ShortWeekday(issue.Date) + "  " + issue.Title.Shorten(TitleLength)).ToFormattedText(), reserve: 0);
        card.Line().Line().Add(texts[Phrase.CalendarHint]);
        var keys = new Keys()
            .Grid(DaysAWeek, Days(first, [.. ofMonth.Select(i => i.Date)], texts))
            .Row(
                Turn("‹", months[(shown + months.Count - 1) % months.Count], months.Count),
                new Button.Callback(texts.Month(first), ButtonWords.Edit(Command, months.Count > 1 ? Months : months[shown])),
                Turn("›", months[(shown + 1) % months.Count], months.Count));
        return new MessageContent(card.ToFormattedText()) { Keyboard = keys.ToKeyboard() };
    }

    /// <summary>Composes the card of all months, the newest first.</summary>
    internal async Task<MessageContent> MonthsAsync(int page, Texts texts, CancellationToken cancellationToken)
    {
        var months = await issues.ListMonthsAsync(cancellationToken);
        var pages = Pages.Of(page, months.Count, MonthsAPage);
        var card = await HeadAsync(texts, lead: null, cancellationToken);
        card.Line().Add(texts[Phrase.MonthsHint]);
        var keys = new Keys()
            .Grid(MonthsARow, Enumerable.Reverse(months).Skip(pages.Offset).Take(MonthsAPage).Select(m => new Button.Callback(texts.Month(FirstOf(m)), ButtonWords.Edit(Command, m))))
            .Pages(pages, p => ButtonWords.Edit(Command, Months, p));
        return new MessageContent(card.ToFormattedText()) { Keyboard = keys.ToKeyboard() };
    }

    private async Task<CardText> HeadAsync(Texts texts, string? lead, CancellationToken cancellationToken)
    {
        var card = new CardText();
        if (lead is not null)
            card.Add(lead).Line().Line();
        return card.AddBold(texts[Phrase.ArchiveTitle]).Add(" · " + texts.Fill(Phrase.ManyIssues, await issues.CountListedAsync(cancellationToken))).Line();
    }

    /// <summary>The weekdays, then the days in whole weeks; a day without an issue shows the month again, which changes nothing.</summary>
    private static IEnumerable<Button> Days(DateOnly first, HashSet<DateOnly> withIssue, Texts texts)
    {
        var monday = first.AddDays(-(((int)first.DayOfWeek + DaysAWeek - 1) % DaysAWeek));
        foreach (var weekday in texts.WeekdayColumns())
            yield return Idle(weekday, first);
        for (var day = monday; day < first.AddMonths(1) || day.DayOfWeek != DayOfWeek.Monday; day = day.AddDays(1))
            yield return withIssue.Contains(day) ? new Button.Callback(day.Day.ToString(texts.Culture), ButtonWords.Edit(Command, ButtonWords.Date(day))) : Idle(NoDay, first);
    }

    private static Button.Callback Idle(string caption, DateOnly month) => new(caption, ButtonWords.Edit(Command, Month(month)));

    private static Button.Callback? Turn(string caption, string month, int months) => months > 1 ? new Button.Callback(caption, ButtonWords.Edit(Command, month)) : null;

    private static DateOnly FirstOf(string month) => DateOnly.ParseExact(month, "yyyy-MM", CultureInfo.InvariantCulture);
}
