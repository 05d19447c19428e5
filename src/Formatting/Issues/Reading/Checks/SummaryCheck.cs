using System.Collections.Immutable;
using BotDigest.Formatting.Problems;

namespace BotDigest.Formatting.Issues.Reading.Checks;

/// <summary>Looks for the story of each line of the summary: one whose headline it repeats, or that shares many pairs of characters with it.</summary>
internal static class SummaryCheck
{
    /// <summary>Of a hundred pairs of a headline so many stand in a line that is about it.</summary>
    private const int HeadlinePercent = 50;

    /// <summary>Of a hundred pairs of a line so many stand in the story that it is about.</summary>
    private const int StoryPercent = 30;

    /// <summary>So many characters of a line tell where it stands in the file.</summary>
    private const int SearchedLength = 8;

    internal static void Run(Issue issue, FrontMatter values, ProblemList problems)
    {
        if (!issue.SummaryIsList)
            return;
        var stories = StoriesOf(issue);
        if (stories.Count == 0)
            return;
        var pairs = new CharacterPairs();
        var next = 0;
        List<string>? open = null;
        foreach (var line in issue.Summary)
        {
            if (!IsHeadlined(line.Text, stories, pairs, ref next))
                (open ??= []).Add(line.Text);
        }

        if (open is null)
            return;
        KeepUntold(open, issue, pairs);
        foreach (var line in open)
            problems.Add(ProblemKinds.SummaryWithoutStory, PlaceOf(line, values.SummaryStart, problems.Source.Text), QuotedText.Of(line));
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

    /// <summary>True where a headline says what the line says; the search begins after the last line's story, for both follow one order.</summary>
    private static bool IsHeadlined(string line, List<Story> stories, CharacterPairs pairs, ref int next)
    {
        pairs.Clear();
        pairs.Add(line);
        for (var i = 0; i < stories.Count; i++)
        {
            var at = (next + i) % stories.Count;
            if (pairs.PercentOf(stories[at].Headline.Text, ofNone: 0) < HeadlinePercent)
                continue;
            next = at + 1;
            return true;
        }

        return false;
    }

    /// <summary>Takes out the lines that an item of the issue tells in its text.</summary>
    private static void KeepUntold(List<string> lines, Issue issue, CharacterPairs pairs)
    {
        var texts = new List<string>();
        foreach (var section in issue.Sections)
        {
            foreach (var item in section.Items)
            {
                pairs.Clear();
                pairs.Add(section.Heading?.Text ?? "");
                switch (item)
                {
                    case SectionItem.StoryItem { Value: var story }:
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

                lines.RemoveAll(line => pairs.PercentOf(line, ofNone: 100) >= StoryPercent);
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
