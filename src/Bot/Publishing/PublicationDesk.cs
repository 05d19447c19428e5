using System.Collections.Immutable;
using System.Globalization;
using BotDigest.Bot.Issues;
using BotDigest.Bot.Sending;
using BotDigest.Bot.Storage;
using Microsoft.Extensions.Options;

namespace BotDigest.Bot.Publishing;

/// <summary>Carries out what people ask for by hand: changes the ledger, and says later what came of it.</summary>
internal sealed class PublicationDesk(
    RequestStore requests,
    PublicationStore publications,
    DeliveryStore deliveries,
    ApprovalStore approvals,
    IssueStore issues,
    Transaction transaction,
    IssueImporter importer,
    Reconciler reconciler,
    ChannelLinks links,
    KnownChats chats,
    IOptions<TelegramOptions> telegram,
    TimeProvider time)
{
    private readonly string _channel = ChannelKey.Of(telegram.Value);
    private readonly Dictionary<long, DateOnly> _waiting = [];

    /// <summary>The open requests that have not been taken yet, oldest first; what is to be verified takes its time and is done beside the publisher.</summary>
    public async Task<ImmutableArray<OpenRequest>> ListNewAsync(CancellationToken cancellationToken) =>
        [.. (await requests.ListOpenAsync(cancellationToken)).Where(r => r.Verb != PublicationVerbs.Verify && !_waiting.ContainsKey(r.Id))];

    /// <summary>Takes a request: changes the ledger as it asks, and answers it unless the channel has to follow first.</summary>
    public async Task TakeAsync(OpenRequest request, CancellationToken cancellationToken)
    {
        var taken = await transaction.RunAsync(
            async () =>
            {
                var outcome = await TakeAsync(request.Verb, request.Argument, cancellationToken);
                if (outcome.Answer is { } answer)
                    await AnswerAsync(request.Id, answer, cancellationToken);
                return outcome;
            },
            cancellationToken);
        if (taken.Date is { } date)
            _waiting[request.Id] = date;
    }

    /// <summary>Answers a request that cannot be carried out.</summary>
    public Task RefuseAsync(OpenRequest request, string reason, CancellationToken cancellationToken) => AnswerAsync(request.Id, new RequestAnswer(reason, Failed: true), cancellationToken);

    /// <summary>Answers the requests that wait for the channel to follow, which it has done as far as it can.</summary>
    /// <param name="isDone">True for the date of an issue that is done.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task AnswerAsync(Func<DateOnly, bool> isDone, CancellationToken cancellationToken)
    {
        foreach (var (request, date) in _waiting.Where(w => isDone(w.Value)).ToList())
        {
            await AnswerAsync(request, await DescribeAsync(date, cancellationToken), cancellationToken);
            _waiting.Remove(request);
        }
    }

    /// <summary>Changes the ledger as a verb asks, wholly or not at all.</summary>
    /// <returns>The answer, or the date of the issue that the channel now has to follow.</returns>
    public Task<(RequestAnswer? Answer, DateOnly? Date)> TakeAsync(string verb, string argument, CancellationToken cancellationToken) =>
        transaction.RunAsync(() => ChangeAsync(verb, argument, cancellationToken), cancellationToken);

    /// <summary>Says how far an issue has come.</summary>
    public async Task<RequestAnswer> DescribeAsync(DateOnly date, CancellationToken cancellationToken)
    {
        var day = Dates.Write(date);
        if (await publications.FindAsync(_channel, date, cancellationToken) is not { Fingerprint.Length: > 0 } publication)
            return new RequestAnswer($"{day} is forgotten: its file is gone.", Failed: true);
        var sent = (await deliveries.ListAsync(publication.Id, cancellationToken)).Where(d => d.State == DeliveryState.Sent).ToList();
        return publication switch
        {
            { Paused: not null } => new RequestAnswer($"{day} stands still: {publication.Error}", Failed: true),
            { State: PublicationState.Published } when sent.Count > 0 => new RequestAnswer($"{day} is on the channel: {sent.Count} message(s), from {links.Post(sent[0].MessageId!.Value)} on.", Failed: false),
            { State: PublicationState.Retracted } when sent.Count > 0 => new RequestAnswer($"{day} is taken back; {sent.Count} message(s) too old to be deleted hold a notice.", Failed: false),
            { State: PublicationState.Retracted } => new RequestAnswer($"{day} is taken back.", Failed: false),
            { NextAttemptAt: { } next } => new RequestAnswer($"{day} goes on at {next:u}: {publication.Error}", Failed: true),
            _ => new RequestAnswer($"{day} is on its way.", Failed: false),
        };
    }

    private async Task<(RequestAnswer? Answer, DateOnly? Date)> ChangeAsync(string verb, string argument, CancellationToken cancellationToken)
    {
        if (verb == PublicationVerbs.Import)
            return (await ImportAsync(argument, cancellationToken), null);
        var words = argument.Split(' ');
        var date = Dates.Read(words[0]);
        if (await publications.FindAsync(_channel, date, cancellationToken) is not { Fingerprint.Length: > 0 } publication)
            return (new RequestAnswer($"There is no issue of {words[0]}. Put its file into the folder first.", Failed: true), null);
        return verb switch
        {
            PublicationVerbs.Publish => await PublishAsync(publication, words.ElementAtOrDefault(1), cancellationToken),
            PublicationVerbs.Retract => await RetractAsync(publication, cancellationToken),
            PublicationVerbs.Republish => await RepublishAsync(publication, cancellationToken),
            PublicationVerbs.Adopt => (await AdoptAsync(publication, [.. words.Skip(1).Select(w => int.Parse(w, CultureInfo.InvariantCulture))], cancellationToken), null),
            _ => (new RequestAnswer($"'{verb}' is not known.", Failed: true), null),
        };
    }

    /// <summary>Publishes an issue now.</summary>
    /// <param name="publication">The issue.</param>
    /// <param name="seen">The fingerprint of what an editor has seen; null where a person at the command line means the issue as it is.</param>
    /// <param name="cancellationToken">Gives up.</param>
    private async Task<(RequestAnswer?, DateOnly?)> PublishAsync(Publication publication, string? seen, CancellationToken cancellationToken)
    {
        // whoever publishes by hand has looked at it, but not at what its file says since; that wants an approval of its own
        var isSeen = seen is null || seen == publication.Fingerprint;
        if (isSeen && (await approvals.FindAsync(_channel, publication.Date, cancellationToken) is not { } approval || !approval.Covers(publication.Fingerprint)))
            await approvals.SetAsync(_channel, new Approval(publication.Date, publication.Fingerprint, Verdict.Approved, 0, "botdigest publish", time.GetUtcNow()), cancellationToken);
        if (publication is not { State: PublicationState.Published, Paused: null })
            await publications.SetStateAsync(publication.Id, PublicationState.Publishing, time.GetUtcNow(), null, cancellationToken);
        return (null, publication.Date);
    }

    private async Task<(RequestAnswer?, DateOnly?)> RetractAsync(Publication publication, CancellationToken cancellationToken)
    {
        await issues.SetListedAsync(publication.Date, listed: false, cancellationToken);
        await publications.SetStateAsync(publication.Id, PublicationState.Retracting, publication.DueAt, RetractedBy.Hand, cancellationToken);
        return (null, publication.Date);
    }

    private async Task<(RequestAnswer?, DateOnly?)> RepublishAsync(Publication publication, CancellationToken cancellationToken)
    {
        var day = Dates.Write(publication.Date);
        if (publication.State is PublicationState.Retracting or PublicationState.Retracted)
            return (new RequestAnswer($"{day} is taken back; use publish.", Failed: true), null);
        if (!await importer.RecomposeAsync(publication, cancellationToken))
            return (new RequestAnswer($"{day} cannot be read any more; save its file again.", Failed: true), null);
        return publication.State is PublicationState.Published or PublicationState.Publishing
            ? (null, publication.Date)
            : (new RequestAnswer($"{day} is composed and indexed anew. It is not on the channel.", Failed: false), null);
    }

    private async Task<RequestAnswer> AdoptAsync(Publication publication, ImmutableArray<int> messageIds, CancellationToken cancellationToken)
    {
        var day = Dates.Write(publication.Date);
        if ((await deliveries.ListAsync(publication.Id, cancellationToken)).Any(d => d.MessageId is not null))
            return new RequestAnswer($"{day} is on the channel already, as the ledger has it. Retract it first.", Failed: true);
        await deliveries.AdoptAsync(publication.Id, (await chats.ChannelAsync(cancellationToken)).Id, messageIds, time.GetUtcNow(), cancellationToken);
        var plan = await reconciler.PlanAsync((await publications.FindAsync(publication.Id, cancellationToken))!, cancellationToken);
        await issues.SetPostsAsync(publication.Date, plan.Posts, plan.Head, cancellationToken);
        await issues.SetListedAsync(publication.Date, listed: true, cancellationToken);
        return new RequestAnswer($"{day} is adopted as {messageIds.Length} message(s), from {links.Post(messageIds.Min())} on. Its next change edits them all.", Failed: false);
    }

    private Task AnswerAsync(long request, RequestAnswer answer, CancellationToken cancellationToken) =>
        requests.AnswerAsync(request, answer.Text, answer.Failed, time.GetUtcNow(), cancellationToken);

    private async Task<RequestAnswer> ImportAsync(string path, CancellationToken cancellationToken)
    {
        var report = await importer.IndexAsync(path, cancellationToken);
        if (report is null)
            return new RequestAnswer($"{path} does not exist.", Failed: true);
        var culture = CultureInfo.InvariantCulture;
        var problems = report.Problems.Select(p => string.Create(culture, $"{path}:{p.Line}:{p.Column}: {(p.Severity == Formatting.Problems.Severity.Error ? "error" : "warning")} {p.Code} {p.Message(culture)} ({p.Remedy(culture)})"));
        return new RequestAnswer(string.Join('\n', problems), report.IsRefused);
    }
}
