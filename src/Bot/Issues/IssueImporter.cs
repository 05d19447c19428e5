using System.Collections.Immutable;
using System.Globalization;
using BotDigest.Bot.Publishing;
using BotDigest.Bot.Sending;
using BotDigest.Bot.Storage;
using BotDigest.Formatting.Digests;
using BotDigest.Formatting.Issues;
using BotDigest.Formatting.Problems;
using BotDigest.Formatting.Vocabularies;
using Microsoft.Extensions.Options;

namespace BotDigest.Bot.Issues;

/// <summary>Takes files in: reads, checks, stores and composes them, and enters in the ledger what the channel should show.</summary>
internal sealed partial class IssueImporter(
    IssueParser parser,
    IssueStore issues,
    PublicationStore publications,
    DeliveryStore deliveries,
    FileStore files,
    RepeatStore repeats,
    Transaction transaction,
    FirstStart firstStart,
    VocabularyFile vocabulary,
    DigestSettings digests,
    IOptions<PostsOptions> posts,
    IOptions<PublishingOptions> publishing,
    IOptions<TelegramOptions> telegram,
    TimeProvider time,
    ILogger<IssueImporter> log)
{
    // people and files rarely change an issue within the same moment, let alone that often
    private const int MostAttempts = 10;

    private readonly string _channel = ChannelKey.Of(telegram.Value);

    /// <summary>Takes in an entry of the folder.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="isOld">True where it was there before the first start.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>What came of it; null where nothing has changed, and it could be read.</returns>
    public async Task<ImportReport?> ImportAsync(FolderEntry entry, bool isOld, CancellationToken cancellationToken)
    {
        var known = await files.FindAsync(entry.Name, cancellationToken);
        if (await IssueFile.ReadAsync(entry, cancellationToken) is not { } file)
            return null;
        if (known?.Hash == file.Hash)
            return file.Problem is { } still && new ImportReport(entry.Path, [still], null) is { IsUnread: true } report ? report : null;
        var started = await firstStart.AtAsync(_channel, cancellationToken);
        var seenAt = known?.FirstSeenAt ?? (isOld ? started - TimeSpan.FromMilliseconds(1) : time.GetUtcNow());
        return await TakeInAsync(
            entry,
            file,
            async (issue, owner) =>
            {
                // a file with a new name is no new file
                if (known is null && owner is not null && await files.FindAsync(owner.File, cancellationToken) is { } former && former.FirstSeenAt < seenAt)
                    seenAt = former.FirstSeenAt;
                return IssueSchedule.Decide(issue, new FirstSight(seenAt, started), publishing.Value);
            },
            taken => files.SaveAsync(new KnownFile(entry.Name, file.Hash, taken.Date, taken.Problems, seenAt, Note: taken.Note), cancellationToken),
            cancellationToken);
    }

    /// <summary>Takes in a file for the index alone: it is not published.</summary>
    public async Task<ImportReport?> IndexAsync(string path, CancellationToken cancellationToken)
    {
        var entry = new FolderEntry(path, EntryKind.File);
        if (await IssueFile.ReadAsync(entry, cancellationToken) is not { } file)
            return null;
        var now = time.GetUtcNow();
        return await TakeInAsync(
            entry,
            file,
            (issue, _) => Task.FromResult(IssueSchedule.Decide(issue, new FirstSight(now, now), publishing.Value) with { Verdict = ScheduleVerdict.BeforeFirstStart }),
            _ => Task.CompletedTask,
            cancellationToken);
    }

    /// <summary>Composes and tags an issue of the ledger anew, with the settings, vocabulary and program of today.</summary>
    /// <returns>False where what it was read from can no longer be read.</returns>
    public async Task<bool> RecomposeAsync(Publication publication, CancellationToken cancellationToken)
    {
        var known = publication;
        for (var attempt = 1; attempt <= MostAttempts; attempt++)
        {
            var source = await issues.FindSourceAsync(known.Date, cancellationToken);
            if (source is null || parser.Parse(source.Content, source.File) is not { HasErrors: false, Issue: { } issue })
                return false;
            var state = known.State == PublicationState.Published ? PublicationState.Publishing : known.State;
            var content = new PublicationContent(known.File, known.Fingerprint, Compose(issue), state, known.DueAt, known.RetractedBy);
            var names = vocabulary.Read().Vocabulary;
            var isEntered = await transaction.RunAsync(
                async () =>
                {
                    var isRevised = await publications.ReviseAsync(known, content, offChannel: false, cancellationToken);
                    if (isRevised)
                        await issues.SaveAnewAsync(issue, source.File, source.Content, names, cancellationToken);
                    return isRevised;
                },
                cancellationToken);
            if (isEntered)
                return true;

            if (await publications.FindAsync(known.Id, cancellationToken) is not { } now)
                return false;
            known = now;
        }

        throw Restless(known.Date);
    }

    /// <summary>Notes that a file has gone. What is on the channel stays; what waited for its hour is forgotten.</summary>
    public Task RemoveAsync(string name, CancellationToken cancellationToken) => transaction.RunAsync(() => FollowRemovalAsync(name, cancellationToken), cancellationToken);

    private async Task FollowRemovalAsync(string name, CancellationToken cancellationToken)
    {
        await files.SetMissingAsync(name, time.GetUtcNow(), cancellationToken);
        if (await publications.FindByFileAsync(_channel, name, cancellationToken) is { State: PublicationState.Draft or PublicationState.Scheduled or PublicationState.Publishing, PublishedAt: null } publication)
            await ForgetAsync(publication, cancellationToken);
    }

    /// <summary>The files that were refused because another one had their date, and that one has gone. They are read anew.</summary>
    public async Task<IReadOnlyList<FolderEntry>> ListDisputedAsync(CancellationToken cancellationToken)
    {
        var disputed = new List<FolderEntry>();
        foreach (var file in await files.ListAsync(cancellationToken))
        {
            var dispute = file.Problems.FirstOrDefault(p => p.Code == ProblemKinds.DateTaken.Code);
            if (dispute is null || file.MissingSince is not null || File.Exists(Path.Combine(posts.Value.Folder, dispute.Arguments[1])))
                continue;
            await files.SaveAsync(file with { Hash = "" }, cancellationToken);
            disputed.Add(new FolderEntry(Path.Combine(posts.Value.Folder, file.Name), EntryKind.File));
        }

        return disputed;
    }

    /// <summary>Ends the first look through the folder: with <see cref="CatchUp.Latest"/> the newest issue that was due before the first start is published.</summary>
    public async Task FinishFirstScanAsync(CancellationToken cancellationToken)
    {
        if (publishing.Value.CatchUp == CatchUp.Latest)
        {
            var started = await firstStart.AtAsync(_channel, cancellationToken);
            var known = (await files.ListAsync(cancellationToken)).Select(f => f.Name).ToHashSet(StringComparer.Ordinal);
            var old = (await publications.ListAsync(_channel, cancellationToken)).Where(p => p.State == PublicationState.Indexed && p.DueAt < started && known.Contains(p.File));
            if (old.MaxBy(p => p.Date) is { } newest)
                await publications.SetStateAsync(newest.Id, PublicationState.Scheduled, newest.DueAt, null, cancellationToken);
        }

        await firstStart.SetScannedAsync(_channel, cancellationToken);
    }

    /// <summary>Reads a file and enters what it says: in one transaction, so that whatever ends the program leaves the file taken in, or still to be read.</summary>
    private async Task<ImportReport> TakeInAsync(
        FolderEntry entry, IssueFile file, Func<Issue, Publication?, Task<IssueTiming>> timing, Func<ImportReport, Task> note, CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time.GetUtcNow(), publishing.Value.Zone).DateTime);
        var result = file.Problem is { } obstacle ? new ParseResult(null, [obstacle]) : parser.Parse(file.Content.AsSpan(), entry.Name, today);
        var names = result.HasErrors ? null : vocabulary.Read().Vocabulary;
        var (report, entered) = await transaction.RunAsync(
            async () =>
            {
                var taken = result.HasErrors ? (new ImportReport(entry.Path, result.Problems, null), null) : await EnterAsync(entry, file, result, names!, timing, cancellationToken);
                await note(taken.Report);
                return taken;
            },
            cancellationToken);
        Tell(entry, report.Problems);
        if (entered is { State: var state, DueAt: var due })
            TakenIn(entry.Name, result.Issue!.Date, state, due);
        return report;
    }

    private async Task<(ImportReport Report, PublicationDecision? Entered)> EnterAsync(
        FolderEntry entry, IssueFile file, ParseResult result, Vocabulary names, Func<Issue, Publication?, Task<IssueTiming>> timing, CancellationToken cancellationToken)
    {
        var issue = result.Issue!;
        var owner = await publications.FindAsync(_channel, issue.Date, cancellationToken);
        if (await FindConflictAsync(issue, entry, owner, cancellationToken) is { } conflict)
            return (new ImportReport(entry.Path, [conflict.At(DateLine.Of(file.Content.AsSpan())), .. result.Problems], null), null);
        var (note, entered) = await EnterAsync(
            issue,
            entry.Name,
            () => issues.SaveAsync(issue, entry.Name, file.Content.AsMemory(), names, cancellationToken),
            await timing(issue, owner),
            cancellationToken);
        return (new ImportReport(entry.Path, [.. result.Problems, .. await FindRepeatsAsync(issue, cancellationToken)], issue.Date, note), entered);
    }

    private async Task<ImmutableArray<Problem>> FindRepeatsAsync(Issue issue, CancellationToken cancellationToken) =>
        issue.Retracted ? [] : StoryRepeats.Find(issue.Date, issue.Stories, await repeats.FindAsync(_channel, issue.Date, issue.Stories, cancellationToken));

    /// <summary>Stores the issue and enters in the ledger what the channel should show. A draft of what is on the channel is nobody's to see, and not stored.</summary>
    private async Task<(ImportNote Note, PublicationDecision? Entered)> EnterAsync(Issue issue, string file, Func<Task> save, IssueTiming timing, CancellationToken cancellationToken)
    {
        for (var attempt = 1; attempt <= MostAttempts; attempt++)
        {
            var existing = await publications.FindAsync(_channel, issue.Date, cancellationToken);
            if (existing is not null && existing.Fingerprint == issue.Fingerprint && existing.RetractedBy != RetractedBy.Removal)
            {
                await save();
                if (existing.File != file)
                    await publications.RenameAsync(existing.Id, file, cancellationToken);
                // the program may have ended before this was done
                await SetListedAsync(issue.Date, existing.State, cancellationToken);
                return (ImportNote.None, null);
            }

            var isOnChannel = existing is not null && (await deliveries.ListAsync(existing.Id, cancellationToken)).Any(d => d.State is DeliveryState.Sent or DeliveryState.Sending or DeliveryState.Unknown);
            if (isOnChannel && issue is { Draft: true, Retracted: false })
                return (ImportNote.DraftOfPublished, null);
            var decision = PublicationDecision.Of(issue, existing, isOnChannel, timing, time.GetUtcNow());
            await save();
            var content = new PublicationContent(file, issue.Fingerprint, Compose(issue), decision.State, decision.DueAt, decision.RetractedBy);
            if (existing is null)
                await publications.AddAsync(_channel, issue.Date, content, cancellationToken);
            else if (!await publications.ReviseAsync(existing, content, offChannel: !isOnChannel, cancellationToken))
                continue;
            await SetListedAsync(issue.Date, decision.State, cancellationToken);
            return (decision.State == PublicationState.Indexed && timing.Verdict == ScheduleVerdict.Late ? ImportNote.Late : ImportNote.None, decision);
        }

        throw Restless(issue.Date);
    }

    /// <summary>Shows an issue to subscribers, or hides it, as its state says. On its way it is shown if it was: the rest follows when it has arrived.</summary>
    private async Task SetListedAsync(DateOnly date, PublicationState state, CancellationToken cancellationToken)
    {
        if (state is not PublicationState.Publishing)
            await issues.SetListedAsync(date, state is PublicationState.Indexed or PublicationState.Published, cancellationToken);
    }

    /// <summary>Finds out whether a file may have the date that it claims; a file that had another one, not yet on the channel, gives that up.</summary>
    private async Task<Conflict?> FindConflictAsync(Issue issue, FolderEntry entry, Publication? owner, CancellationToken cancellationToken)
    {
        if (owner is not null && owner.File != entry.Name && File.Exists(Path.Combine(posts.Value.Folder, owner.File)))
            return new Conflict(ProblemKinds.DateTaken, [Dates.Write(issue.Date), owner.File]);
        if (await publications.FindByFileAsync(_channel, entry.Name, cancellationToken) is not { } previous || previous.Date == issue.Date || previous.State == PublicationState.Retracted)
            return null;
        if (previous.State is PublicationState.Publishing or PublicationState.Published or PublicationState.Retracting)
            return new Conflict(ProblemKinds.DateChanged, [Dates.Write(previous.Date), Dates.Write(issue.Date)]);
        await ForgetAsync(previous, cancellationToken);
        return null;
    }

    private async Task ForgetAsync(Publication publication, CancellationToken cancellationToken)
    {
        if (!await publications.RemoveAsync(publication.Id, cancellationToken))
            return;
        await issues.RemoveAsync(publication.Date, cancellationToken);
        Forgotten(publication.File, publication.Date);
    }

    private static InvalidOperationException Restless(DateOnly date) => new($"The issue of {Dates.Write(date)} changed in the ledger each time that it was to be entered.");

    private Digest Compose(Issue issue) => DigestComposer.Compose(issue, digests.Options());

    private void Tell(FolderEntry entry, ImmutableArray<Problem> problems)
    {
        foreach (var problem in problems)
        {
            var (message, remedy) = (problem.Message(CultureInfo.InvariantCulture), problem.Remedy(CultureInfo.InvariantCulture));
            Found(problem.Severity == Severity.Error ? LogLevel.Error : LogLevel.Warning, entry.Path, problem.Line, problem.Column, problem.Code, message, remedy);
        }
    }

    [LoggerMessage(EventId = 6010, Message = "{File}:{Line}:{Column}: {Code} {Message} ({Remedy})")]
    private partial void Found(LogLevel level, string file, int line, int column, string code, string message, string remedy);

    [LoggerMessage(6011, LogLevel.Information, "{File}: the issue of {Date:yyyy-MM-dd} is {State}, due {DueAt:u}")]
    private partial void TakenIn(string file, DateOnly date, PublicationState state, DateTimeOffset? dueAt);

    [LoggerMessage(6012, LogLevel.Information, "{File}: the issue of {Date:yyyy-MM-dd} is forgotten; it was not on the channel")]
    private partial void Forgotten(string file, DateOnly date);

    /// <summary>Why a file may not have its date.</summary>
    private sealed record Conflict(ProblemKind Kind, string[] Arguments)
    {
        internal Problem At(int line) => Kind.At(line, 1, Arguments);
    }
}
