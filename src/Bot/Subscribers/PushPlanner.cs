using BotDigest.Bot.Sending;
using BotDigest.Bot.Storage;
using Microsoft.Extensions.Options;

namespace BotDigest.Bot.Subscribers;

/// <summary>Plans the pushes of issues that have been published: for each subscriber what they want of it, at their hour.</summary>
internal sealed partial class PushPlanner(
    PublicationStore publications,
    IssueStore issues,
    SubscriberStore subscribers,
    PushStore pushes,
    ChannelZone channelZone,
    IOptions<TelegramOptions> options,
    ILogger<PushPlanner> log)
{
    private const int PageSize = 1000;

    // Looked at again: two issues may be complete within the same millisecond, or a clock may be set back a little.
    private static readonly TimeSpan Overlap = TimeSpan.FromDays(1);

    private readonly string _channel = ChannelKey.Of(options.Value);
    private (long Id, IssueTopics Topics)? _current;

    /// <summary>Enters each issue that has come to be on the channel, in the order in which they came.</summary>
    internal async Task LookAsync(CancellationToken cancellationToken)
    {
        var since = await pushes.LastPublishedAtAsync(BroadcastKind.Issue, cancellationToken) is { } last ? last - Overlap : DateTimeOffset.UnixEpoch;
        foreach (var issue in await publications.ListPublishedAsync(_channel, since, cancellationToken))
            await pushes.BeginAsync(BroadcastKind.Issue, issue.Date, issue.At, cancellationToken);
    }

    /// <summary>Plans the next page of subscribers.</summary>
    /// <returns>False where nothing is left to plan.</returns>
    internal async Task<bool> PlanPageAsync(CancellationToken cancellationToken)
    {
        if (await pushes.NextToPlanAsync(cancellationToken) is not { } broadcast)
            return false;
        var topics = await TopicsAsync(broadcast, cancellationToken);
        var page = await subscribers.ListInterestsAsync(broadcast.PlannedTo ?? long.MinValue, PageSize, cancellationToken);
        var due = page.SelectMany(i => Kinds(i, topics).Select(kind => (i.Subscriber.Chat, kind, PushClock.Due(broadcast.PublishedAt, i.Subscriber, channelZone.Value)))).ToList();
        var isLast = page.Count < PageSize;
        await pushes.PlanAsync(broadcast, due, isLast ? null : page[^1].Subscriber.Chat, cancellationToken);
        if (isLast)
            Planned(broadcast.Kind, broadcast.Day);
        return true;
    }

    private static IEnumerable<PushKind> Kinds(Interests interests, IssueTopics topics)
    {
        var wants = interests.Subscriber.Wants;
        if (wants.HasFlag(Wants.Issues))
            yield return PushKind.Issue;
        else if (wants.HasFlag(Wants.Tags) && topics.HasAny(interests.Tags))
            yield return PushKind.Tags;
        if (topics.HitsAny(interests.Watches))
            yield return PushKind.Watch;
    }

    private async Task<IssueTopics> TopicsAsync(Broadcast broadcast, CancellationToken cancellationToken)
    {
        if (_current is { } current && current.Id == broadcast.Id)
            return current.Topics;
        var topics = await issues.FindAsync(broadcast.Date, cancellationToken) is { Listed: true } issue
            ? new IssueTopics(await issues.StoriesOfAsync(issue.Id, cancellationToken))
            : IssueTopics.None;
        _current = (broadcast.Id, topics);
        return topics;
    }

    [LoggerMessage(4010, LogLevel.Information, "The pushes of {Kind} {Date} are planned")]
    private partial void Planned(BroadcastKind kind, string date);
}
