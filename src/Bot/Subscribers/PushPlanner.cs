using BotDigest.Bot.Commands.Cards;
using BotDigest.Bot.Issues;
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
    TimeProvider clock,
    IOptions<TelegramOptions> options,
    ILogger<PushPlanner> log)
{
    private const int PageSize = 1000;

    // The best of a week that is longer over than this is no news any more.
    private static readonly TimeSpan WeekLateFor = TimeSpan.FromDays(3);

    // Looked at again: two issues may be complete within the same millisecond, or a clock may be set back a little.
    private static readonly TimeSpan Overlap = TimeSpan.FromDays(1);

    private readonly string _channel = ChannelKey.Of(options.Value);
    private (long Id, IssueTopics Topics)? _current;
    private DateOnly _week;

    /// <summary>Enters each issue that has come to be on the channel, in the order in which they came.</summary>
    internal async Task LookAsync(CancellationToken cancellationToken)
    {
        var since = await pushes.LastPublishedAtAsync(BroadcastKind.Issue, cancellationToken) is { } last ? last - Overlap : DateTimeOffset.UnixEpoch;
        foreach (var issue in await publications.ListPublishedAsync(_channel, since, cancellationToken))
            await pushes.BeginAsync(BroadcastKind.Issue, issue.Date, issue.At, cancellationToken);
        await LookAtWeekAsync(cancellationToken);
    }

    /// <summary>Enters the week that is over, if it had an issue.</summary>
    private async Task LookAtWeekAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, channelZone.Value).DateTime);
        var monday = today.AddDays(-(((int)today.DayOfWeek + 6) % WeekCard.Days));
        var over = IssueSchedule.Moment(monday.ToDateTime(TimeOnly.MinValue), channelZone.Value);
        var sunday = monday.AddDays(-1);
        if (sunday == _week || now - over > WeekLateFor)
            return;
        if ((await issues.StoriesBetweenAsync(monday.AddDays(-WeekCard.Days), sunday, cancellationToken)).Count > 0)
            await pushes.BeginAsync(BroadcastKind.Weekly, sunday, over, cancellationToken);
        _week = sunday;
    }

    /// <summary>Plans the next page of subscribers.</summary>
    /// <returns>False where nothing is left to plan.</returns>
    internal async Task<bool> PlanPageAsync(CancellationToken cancellationToken)
    {
        if (await pushes.NextToPlanAsync(cancellationToken) is not { } broadcast)
            return false;
        var isWeek = broadcast.Kind == BroadcastKind.Weekly;
        var topics = isWeek ? IssueTopics.None : await TopicsAsync(broadcast, cancellationToken);
        var page = await subscribers.ListInterestsAsync(broadcast.PlannedTo ?? long.MinValue, PageSize, cancellationToken);
        var due = page.SelectMany(i => Kinds(i, isWeek, topics).Select(kind => (i.Subscriber.Chat, kind, Due(i.Subscriber, broadcast)))).ToList();
        var isLast = page.Count < PageSize;
        await pushes.PlanAsync(broadcast, due, isLast ? null : page[^1].Subscriber.Chat, cancellationToken);
        if (isLast)
            Planned(broadcast.Kind, broadcast.Day);
        return true;
    }

    private DateTimeOffset Due(Subscriber subscriber, Broadcast broadcast) =>
        PushClock.Due(broadcast.Kind, broadcast.PublishedAt, subscriber, channelZone.Value);

    private static IEnumerable<PushKind> Kinds(Interests interests, bool isWeek, IssueTopics topics)
    {
        var wants = interests.Subscriber.Wants;
        if (isWeek)
        {
            if (wants.HasFlag(Wants.Weekly))
                yield return PushKind.Weekly;
            yield break;
        }

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
