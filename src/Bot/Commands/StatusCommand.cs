using System.Globalization;
using BotDigest.Bot.Commands.Cards;
using BotDigest.Bot.Publishing;
using BotDigest.Bot.Publishing.Editors;
using BotDigest.Bot.Sending;
using BotDigest.Bot.Storage;
using BotDigest.Bot.Subscribers;
using BotDigest.Formatting.Messages;
using BotDigest.Formatting.Text;

namespace BotDigest.Bot.Commands;

/// <summary><c>/status</c>: what is on the channel and what waits, and why.</summary>
internal sealed class StatusCommand(
    ReceiptFactsReader reader,
    EditorIssues choice,
    DeliveryStore deliveries,
    PushStore pushes,
    PauseStore pauses,
    FileStore files,
    PublicationGate gate,
    KnownChats chats,
    ChannelLinks links,
    DeskLanguage language,
    ChannelZone zone,
    TimeProvider clock) : ICommand
{
    // what the buttons of an earlier release carry
    private const string OlderChinese = "zh";

    private const int Shown = 7;
    private const int TitleLength = 40;
    private const int Reserve = 600;

    /// <inheritdoc/>
    public string Name => "status";

    /// <inheritdoc/>
    public CommandPlace Place => CommandPlace.Editors;

    /// <inheritdoc/>
    public async Task<Reply> AnswerAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        if (request is { IsButton: true, IsEditorsChat: true } && LanguageOf(request.Argument) is { } culture)
        {
            await language.ChooseAsync(request.Chat, culture, cancellationToken);
            return new Reply.Note(Texts.In(culture)[Phrase.DeskLanguageSet]);
        }

        var editorTexts = new EditorTexts(request.Culture, zone.Value);
        var all = await reader.ReadAsync(cancellationToken);
        var card = new CardText().AddBold(request.Texts[Phrase.StatusTitle]).Line();
        card.Line().Add(await PaceAsync(request.Texts, cancellationToken));
        await AddNextAsync(card, all, request.Texts, editorTexts, cancellationToken);
        await AddQueueAsync(card, request.Texts, editorTexts, cancellationToken);
        await AddIssuesAsync(card.Line(), all, request.Texts, editorTexts, cancellationToken);
        return new Reply.Card(new MessageContent(card.ToFormattedText()) { Keyboard = await KeyboardAsync(request, cancellationToken) });
    }

    private static CultureInfo? LanguageOf(string name) => name == OlderChinese ? Languages.Chinese : Languages.All.FirstOrDefault(l => l.Name == name);

    private async Task<string> PaceAsync(Texts texts, CancellationToken cancellationToken) =>
        await gate.FindHaltAsync(cancellationToken) is { } halt ? texts.Fill(Phrase.PausedAlready, texts.Editor(halt.EditorName)) : texts[Phrase.StatusRunning];

    private async Task AddNextAsync(CardText card, IReadOnlyList<ReceiptFacts> all, Texts texts, EditorTexts editorTexts, CancellationToken cancellationToken)
    {
        var next = all.Where(f => f.Stage.State == PublicationState.Scheduled).MinBy(f => f.Stage.DueAt);
        if (next is null)
            card.Line().Add(texts[Phrase.NothingDue]);
        else
            card.Line().Add(texts.Fill(Phrase.NextDue, editorTexts.Moment(next.Stage.DueAt!.Value), (await choice.TitleAsync(next.Stage.Date, cancellationToken)).Shorten(TitleLength)));
    }

    private async Task AddQueueAsync(CardText card, Texts texts, EditorTexts editorTexts, CancellationToken cancellationToken)
    {
        if (await deliveries.FindUnknownAsync(choice.Channel, cancellationToken) is not null)
            card.Line().Add(texts[Phrase.Unsettled]);
        if (chats.Channel is { } channel && await pauses.FindAsync(channel.Id, cancellationToken) is { } until && until > clock.GetUtcNow())
            card.Line().Add(texts.Fill(Phrase.FloodPause, editorTexts.Moment(until)));
        if (await pushes.CountWaitingAsync(cancellationToken) is > 0 and var waiting)
            card.Line().Add(texts.Fill(Phrase.PushesWaiting, waiting));
        if (await files.ListRefusedAsync(cancellationToken) is { Count: > 0 } refused)
            card.Line().Add(texts.Fill(Phrase.RefusedFiles, string.Join(", ", refused.Take(Shown).Select(f => f.Name)) + (refused.Count > Shown ? ", …" : "")));
    }

    /// <summary>What is not done, whatever its date, and the newest of what is.</summary>
    private async Task AddIssuesAsync(CardText card, IReadOnlyList<ReceiptFacts> all, Texts texts, EditorTexts editorTexts, CancellationToken cancellationToken)
    {
        var writer = new ReceiptWriter(editorTexts);
        var open = all.Where(f => f.Stage.State is PublicationState.Scheduled or PublicationState.Publishing or PublicationState.Retracting or PublicationState.Draft || f.Stage.Paused is not null);
        var newest = all.Where(f => f.Stage.State is PublicationState.Published or PublicationState.Retracted or PublicationState.Indexed).TakeLast(Shown);
        foreach (var facts in open.Union(newest).OrderByDescending(f => f.Stage.Date))
        {
            var head = (await deliveries.ListAsync(facts.Stage.Id, cancellationToken)).FirstOrDefault(d => d is { State: DeliveryState.Sent, MessageId: not null })?.MessageId;
            var title = (await choice.TitleAsync(facts.Stage.Date, cancellationToken)).Shorten(TitleLength);
            var line = new FormattedTextBuilder().Line().Bold(texts.ShortDate(facts.Stage.Date)).Plain(" ").Link(title, head is { } id ? links.Post(id) : null).Plain("\n" + writer.State(facts));
            if (!card.TryAdd(line.ToFormattedText(), Reserve))
                break;
        }
    }

    private async Task<Keyboard?> KeyboardAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        var texts = request.Texts;
        var isHalted = await gate.FindHaltAsync(cancellationToken) is not null;
        var keys = new Keys().Row(
            new Button.Callback(texts[Phrase.RefreshButton], ButtonWords.Edit(Name)),
            new Button.Callback(texts[isHalted ? Phrase.ResumeButton : Phrase.PauseButton], ButtonWords.New(isHalted ? "resume" : "pause")));
        if (request.IsEditorsChat)
            keys.Row([.. Languages.All.Select(l => new Button.Callback(Texts.In(l)[Phrase.LanguageName], ButtonWords.New(Name, l.Name)))]);
        return keys.ToKeyboard();
    }
}
