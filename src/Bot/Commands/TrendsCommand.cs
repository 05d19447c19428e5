using System.Globalization;
using BotDigest.Bot.Commands.Cards;
using BotDigest.Bot.Commands.Charts;
using BotDigest.Bot.Issues;
using BotDigest.Bot.Search;
using BotDigest.Bot.Storage;
using BotDigest.Formatting.Messages;

namespace BotDigest.Bot.Commands;

/// <summary><c>/trends</c>: how many stories a week tell of a name, or of up to four side by side, over the last weeks: as a picture, or as text where none can be made.</summary>
internal sealed class TrendsCommand(IssueStore issues, SearchStore search, NothingFound nothing, PictureMaker pictures, VocabularyFile vocabulary, TimeProvider clock) : ICommand
{
    private const int MostNames = 4;
    private const int MostWeeks = 12;
    private const int FewestWeeks = 4;
    private const int DaysAWeek = 7;
    private const int NameLength = 40;

    /// <inheritdoc/>
    public string Name => "trends";

    /// <inheritdoc/>
    public CommandPlace Place => CommandPlace.Everywhere;

    /// <inheritdoc/>
    public async Task<Reply> AnswerAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        var texts = request.Texts;
        var names = TrendNames.Read(request.Argument);
        if (names.Count == 0)
            return new Reply.Question(Plain(texts[Phrase.TrendsQuestion]), texts[Phrase.NamePlaceholder]);
        if (request.Argument.Length > QueryText.MaxLength)
            return new Reply.Note(texts.Fill(Phrase.QueryTooLong, QueryText.MaxLength));
        if (await issues.SpanAsync(cancellationToken) is not { } archive)
            return new Reply.Card(Plain(texts[Phrase.NoIssues]));
        var today = clock.Today(request.Zone);
        var last = archive.Last < today ? archive.Last : today;
        var weeks = Math.Clamp((last.DayNumber - archive.First.DayNumber + DaysAWeek) / DaysAWeek, FewestWeeks, MostWeeks);
        var span = new DateSpan(last.AddDays(1 - (weeks * DaysAWeek)), last);
        var trends = new List<Trend>();
        foreach (var name in names.Take(MostNames))
            trends.Add(await CountAsync(name, span, weeks, today, cancellationToken));
        if (trends.TrueForAll(t => t.Total == 0))
            return new Reply.Card(await nothing.ComposeAsync(request.Argument.Trim(), names[0], texts, cancellationToken));
        return await ChartAsync(trends, span, names.Count > MostNames, texts, cancellationToken);
    }

    private async Task<Trend> CountAsync(string name, DateSpan span, int weeks, DateOnly today, CancellationToken cancellationToken)
    {
        var query = SearchQuery.Parse(name, today, vocabulary.Read().Vocabulary) with { Dates = span };
        var counts = new int[weeks];
        foreach (var day in await search.DaysAsync(query, cancellationToken))
            counts[(day.DayNumber - span.First.DayNumber) / DaysAWeek]++;
        return new Trend(name.Shorten(NameLength), [.. counts]);
    }

    private async Task<Reply> ChartAsync(List<Trend> trends, DateSpan span, bool isCut, Texts texts, CancellationToken cancellationToken)
    {
        var weeks = Enumerable.Range(0, trends[0].Counts.Length).Select(w => span.First.AddDays(w * DaysAWeek).ToString(texts[Phrase.DateTiny], CultureInfo.InvariantCulture)).ToList();
        var head = new CardText().AddBold(string.Join(texts[Phrase.NameSeparator], trends.Select(t => t.Name))).Add(" · " + texts.Fill(Phrase.TrendsTitle, trends[0].Counts.Length));
        var keys = new Keys().Row([.. trends.Select(t => new Button.Callback(texts.Fill(Phrase.TimelineButton, t.Name), ButtonWords.New("timeline", t.Name))).Where(IsCarried)]).ToKeyboard();
        var chart = new CardText().Add(head.ToFormattedText()).Line().Line().Add(TrendText.Write(trends, weeks));
        if (isCut)
        {
            head.Line().Add(texts.Fill(Phrase.TrendsCut, MostNames));
            chart.Line().Line().Add(texts.Fill(Phrase.TrendsCut, MostNames));
        }

        var text = new MessageContent(chart.ToFormattedText()) { Keyboard = keys };
        return await pictures.TryMakeAsync(TrendDrawing.Draw(trends, weeks), cancellationToken) is { } picture
            ? new Reply.Picture(picture, new MessageContent(head.ToFormattedText()) { Keyboard = keys }, text)
            : new Reply.Card(text);
    }

    // A name that is too long for a button would have to be the message's title.
    private static bool IsCarried(Button.Callback button) => ButtonWords.Parse(button.Data)?.Argument is not null;

    private static MessageContent Plain(string words) => new(new CardText().Add(words).ToFormattedText());
}
