using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using BotDigest.Formatting.Digests;
using BotDigest.Formatting.Text;

namespace BotDigest.Formatting.Issues.Reading.Checks;

/// <summary>What a story takes of a message. Only one that comes near a limit is written for it.</summary>
internal static class StorySize
{
    /// <summary>A rough figure below these is surely below the real limits.</summary>
    private static readonly MessageLimits Harmless = new(3584, 90, 32000);

    /// <summary>Each begins something that Telegram may find by itself: a hashtag, a mention, a command, a sum of money.</summary>
    private static readonly SearchValues<char> AutomaticBegins = SearchValues.Create("#@/$");

    /// <summary>What a story takes; null where a message surely holds it.</summary>
    internal static Measure? Of(Story story)
    {
        var rough = Roughly(story.Headline) + Roughly(story.Blocks) + new Measure(0, 4, (story.Url?.Length ?? 0) * 6);
        return rough.FitsIn(Harmless) ? null : Exactly(story);
    }

    private static Measure Roughly(ImmutableArray<Block> blocks)
    {
        var sum = default(Measure);
        foreach (var block in blocks)
        {
            sum += new Measure(2, 2, 64) + block switch
            {
                Block.Paragraph paragraph => Roughly(paragraph.Text),
                Block.Heading heading => Roughly(heading.Text),
                Block.ListItem item => Roughly(item.Text),
                Block.Quote quote => Roughly(quote.Text),
                Block.Preformatted code => new Measure(code.Text.Length, 0, code.Text.Length * 6),
                Block.Labelled labelled => new Measure(labelled.Label.Length, 2, labelled.Label.Length * 6) + Roughly(labelled.Blocks),
                _ => default,
            };
        }

        return sum;
    }

    /// <summary>At least what a text takes: a character is escaped to six bytes at most, and Telegram divides an entity where another lies within it.</summary>
    private static Measure Roughly(FormattedText text)
    {
        var (entities, bytes) = (2 * text.Entities.Length, 6 * text.Length);
        for (var rest = text.Text.AsSpan(); rest.IndexOfAny(AutomaticBegins) is var at and >= 0; rest = rest[(at + 1)..])
            entities++;
        foreach (var entity in text.Entities)
            bytes += 64 + (6 * (entity.Argument?.Length ?? 0));
        return new Measure(text.Length, entities, bytes);
    }

    private static Measure Exactly(Story story)
    {
        var text = new RunningText();
        new StoryWriter(text, new DigestTexts(CultureInfo.InvariantCulture)).Write(story, -1);
        text.Arrange();
        var measure = new TextMeasure(text).Of(0, text.Length);
        text.Release();
        return measure;
    }
}
