using System.Collections.Immutable;
using System.Globalization;
using BotDigest.Formatting.Digests;
using BotDigest.Formatting.Problems;

namespace BotDigest.Formatting.Issues.Reading.Checks;

/// <summary>What a story must not be beside the others: the same twice, or more than a message holds.</summary>
internal static class StoryCheck
{
    internal static void Run(ImmutableArray<Section> sections, ProblemList problems)
    {
        var count = 0;
        foreach (var section in sections)
            count += section.Items.Length;
        var headlines = new Dictionary<long, int>(count);
        var urls = new Dictionary<long, int>(count);
        foreach (var section in sections)
        {
            foreach (var item in section.Items)
            {
                if (item is SectionItem.StoryItem { Value: var story })
                    Run(story, headlines, urls, problems);
            }
        }
    }

    private static void Run(Story story, Dictionary<long, int> headlines, Dictionary<long, int> urls, ProblemList problems)
    {
        var isRepeat = false;
        var headline = StoryKey.OfHeadline(story.Headline.Text);
        if (headline != 0)
            headline ^= StoryKey.OfNumbers(story.Headline.Text);
        if (headline != 0 && !headlines.TryAdd(headline, story.Line))
        {
            problems.Add(ProblemKinds.RepeatedHeadline.At(story.Line, story.Column, QuotedText.Of(story.Headline.Text), Number(headlines[headline])));
            isRepeat = true;
        }

        if (StoryKey.OfUrl(story.Url) is var url and not 0 && !urls.TryAdd(url, story.Line) && !isRepeat)
            problems.Add(ProblemKinds.RepeatedUrl.At(story.Line, story.Column, QuotedText.Of(story.Url), Number(urls[url])));
        if (StorySize.Of(story) is { } size)
            CheckSize(story, size, problems);
    }

    private static void CheckSize(Story story, Measure size, ProblemList problems)
    {
        var limits = MessageLimits.Message;
        if (size.Length > limits.Length)
            problems.Add(ProblemKinds.LongStory.At(story.Line, story.Column, Number(size.Length), Number(limits.Length)));
        else if (!size.FitsIn(limits))
            problems.Add(ProblemKinds.FullStory.At(story.Line, story.Column, Number(size.Entities), Number(limits.Entities), MarkdownReading.Kibibytes(size.Bytes), MarkdownReading.Kibibytes(limits.Bytes)));
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
