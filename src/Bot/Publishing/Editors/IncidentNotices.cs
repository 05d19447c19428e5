using BotDigest.Bot.Issues;
using BotDigest.Bot.Sending;
using BotDigest.Bot.Storage;
using BotDigest.Bot.Web;
using Microsoft.Extensions.Options;

namespace BotDigest.Bot.Publishing.Editors;

/// <summary>Tells of what keeps issues from the channel: one alert each, changed when it is over. What comes back soon raises a count in the same message.</summary>
internal sealed class IncidentNotices(
    NoticeBoard board,
    DeliveryStore deliveries,
    PublicationStore publications,
    PauseStore pauses,
    HeadPin pin,
    FormattingFaults formatting,
    KnownChats chats,
    Readiness readiness,
    IOptions<TelegramOptions> telegram,
    IOptions<PublishingOptions> publishing,
    TimeProvider time)
{
    private const int NamesShown = 10;

    private static readonly TimeSpan Soon = TimeSpan.FromHours(1);
    private static readonly TimeSpan LongPause = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongDoubt = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongFault = TimeSpan.FromSeconds(10);

    private readonly string _channel = ChannelKey.Of(telegram.Value);
    private DateTimeOffset? _folderDownSince;

    /// <summary>Brings the alerts to what is the case now.</summary>
    public async Task KeepAsync(IReadOnlyList<ReceiptFacts> all, EditorTexts texts, CancellationToken cancellationToken)
    {
        var writer = new IncidentWriter(texts);
        var current = await ReadAsync(all, texts, cancellationToken);
        foreach (var incident in current)
            await ShowAsync(incident, writer, cancellationToken);
        var names = current.Select(i => i.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var old in board.Posted.Where(p => p.Name.StartsWith(Incident.Prefix, StringComparison.Ordinal) && !names.Contains(p.Name) && (p.Name != Incident.Pin || pin.IsTried)))
            await EndAsync(old, writer, cancellationToken);
    }

    private async Task ShowAsync(Incident incident, IncidentWriter writer, CancellationToken cancellationToken)
    {
        var posted = board.Find(incident.Name);
        if (posted?.EndedAt is { } ended && time.GetUtcNow() - ended > Soon)
        {
            await board.ForgetAsync(incident.Name, cancellationToken);
            posted = null;
        }

        if (posted is not null)
            posted = await board.SetEndedAsync(incident.Name, isEnded: false, cancellationToken);
        var content = writer.Write(incident, posted?.BegunAt ?? time.GetUtcNow(), posted?.Times ?? 1);
        await board.ShowAsync(new Notice(incident.Name, content) { Stamp = Notice.StampOf($"{incident.Advice} {posted?.Times ?? 1}") }, cancellationToken);
    }

    private async Task EndAsync(PostedNotice posted, IncidentWriter writer, CancellationToken cancellationToken)
    {
        var ended = (await board.SetEndedAsync(posted.Name, isEnded: true, cancellationToken))!;
        var content = writer.WriteOver(ended.Name, ended.BegunAt, ended.EndedAt!.Value, ended.Times);
        var stamp = Notice.StampOf($"over {ended.EndedAt.Value.ToUnixTimeMilliseconds()}");
        await board.ShowAsync(new Notice(ended.Name, content) { Stamp = stamp, IsLastWord = true }, cancellationToken);
    }

    private async Task<List<Incident>> ReadAsync(IReadOnlyList<ReceiptFacts> all, EditorTexts texts, CancellationToken cancellationToken)
    {
        var incidents = new List<Incident>();
        if (all.FirstOrDefault(f => f.Stage.Paused == PublicationPause.Rights) is { } stopped)
            incidents.Add(new Incident(Incident.Rights, texts.IncidentRightsHow(Dates.Write(stopped.Stage.Date), stopped.Stage.Error ?? "")));
        foreach (var refused in all.Where(f => f.Stage.Paused == PublicationPause.Content))
            incidents.Add(new Incident(Incident.Content + Dates.Write(refused.Stage.Date), texts.IncidentContentHow(refused.Stage.Error ?? "")));
        foreach (var failed in all.Where(f => f.Stage.Paused == PublicationPause.Fault))
            incidents.Add(new Incident(Incident.Fault + Dates.Write(failed.Stage.Date), texts.IncidentIssueFaultHow(failed.Stage.Error ?? "")));
        if (await deliveries.FindUnknownAsync(_channel, cancellationToken) is { } unknown && time.GetUtcNow() - unknown.AttemptAt > LongDoubt)
        {
            var publication = await publications.FindAsync(unknown.PublicationId, cancellationToken);
            incidents.Add(new Incident(Incident.Unknown, texts.IncidentUnknownHow(publication is null ? "" : Dates.Write(publication.Date), publication?.Error ?? unknown.Error ?? "")));
        }

        if (await PauseAsync(cancellationToken) is { } until)
            incidents.Add(new Incident(Incident.Flood, texts.IncidentFloodHow(texts.Moment(until))));
        if (FolderFault() is { } fault)
            incidents.Add(new Incident(Incident.Folder, texts.IncidentFaultHow(fault)));
        if (Vanished(all) is { Count: > 0 } names)
            incidents.Add(new Incident(Incident.Vanished, texts.IncidentVanishedHow(names.Count, string.Join(", ", names.Take(NamesShown)) + (names.Count > NamesShown ? ", …" : ""))));
        if (pin.Refusal is { } refusal)
            incidents.Add(new Incident(Incident.Pin, texts.IncidentPinHow(refusal)));
        if (formatting.Last is { } unread && time.GetUtcNow() - unread.At < Soon)
            incidents.Add(new Incident(Incident.Formatting, texts.IncidentFormattingHow(unread.Refusal.ToString())));
        return incidents;
    }

    /// <summary>The files that went at once, whose issues stay on the channel for that.</summary>
    private List<string> Vanished(IReadOnlyList<ReceiptFacts> all) => publishing.Value.OnRemoved == OnRemoved.Retract
        ? [.. all.Where(f => f is { File: { IsMissing: true, Removal: FileRemoval.Together }, Stage.State: PublicationState.Published }).Select(f => f.Stage.File)]
        : [];

    /// <summary>The end of a pause of the channel that is worth telling.</summary>
    private async Task<DateTimeOffset?> PauseAsync(CancellationToken cancellationToken)
    {
        if (chats.Channel is not { } channel || await pauses.FindAsync(channel.Id, cancellationToken) is not { } until)
            return null;
        var rest = until - time.GetUtcNow();
        var isTold = board.Find(Incident.Flood) is { EndedAt: null };
        return rest > LongPause || (isTold && rest > TimeSpan.Zero) ? until : null;
    }

    private string? FolderFault()
    {
        var fault = readiness.ReasonOf(IssueFolder.Part);
        _folderDownSince = fault is null ? null : _folderDownSince ?? time.GetUtcNow();
        var isTold = board.Find(Incident.Folder) is { EndedAt: null };
        return isTold || time.GetUtcNow() - _folderDownSince >= LongFault ? fault : null;
    }
}
