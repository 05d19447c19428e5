using System.Collections.Immutable;
using BotDigest.Formatting.Problems;

namespace BotDigest.Formatting.Issues.Reading.Checks;

/// <summary>
/// Looks for the story of each line of the summary: one whose headline it repeats, or that shares many pairs of characters with it.
/// A story that another line is about must share more, for the stories of a day have names in common.
/// </summary>
internal static class SummaryCheck
{
    /// <summary>Of a hundred pairs of a headline so many stand in a line that surely is about it, and so many in one that may be.</summary>
    private const int SurePercent = 80;
    private const int HeadlinePercent = 50;

    /// <summary>Of a hundred pairs of a line so many stand in the story that it is about, and so many where another line is about that story.</summary>
    private const int StoryPercent = 30;
    private const int ClaimedPercent = 60;

    /// <summary>A headline of fewer pairs is but a name, which any line may hold.</summary>
    private const int FewestPairs = 3;

    /// <summary>Characters to be compared: hundreds of times what an issue needs.</summary>
    private const long HighestCost = 10_000_000;

    /// <summary>So many characters of a line tell where it stands in the file.</summary>
    private const int SearchedLength = 8;

    internal static void Run(Issue issue, FrontMatter values, ProblemList problems)
    {
        if (!issue.SummaryIsList)
            return;
        var stories = StoriesOf(issue);
        if (stories.Count == 0 || CostOf(issue, stories) > HighestCost)
            return;
        var pairs = new CharacterPairs();
        var claimed = new HashSet<Story>(ReferenceEqualityComparer.Instance);
        var lines = new List<(string Text, TextPairs Pairs)>();
        foreach (var line in issue.Summary)
        {
            if (CharacterPairs.Of(line.Text) is { Pairs.Length: > 0 } linePairs)
                lines.Add((line.Text, linePairs));
        }

        var headlines = stories.ConvertAll(story => CharacterPairs.Of(story.Headline.Text));
        RemoveHeadlined(lines, stories, headlines, claimed, pairs, SurePercent);
        RemoveHeadlined(lines, stories, headlines, claimed, pairs, HeadlinePercent);
        if (lines.Count > 0)
            RemoveTold(lines, issue, claimed, pairs);
        foreach (var (line, _) in lines)
            problems.Add(ProblemKinds.SummaryWithoutStory, PlaceOf(line, values.SummaryStart, problems.Source.Text), QuotedText.Of(line));
    }

    /// <summary>Each line is compared with each headline, and each item with each line.</summary>
    private static long CostOf(Issue issue, List<Story> stories)
    {
        long headlines = 0;
        foreach (var story in stories)
            headlines += story.Headline.Length;
        long lines = 0;
        foreach (var line in issue.Summary)
            lines += line.Length;
        long items = 0;
        foreach (var section in issue.Sections)
            items += section.Items.Length;
        return (issue.Summary.Length * headlines) + (items * lines);
    }

    private static List<Story> StoriesOf(Issue issue)
    {
        var stories = new List<Story>();
        foreach (var section in issue.Sections)
        {
            foreach (var item in section.Items)
            {
                if (item is SectionItem.StoryItem { Value: var story })
                    stories.Add(story);
            }
        }

        return stories;
    }

    /// <summary>Takes out the lines that say what a headline says which no other line has claimed; each search begins after the last story found, for both follow one order.</summary>
    private static void RemoveHeadlined(List<(string Text, TextPairs Pairs)> lines, List<Story> stories, List<TextPairs> headlines, HashSet<Story> claimed, CharacterPairs pairs, int percent)
    {
        var next = 0;
        for (var line = 0; line < lines.Count;)
        {
            pairs.Clear();
            pairs.Add(lines[line].Pairs);
            var found = -1;
            for (var i = 0; i < stories.Count && found < 0; i++)
            {
                var at = next + i < stories.Count ? next + i : next + i - stories.Count;
                if (headlines[at].Pairs.Length >= FewestPairs && pairs.Hold(headlines[at], percent) && !claimed.Contains(stories[at]))
                    found = at;
            }

            if (found < 0)
            {
                line++;
                continue;
            }

            claimed.Add(stories[found]);
            lines.RemoveAt(line);
            next = found + 1;
        }
    }

    /// <summary>Takes out the lines that an item of the issue tells in its text.</summary>
    private static void RemoveTold(List<(string Text, TextPairs Pairs)> lines, Issue issue, HashSet<Story> claimed, CharacterPairs pairs)
    {
        var texts = new List<string>();
        foreach (var section in issue.Sections)
        {
            foreach (var item in section.Items)
            {
                pairs.Clear();
                pairs.Add(section.Heading?.Text ?? "");
                var needed = StoryPercent;
                switch (item)
                {
                    case SectionItem.StoryItem { Value: var story }:
                        needed = claimed.Contains(story) ? ClaimedPercent : StoryPercent;
                        pairs.Add(story.Headline.Text);
                        Add(pairs, texts, story.Blocks);
                        break;
                    case SectionItem.SubSection group:
                        pairs.Add(group.Heading.Text);
                        break;
                    case SectionItem.Loose loose:
                        Add(pairs, texts, loose.Blocks);
                        break;
                }

                for (var line = lines.Count - 1; line >= 0; line--)
                {
                    if (pairs.Hold(lines[line].Pairs, needed))
                        lines.RemoveAt(line);
                }

                if (lines.Count == 0)
                    return;
            }
        }
    }

    private static void Add(CharacterPairs pairs, List<string> texts, ImmutableArray<Block> blocks)
    {
        texts.Clear();
        BlockTexts.AddTo(texts, blocks);
        foreach (var text in texts)
            pairs.Add(text);
    }

    /// <summary>Where a line of the summary begins in the file; the summary's own place where YAML or Markdown wrote its beginning otherwise.</summary>
    private static int PlaceOf(string line, int summary, string file)
    {
        var at = file.AsSpan(summary).IndexOf(line.AsSpan(0, Math.Min(line.Length, SearchedLength)), StringComparison.Ordinal);
        return at < 0 ? summary : summary + at;
    }
}
