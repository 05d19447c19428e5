using System.Collections.Immutable;
using System.Globalization;
using BotDigest.Formatting.Digests;
using BotDigest.Formatting.Problems;

namespace BotDigest.Formatting.Issues.Reading.Checks;

/// <summary>What a story must not be beside the others: the same twice, or longer than a message.</summary>
internal static class StoryCheck
{
    internal static void Run(ImmutableArray<Section> sections, ProblemList problems)
    {
        var headlines = new Dictionary<long, int>();
        var urls = new Dictionary<long, int>();
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
        if (StoryKey.OfHeadline(story.Headline.Text) is var headline and not 0 && !headlines.TryAdd(headline, story.Line))
        {
            problems.Add(ProblemKinds.RepeatedHeadline.At(story.Line, 1, QuotedText.Of(story.Headline.Text), Number(headlines[headline])));
            isRepeat = true;
        }

        if (StoryKey.OfUrl(story.Url) is var url and not 0 && !urls.TryAdd(url, story.Line) && !isRepeat)
            problems.Add(ProblemKinds.RepeatedUrl.At(story.Line, 1, QuotedText.Of(story.Url), Number(urls[url])));
        var length = story.Headline.Length + LengthOf(story.Blocks);
        if (length > MessageLimits.Message.Length)
            problems.Add(ProblemKinds.LongStory.At(story.Line, 1, Number(length), Number(MessageLimits.Message.Length)));
    }

    private static int LengthOf(ImmutableArray<Block> blocks)
    {
        var length = 0;
        foreach (var block in blocks)
        {
            length += 1 + block switch
            {
                Block.Paragraph paragraph => paragraph.Text.Length,
                Block.Heading heading => heading.Text.Length,
                Block.ListItem item => item.Text.Length,
                Block.Quote quote => quote.Text.Length,
                Block.Preformatted code => code.Text.Length,
                Block.Labelled labelled => labelled.Label.Length + LengthOf(labelled.Blocks),
                _ => 0,
            };
        }

        return length;
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
