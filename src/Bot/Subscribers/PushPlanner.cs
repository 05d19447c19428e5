using System.Globalization;
using BotDigest.Bot.Sending;
using BotDigest.Bot.Storage;
using Microsoft.Extensions.Options;

namespace BotDigest.Bot.Subscribers;

/// <summary>Plans the pushes of issues that have been published: one for each subscriber, at their hour.</summary>
internal sealed partial class PushPlanner(
    PublicationStore publications, SubscriberStore subscribers, PushStore pushes, ChannelZone channelZone, IOptions<TelegramOptions> options, ILogger<PushPlanner> log)
{
    private const int PageSize = 1000;

    // Looked at again: two issues may be complete within the same millisecond, or a clock may be set back a little.
    private static readonly TimeSpan Overlap = TimeSpan.FromDays(1);

    private readonly string _channel = ChannelKey.Of(options.Value);

    /// <summary>Plans each issue that has come to be on the channel and has not been planned, in the order in which they came.</summary>
    internal async Task PlanAsync(CancellationToken cancellationToken)
    {
        var since = await pushes.LastPublishedAtAsync(cancellationToken) is { } last ? last - Overlap : DateTimeOffset.UnixEpoch;
        foreach (var issue in await publications.ListPublishedAsync(_channel, since, cancellationToken))
        {
            if (!await pushes.HasRoundAsync(issue.Date, cancellationToken))
                await PlanAsync(issue, cancellationToken);
        }
    }

    private async Task PlanAsync(PublishedIssue issue, CancellationToken cancellationToken)
    {
        var due = new List<(long Chat, DateTimeOffset DueAt)>();
        for (var after = long.MinValue; ;)
        {
            var page = await subscribers.ListSubscribedAsync(after, PageSize, cancellationToken);
            if (page.Count == 0)
                break;
            due.AddRange(page.Select(s => (s.Chat, PushClock.Due(issue.At, s.PushAt, s.ZoneOr(channelZone.Value)))));
            after = page[^1].Chat;
        }

        if (await pushes.PlanAsync(issue.Date, issue.At, due, cancellationToken))
        {
            var date = issue.Date.ToString("O", CultureInfo.InvariantCulture);
            Planned(date, due.Count);
        }
    }

    [LoggerMessage(4010, LogLevel.Information, "The issue of {Date} goes to {Count} subscribers")]
    private partial void Planned(string date, int count);
}
