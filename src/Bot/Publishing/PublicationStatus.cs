using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Serialization;
using BotDigest.Bot.Sending;
using BotDigest.Bot.Storage;
using Microsoft.Extensions.Options;

namespace BotDigest.Bot.Publishing;

/// <summary>What the ledger knows, for people and programs to read.</summary>
internal sealed class PublicationStatus(PublicationStore publications, DeliveryStore deliveries, IOptions<TelegramOptions> telegram)
{
    /// <summary>All issues of the channel by date.</summary>
    public async Task<StatusReport> ReadAsync(CancellationToken cancellationToken)
    {
        var issues = ImmutableArray.CreateBuilder<IssueStatus>();
        foreach (var publication in await publications.ListAsync(ChannelKey.Of(telegram.Value), cancellationToken))
            issues.Add(Describe(publication, await deliveries.ListAsync(publication.Id, cancellationToken)));
        return new StatusReport(issues.ToImmutable());
    }

    private static IssueStatus Describe(Publication publication, IReadOnlyList<Delivery> known)
    {
        var messages = ImmutableArray.CreateBuilder<MessageStatus>();
        foreach (var delivery in known)
            messages.Add(new MessageStatus(messages.Count + 1, delivery.MessageId, Words.Write(delivery.State)));
        var isToCome = publication.State is PublicationState.Scheduled or PublicationState.Publishing;
        while (isToCome && messages.Count < publication.Digest.Messages.Length)
            messages.Add(new MessageStatus(messages.Count + 1, null, Words.Write(DeliveryState.Planned)));
        return new IssueStatus(
            Dates.Write(publication.Date),
            publication.File,
            publication.Paused is null ? Words.Write(publication.State) : "paused",
            publication.DueAt?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            messages.ToImmutable(),
            publication.Error);
    }
}

/// <summary>What <c>status --json</c> prints.</summary>
/// <param name="Issues">The issues by date.</param>
internal sealed record StatusReport(ImmutableArray<IssueStatus> Issues);

/// <summary>How far an issue has come.</summary>
/// <param name="Date">Its date.</param>
/// <param name="File">The file that owns the date.</param>
/// <param name="State"><c>draft</c>, <c>indexed</c>, <c>scheduled</c>, <c>publishing</c>, <c>published</c>, <c>retracting</c>, <c>retracted</c>, or <c>paused</c>.</param>
/// <param name="DueAt">When it is due, UTC; null for one that is not to be published.</param>
/// <param name="Messages">Its messages in the channel's order.</param>
/// <param name="Error">What went wrong last; left out where nothing did.</param>
internal sealed record IssueStatus(
    string Date, string File, string State, string? DueAt, ImmutableArray<MessageStatus> Messages, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Error);

/// <summary>Where a message is on its way.</summary>
/// <param name="Part">Its place within the issue, from 1.</param>
/// <param name="Id">Its number on the channel; null while it has none.</param>
/// <param name="State"><c>planned</c>, <c>sending</c>, <c>sent</c>, <c>rejected</c> or <c>unknown</c>.</param>
internal sealed record MessageStatus(int Part, int? Id, string State);
