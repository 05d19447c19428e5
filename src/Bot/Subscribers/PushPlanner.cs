using System.Globalization;
using BotDigest.Bot.Storage;

namespace BotDigest.Bot.Subscribers;

/// <summary>Plans the pushes of issues that have been published: one for each subscriber, at their hour.</summary>
internal sealed partial class PushPlanner(IssueStore issues, SubscriberStore subscribers, PushStore pushes, ChannelZone channelZone, TimeProvider clock, ILogger<PushPlanner> log)
{
    private const int PageSize = 1000;

    // More than are ever published between two looks; older ones have been planned long ago.
    private const int Newest = 30;

    /// <summary>Plans each issue that is on the channel and has not been planned, in date order.</summary>
    internal async Task PlanAsync(CancellationToken cancellationToken)
    {
        var published = (await issues.ListNewestAsync(Newest, 0, cancellationToken)).Where(i => i.HeadPost is not null).OrderBy(i => i.Date);
        foreach (var issue in published)
        {
            if (!await pushes.HasRoundAsync(issue.Date, cancellationToken))
                await PlanAsync(issue, cancellationToken);
        }
    }

    private async Task PlanAsync(IssueSummary issue, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var due = new List<(long Chat, DateTimeOffset DueAt)>();
        for (var after = long.MinValue; ;)
        {
            var page = await subscribers.ListSubscribedAsync(after, PageSize, cancellationToken);
            if (page.Count == 0)
                break;
            due.AddRange(page.Select(s => (s.Chat, PushClock.Due(now, s.PushAt, s.ZoneOr(channelZone.Value)))));
            after = page[^1].Chat;
        }

        if (await pushes.PlanAsync(issue.Date, now, due, cancellationToken))
        {
            var date = issue.Date.ToString("O", CultureInfo.InvariantCulture);
            Planned(date, due.Count);
        }
    }

    [LoggerMessage(4010, LogLevel.Information, "The issue of {Date} goes to {Count} subscribers")]
    private partial void Planned(string date, int count);
}
