using System.Globalization;
using BotDigest.Bot.Commands.Cards;
using BotDigest.Bot.Publishing;
using BotDigest.Bot.Publishing.Editors;
using BotDigest.Bot.Storage;
using BotDigest.Formatting.Messages;

namespace BotDigest.Bot.Commands;

/// <summary><c>/retract</c>: takes an issue back, after a second look. The button holds for a while, and for the issue as it was shown.</summary>
internal sealed class RetractCommand(EditorIssues choice, PublicationStore publications, DeliveryStore deliveries, RequestStore requests, DeskSignal desk, TimeProvider clock) : ICommand
{
    private const string Sure = "yes";
    private const string Leave = "no";

    private static readonly TimeSpan Life = TimeSpan.FromMinutes(10);

    /// <inheritdoc/>
    public string Name => "retract";

    /// <inheritdoc/>
    public CommandPlace Place => CommandPlace.Editors;

    /// <inheritdoc/>
    public async Task<Reply> AnswerAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        if (request.IsButton && request.Argument.Split(' ') is [Sure, var day, var fingerprint, var asked])
            return await RetractAsync(Dates.Read(day), fingerprint, DateTimeOffset.FromUnixTimeSeconds(long.Parse(asked, CultureInfo.InvariantCulture)), request, cancellationToken);
        if (request.IsButton && request.Argument.Split(' ') is [Leave, var left])
            return Card(request.Texts.Fill(Phrase.RetractLeft, left));
        var (found, instead) = await choice.FindAsync(Name, request, s => s is not (PublicationState.Retracted or PublicationState.Retracting), cancellationToken);
        return found is { } issue ? await AskAsync(issue, request, cancellationToken) : instead!;
    }

    private async Task<Reply> AskAsync(Publication issue, CommandRequest request, CancellationToken cancellationToken)
    {
        var (texts, day) = (request.Texts, ButtonWords.Date(issue.Date));
        if (issue.State is PublicationState.Retracted or PublicationState.Retracting)
            return Card(texts.Fill(Phrase.RetractedAlready, day));
        var posted = (await deliveries.ListAsync(issue.Id, cancellationToken)).Count(d => d.State == DeliveryState.Sent);
        var title = await choice.TitleAsync(issue.Date, cancellationToken);
        var card = new CardText().AddBold(texts.Fill(Phrase.RetractSure, day)).Line().Add(title).Line().Line()
            .Add(posted == 0 ? texts[Phrase.RetractUnsent] : texts.Fill(Phrase.RetractPosted, posted == 1 ? texts[Phrase.OneMessage] : texts.Fill(Phrase.ManyMessages, posted)));
        var asked = clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var keys = new Keys().Row(
            new Button.Callback(texts[Phrase.RetractYesButton], ButtonWords.Edit(Name, $"{Sure} {day} {ReceiptWriter.Short(issue.Fingerprint)} {asked}")),
            new Button.Callback(texts[Phrase.RetractNoButton], ButtonWords.Edit(Name, $"{Leave} {day}")));
        return new Reply.Card(new MessageContent(card.ToFormattedText()) { Keyboard = keys.ToKeyboard() });
    }

    private async Task<Reply> RetractAsync(DateOnly date, string fingerprint, DateTimeOffset asked, CommandRequest request, CancellationToken cancellationToken)
    {
        var (texts, day, now) = (request.Texts, ButtonWords.Date(date), clock.GetUtcNow());
        if (await publications.FindAsync(choice.Channel, date, cancellationToken) is not { } issue)
            return Card(texts.Fill(Phrase.NoIssuePlanned, texts.LongDate(date)));
        if (issue.State is PublicationState.Retracted or PublicationState.Retracting)
            return Card(texts.Fill(Phrase.RetractedAlready, day));
        if (now - asked > Life)
            return Card(texts.Fill(Phrase.RetractExpired, day));
        if (ReceiptWriter.Short(issue.Fingerprint) != fingerprint)
            return Card(texts.Fill(Phrase.RetractChanged, day));
        await requests.AddAsync(PublicationVerbs.Retract, day, now, cancellationToken);
        desk.Look();
        return Card(texts.Fill(Phrase.RetractTaken, day, request.UserName));
    }

    private static Reply.Card Card(string text) => new(new MessageContent(new CardText().Add(text).ToFormattedText()));
}
