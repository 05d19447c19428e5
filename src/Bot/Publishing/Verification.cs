using System.Collections.Immutable;
using System.Globalization;
using BotDigest.Bot.Issues;
using BotDigest.Bot.Sending;
using BotDigest.Bot.Storage;
using BotDigest.Formatting.Issues;
using BotDigest.Formatting.Messages;
using Microsoft.Extensions.Options;

namespace BotDigest.Bot.Publishing;

/// <summary>Compares file, ledger and channel. Of the channel it sees text, formatting and links, by forwarding; keyboards and previews a bot cannot read back.</summary>
internal sealed class Verification(
    IssueParser parser,
    PublicationStore publications,
    DeliveryStore deliveries,
    Reconciler reconciler,
    ChannelReader reader,
    SendPolicy policy,
    IOptions<PostsOptions> posts,
    IOptions<PublishingOptions> publishing,
    TimeProvider time)
{
    private const int Patience = 5;

    // a double comes from a second attempt, so it is close to the first
    private const int NearbyMessages = 5;

    /// <summary>Compares one issue.</summary>
    public async Task<VerificationResult> CheckAsync(Publication publication, CancellationToken cancellationToken)
    {
        var differences = ImmutableArray.CreateBuilder<Difference>();
        var notes = ImmutableArray.CreateBuilder<string>();
        await CheckFileAsync(publication, differences, notes, cancellationToken);
        if (publication is { Paused: not null } or { State: PublicationState.Publishing or PublicationState.Retracting })
            differences.Add(new Difference(DifferenceKind.Unfinished, publication.Error is { } error ? $"is not done: {error}" : "is on its way"));
        else if (await FindLeftAsync(publication, cancellationToken) is { } left)
            differences.Add(left);
        var known = (await deliveries.ListAsync(publication.Id, cancellationToken)).Where(d => d is { State: DeliveryState.Sent, MessageId: not null }).ToImmutableArray();
        var obstacle = reader.CanRead ? await CheckChannelAsync(publication, known, differences, cancellationToken) : null;
        if (obstacle is not null)
            notes.Add(obstacle);
        return new VerificationResult(publication.Date, differences.ToImmutable(), notes.ToImmutable(), known.Length, IsCut: obstacle is not null);
    }

    /// <summary>What the ledger calls done and is not: a repair, or the program, may have ended halfway.</summary>
    private async Task<Difference?> FindLeftAsync(Publication publication, CancellationToken cancellationToken)
    {
        var ends = publication.State switch
        {
            PublicationState.Published => publication,
            PublicationState.Retracted => publication with { State = PublicationState.Retracting },
            _ => null,
        };
        if (ends is null)
            return null;
        // what an adopted message says nobody knows; that is compared on the channel
        var adopted = (await deliveries.ListAsync(publication.Id, cancellationToken)).Where(d => d is { Content: null, Changing: null }).Select(d => d.Id).ToImmutableHashSet();
        var count = (await reconciler.PlanAsync(ends, cancellationToken)).Steps.Count(s => s is not PublicationStep.Edit edit || !adopted.Contains(edit.Delivery));
        // the publisher works meanwhile: what has changed since is not left behind but under way
        return count > 0 && await publications.FindAsync(publication.Id, cancellationToken) is { } now && (now.Revision, now.State) == (publication.Revision, publication.State)
            ? new Difference(DifferenceKind.Unfinished, string.Create(CultureInfo.InvariantCulture, $"is not done: {count} message(s) are still to be sent, edited or deleted"))
            : null;
    }

    private async Task CheckFileAsync(Publication publication, ImmutableArray<Difference>.Builder differences, ImmutableArray<string>.Builder notes, CancellationToken cancellationToken)
    {
        var entry = new FolderEntry(Path.Combine(posts.Value.Folder, publication.File), EntryKind.File);
        if (await IssueFile.ReadAsync(entry, cancellationToken) is not { } file)
        {
            notes.Add($"its file {publication.File} is not in the folder; ledger and channel were compared");
            return;
        }

        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time.GetUtcNow(), publishing.Value.Zone).DateTime);
        var parsed = file.Problem is null ? parser.Parse(file.Content.AsSpan(), entry.Name, today) : null;
        var fault = file.Problem ?? parsed!.Problems.FirstOrDefault(p => p.Severity == Formatting.Problems.Severity.Error);
        if (fault is not null)
            differences.Add(new Difference(DifferenceKind.File, string.Create(CultureInfo.InvariantCulture, $"its file {publication.File} cannot be taken in, line {fault.Line}: {fault.Code} {fault.Message(CultureInfo.InvariantCulture)}")));
        else if (parsed!.Issue!.Date != publication.Date)
            differences.Add(new Difference(DifferenceKind.File, $"its file {publication.File} has the date {Dates.Write(parsed.Issue.Date)} now"));
        else if (parsed.Issue.Fingerprint != publication.Fingerprint)
            differences.Add(new Difference(DifferenceKind.File, $"its file {publication.File} says something else than the ledger"));
    }

    /// <summary>Reads what the ledger believes to be on the channel.</summary>
    /// <returns>Why the channel could not be read to the end; null where it was.</returns>
    private async Task<string?> CheckChannelAsync(
        Publication publication, ImmutableArray<Delivery> known, ImmutableArray<Difference>.Builder differences, CancellationToken cancellationToken)
    {
        foreach (var delivery in known)
        {
            var (difference, obstacle) = await CheckMessageAsync(publication, delivery, cancellationToken);
            if (obstacle is not null)
                return obstacle;
            if (difference is not null)
                differences.Add(difference);
        }

        return await CheckDoublesAsync(known, differences, cancellationToken);
    }

    private async Task<(Difference? Difference, string? Obstacle)> CheckMessageAsync(Publication publication, Delivery delivery, CancellationToken cancellationToken)
    {
        while (true)
        {
            var (glance, obstacle) = await LookAsync(delivery.Chat, delivery.MessageId!.Value, cancellationToken);
            if (obstacle is not null)
                return (null, obstacle);
            var difference = Compare(glance!, delivery, await WantedAsync(publication, delivery, cancellationToken));
            // the publisher works meanwhile: what has changed in the ledger is looked at again
            var now = (await deliveries.ListAsync(publication.Id, cancellationToken)).FirstOrDefault(d => d.Id == delivery.Id);
            if (difference is null || now is null || now.State != DeliveryState.Sent)
                return (null, null);
            if (now.Changing == delivery.Changing && Equals(now.Content, delivery.Content))
                return (difference, null);
            delivery = now;
        }
    }

    private static Difference? Compare(Glance glance, Delivery delivery, MessageContent? wanted)
    {
        var id = delivery.MessageId!.Value;
        var message = string.Create(CultureInfo.InvariantCulture, $"message {id}");
        return glance switch
        {
            Glance.Nothing => new Difference(DifferenceKind.Missing, $"{message} is not on the channel") { Delivery = delivery.Id, MessageId = id },
            Glance.Seen { Copy: null } => new Difference(DifferenceKind.Wrong, $"{message} is no message of text that a bot can read") { Delivery = delivery.Id, MessageId = id },
            Glance.Seen { Copy: { } copy } when wanted is not null && PostComparison.Difference(wanted.Text, copy.Text, copy.Entities) is { } how =>
                new Difference(DifferenceKind.Wrong, $"{message} {how}") { Delivery = delivery.Id, MessageId = id },
            _ => null,
        };
    }

    /// <summary>What a message is to say: what the ledger has, or what the plan has for one whose content nobody knows.</summary>
    private async Task<MessageContent?> WantedAsync(Publication publication, Delivery delivery, CancellationToken cancellationToken)
    {
        if (delivery is { Content: { } content, Changing: null })
            return content;
        var plan = await reconciler.PlanAsync(publication, cancellationToken);
        return plan.Steps.OfType<PublicationStep.Edit>().FirstOrDefault(e => e.Delivery == delivery.Id)?.Content;
    }

    /// <summary>Looks before the first message and behind each one for messages that say the same as one of the issue's.</summary>
    private async Task<string?> CheckDoublesAsync(ImmutableArray<Delivery> known, ImmutableArray<Difference>.Builder differences, CancellationToken cancellationToken)
    {
        foreach (var (chat, id) in await ListNearbyAsync(known, cancellationToken))
        {
            var (glance, obstacle) = await LookAsync(chat, id, cancellationToken);
            if (obstacle is not null)
                return obstacle;
            if (glance is Glance.Seen { Copy: { } copy } && known.FirstOrDefault(d => d.Content is { } content && PostComparison.Same(content.Text, copy.Text, copy.Entities)) is { } twin)
                differences.Add(new Difference(DifferenceKind.Double, string.Create(CultureInfo.InvariantCulture, $"message {id} says the same as message {twin.MessageId}")) { MessageId = id });
        }

        return null;
    }

    /// <summary>The numbers close to the issue's that the ledger knows nothing of.</summary>
    private async Task<IReadOnlyCollection<(long Chat, int Id)>> ListNearbyAsync(ImmutableArray<Delivery> known, CancellationToken cancellationToken)
    {
        var nearby = new SortedSet<(long Chat, int Id)>();
        foreach (var delivery in known)
        {
            var (chat, id) = (delivery.Chat, delivery.MessageId!.Value);
            var ours = await deliveries.ListKnownAsync(chat, id - NearbyMessages, id + NearbyMessages, cancellationToken);
            if (id == known.Min(d => d.MessageId))
                nearby.UnionWith(Enumerable.Range(1, NearbyMessages).Select(n => id - n).TakeWhile(n => n > 0 && !ours.Contains(n)).Select(n => (chat, n)));
            nearby.UnionWith(Enumerable.Range(id + 1, NearbyMessages).TakeWhile(n => !ours.Contains(n)).Select(n => (chat, n)));
        }

        return nearby;
    }

    /// <summary>Looks at a number; where Telegram asks to wait, it waits.</summary>
    private async Task<(Glance? Glance, string? Obstacle)> LookAsync(long channel, int id, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var glance = await reader.LookAsync(channel, id, SendPriority.Broadcast, cancellationToken);
            switch (glance)
            {
                case Glance.Hindered { Finding: ProbeFinding.Unreadable unreadable }:
                    return (null, $"the channel does not let its messages be forwarded ({unreadable.Reason}), so they cannot be read");
                case Glance.Hindered { Finding: ProbeFinding.Later later } when attempt == Patience:
                    return (null, $"the channel could not be read to the end: {later.Reason}");
                case Glance.Hindered { Finding: ProbeFinding.Later later }:
                    var wait = later.Until - time.GetUtcNow() ?? policy.DelayAfter(attempt);
                    await Task.Delay(wait > TimeSpan.Zero ? wait : TimeSpan.Zero, time, cancellationToken);
                    break;
                default:
                    return (glance, null);
            }
        }
    }
}
