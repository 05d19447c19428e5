using System.Collections.Immutable;
using System.Globalization;
using BotDigest.Bot.Issues;
using BotDigest.Bot.Sending;
using BotDigest.Bot.Storage;
using Microsoft.Extensions.Options;

namespace BotDigest.Bot.Publishing;

/// <summary>Mends what <see cref="Verification"/> has found: enters in the ledger how the channel really is, and lets the channel follow.</summary>
internal sealed class Repair(PublicationStore publications, DeliveryStore deliveries, FileStore files, IssueImporter importer, Sender sender, IOptions<PostsOptions> posts)
{
    /// <summary>Mends an issue.</summary>
    /// <param name="publication">The issue.</param>
    /// <param name="found">What is wrong with it.</param>
    /// <param name="channel">The channel.</param>
    /// <param name="follow">Brings the channel to what the ledger says.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>What was done, a line each.</returns>
    public async Task<ImmutableArray<string>> MendAsync(Publication publication, VerificationResult found, KnownChat channel, Func<Task> follow, CancellationToken cancellationToken)
    {
        var done = ImmutableArray.CreateBuilder<string>();
        var before = await deliveries.ListAsync(publication.Id, cancellationToken);
        foreach (var difference in found.Differences)
            await EnterAsync(publication, difference, channel, done, cancellationToken);
        var now = (await publications.FindAsync(publication.Id, cancellationToken))!;
        var wanted = now.State switch
        {
            PublicationState.Published => PublicationState.Publishing,
            PublicationState.Retracted => PublicationState.Retracting,
            var state => state,
        };
        if (wanted is not (PublicationState.Publishing or PublicationState.Retracting))
            return done.ToImmutable();
        await publications.SetStateAsync(now.Id, wanted, now.DueAt, now.RetractedBy, cancellationToken);
        await follow();
        var doubted = found.Differences.Where(d => d.Kind == DifferenceKind.Wrong).Select(d => d.Delivery!.Value).ToImmutableHashSet();
        done.AddRange(Compare(before, await deliveries.ListAsync(publication.Id, cancellationToken), doubted));
        return done.ToImmutable();
    }

    private async Task EnterAsync(Publication publication, Difference difference, KnownChat channel, ImmutableArray<string>.Builder done, CancellationToken cancellationToken)
    {
        switch (difference.Kind)
        {
            case DifferenceKind.Missing:
                await deliveries.DeletedAsync(difference.Delivery!.Value, cancellationToken);
                break;
            case DifferenceKind.Wrong:
                await deliveries.DoubtAsync(difference.Delivery!.Value, cancellationToken);
                break;
            case DifferenceKind.File when await files.FindAsync(publication.File, cancellationToken) is { } file:
                await files.SaveAsync(file with { Hash = "" }, cancellationToken);
                var report = await importer.ImportAsync(new FolderEntry(Path.Combine(posts.Value.Folder, publication.File), EntryKind.File), isOld: false, cancellationToken);
                done.Add(report is { IsRefused: false } ? $"its file {publication.File} was read anew" : $"its file {publication.File} cannot be taken in; mend it, `botdigest check` says how");
                break;
            case DifferenceKind.Double:
                var outcome = await sender.DeleteAsync(channel.Id, difference.MessageId!.Value, SendPriority.Channel, cancellationToken);
                done.Add(outcome is ChangeOutcome.Done or ChangeOutcome.Gone
                    ? string.Create(CultureInfo.InvariantCulture, $"message {difference.MessageId} was deleted")
                    : string.Create(CultureInfo.InvariantCulture, $"message {difference.MessageId} could not be deleted; a person has to"));
                break;
            default:
                break;
        }
    }

    private static IEnumerable<string> Compare(IReadOnlyList<Delivery> before, IReadOnlyList<Delivery> after, ImmutableHashSet<long> doubted)
    {
        var known = before.Where(d => d.State == DeliveryState.Sent).ToDictionary(d => d.Id);
        var left = after.Where(d => d.State == DeliveryState.Sent).ToList();
        foreach (var delivery in known.Values.Where(k => left.TrueForAll(d => d.Id != k.Id)))
            yield return string.Create(CultureInfo.InvariantCulture, $"message {delivery.MessageId} is struck off");
        foreach (var delivery in left)
        {
            if (!known.TryGetValue(delivery.Id, out var former))
                yield return string.Create(CultureInfo.InvariantCulture, $"message {delivery.MessageId} was sent");
            else if (delivery.Changing is null && (doubted.Contains(delivery.Id) || !Equals(former.Content, delivery.Content)))
                yield return string.Create(CultureInfo.InvariantCulture, $"message {delivery.MessageId} was edited");
        }
    }
}
