using System.Collections.Immutable;
using System.Globalization;
using BotDigest.Formatting.Issues.Reading;
using BotDigest.Formatting.Problems;

namespace BotDigest.Formatting.Issues;

/// <summary>Finds the stories of an issue that one of the issues before it has told already.</summary>
public static class StoryRepeats
{
    /// <summary>How many days back it looks: who takes a story up again later has news of it.</summary>
    public const int Days = 14;

    /// <summary>A warning for each such story. What stands in two earlier issues or more is a column with a heading of its own, and nothing is said of it; nor of links to a site's front page.</summary>
    /// <param name="date">The issue's date.</param>
    /// <param name="stories">Its stories.</param>
    /// <param name="earlier">Stories of other issues in the order in which they are to be named; those that are not of the days before the issue are passed over.</param>
    public static ImmutableArray<Problem> Find(DateOnly date, IEnumerable<Story> stories, IEnumerable<EarlierStory> earlier)
    {
        ArgumentNullException.ThrowIfNull(stories);
        ArgumentNullException.ThrowIfNull(earlier);
        var headlines = new Dictionary<long, Sighting>();
        var urls = new Dictionary<long, Sighting>();
        foreach (var story in earlier)
        {
            if (story.Date >= date || story.Date < date.AddDays(-Days))
                continue;
            Note(headlines, story.HeadlineKey, story);
            Note(urls, story.UrlKey, story);
        }

        var problems = ImmutableArray.CreateBuilder<Problem>();
        foreach (var story in stories)
        {
            if (Find(headlines, StoryKey.OfHeadline(story.Headline.Text)) is { } sameHeadline && !DiffersInNumbers(story, sameHeadline))
                problems.Add(At(ProblemKinds.HeadlineSeenBefore, story, story.Headline.Text, sameHeadline));
            else if (!IsFrontPage(story.Url) && Find(urls, StoryKey.OfUrl(story.Url)) is { } sameUrl)
                problems.Add(At(ProblemKinds.UrlSeenBefore, story, story.Url!, sameUrl));
        }

        return problems.ToImmutable();
    }

    private static void Note(Dictionary<long, Sighting> seen, long key, EarlierStory story)
    {
        if (key == 0)
            return;
        var isRecurring = seen.TryGetValue(key, out var first) && (first.IsRecurring || first.Story.Date != story.Date);
        seen[key] = new Sighting(first.Story == default ? story : first.Story, isRecurring);
    }

    /// <summary>The one earlier telling, reported once.</summary>
    private static EarlierStory? Find(Dictionary<long, Sighting> seen, long key) =>
        key != 0 && seen.Remove(key, out var sighting) && !sighting.IsRecurring ? sighting.Story : null;

    private static bool DiffersInNumbers(Story story, EarlierStory earlier) =>
        earlier.Headline is { } headline && StoryKey.OfNumbers(headline) != StoryKey.OfNumbers(story.Headline.Text);

    private static Problem At(ProblemKind kind, Story story, string quoted, EarlierStory earlier) =>
        kind.At(story.Line, story.Column, QuotedText.Of(quoted), earlier.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), earlier.Place);

    private static bool IsFrontPage(string? url)
    {
        var rest = url.AsSpan();
        var scheme = rest.IndexOf("://", StringComparison.Ordinal);
        return rest[(scheme < 0 ? 0 : scheme + 3)..].TrimEnd('/').IndexOfAny("/?#") < 0;
    }

    /// <summary>A story of an earlier issue, and whether another earlier issue has it too.</summary>
    private readonly record struct Sighting(EarlierStory Story, bool IsRecurring);
}
