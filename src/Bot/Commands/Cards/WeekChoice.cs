using System.Collections.Immutable;
using BotDigest.Bot.Search;
using BotDigest.Bot.Storage;

namespace BotDigest.Bot.Commands.Cards;

/// <summary>The best stories of some days. Two things count alike: how near to the top the editors put a story, and on how many of the days its names were in the news;
/// each story that is chosen quarters what its names are worth to the next, so that one name does not fill the week.</summary>
/// <param name="Stories">The chosen ones, the best first.</param>
/// <param name="Tags">The names that were in the news on most days, the most frequent first.</param>
/// <param name="Issues">How many issues the days have.</param>
internal sealed record WeekChoice(ImmutableArray<StoredStory> Stories, ImmutableArray<string> Tags, int Issues)
{
    // The place that is worth half as much as the first one.
    private const double HalfPlace = 4;

    /// <summary>Chooses.</summary>
    /// <param name="stories">The stories of the days.</param>
    /// <param name="count">How many to choose.</param>
    internal static WeekChoice Of(IReadOnlyList<StoredStory> stories, int count)
    {
        var issues = stories.GroupBy(s => s.IssueId).ToDictionary(g => g.Key, SharedTags);
        var names = stories.ToDictionary(s => s.Key, s => Names(s, issues[s.IssueId]), StringComparer.Ordinal);
        var days = stories.SelectMany(s => names[s.Key].Select(n => (Name: n, s.Date))).Distinct().CountBy(n => n.Name, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        var worth = days.ToDictionary(d => d.Key, d => issues.Count > 1 ? (d.Value - 1.0) / (issues.Count - 1) : 0, StringComparer.Ordinal);
        var chosen = ImmutableArray.CreateBuilder<StoredStory>();
        var rest = stories.ToList();
        while (chosen.Count < count && rest.Count > 0)
        {
            var best = rest.MaxBy(s => Place(s) + names[s.Key].Select(n => worth[n]).DefaultIfEmpty().Max())!;
            chosen.Add(best);
            rest.Remove(best);
            foreach (var name in names[best.Key])
                worth[name] /= 4;
        }

        return new WeekChoice(chosen.ToImmutable(), [.. days.Where(d => d.Value > 1).OrderByDescending(d => d.Value).ThenBy(d => d.Key, StringComparer.Ordinal).Select(d => d.Key)], issues.Count);
    }

    private static double Place(StoredStory story) => 1 / (1 + (story.Position / HalfPlace));

    /// <summary>The names that a story is about: in its headline, or at least not those that half of its issue shares, which say what the issue is about.</summary>
    private static ImmutableArray<string> Names(StoredStory story, HashSet<string> shared)
    {
        var headline = FoldedText.Of(story.Headline);
        return [.. story.Tags.Where(t => !shared.Contains(t) || headline.Contains(FoldedText.Of(t), StringComparison.Ordinal))];
    }

    private static HashSet<string> SharedTags(IEnumerable<StoredStory> issue)
    {
        var stories = issue.ToList();
        var tags = stories.SelectMany(s => s.Tags).CountBy(t => t, StringComparer.Ordinal);
        return tags.Where(t => t.Value * 2 >= stories.Count).Select(t => t.Key).ToHashSet(StringComparer.Ordinal);
    }
}
