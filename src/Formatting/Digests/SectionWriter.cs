using System.Collections.Immutable;
using BotDigest.Formatting.Issues;
using BotDigest.Formatting.Text;

namespace BotDigest.Formatting.Digests;

/// <summary>Writes the sections of an issue, its footnotes and its closing line.</summary>
/// <param name="target">Takes the text.</param>
/// <param name="texts">The words that the digest adds.</param>
internal sealed class SectionWriter(RunningText target, DigestTexts texts)
{
    /// <summary>The mark before a section's heading.</summary>
    internal const string Mark = "▌";

    private const int RepeatedHeading = 120;

    private readonly StoryWriter _stories = new(target, texts);

    internal void Write(Section section)
    {
        var number = WriteHeading(section);
        var underHeading = section.Heading is not null;
        SectionItem? before = null;
        foreach (var item in section.Items)
        {
            if (before is not null)
                target.Separate(GapBetween(before, item));
            if (!underHeading && before is not null)
                target.Cut(CutLevel.Item, number);
            Write(item, number);
            underHeading = item is SectionItem.SubSection;
            before = item;
        }
    }

    /// <summary>Begins a section and writes its heading, if it has one.</summary>
    /// <returns>The section's number, for the cuts in it; -1 without a heading.</returns>
    internal int WriteHeading(Section section)
    {
        target.Separate(2);
        if (section.Heading is not { } heading)
        {
            target.Cut(CutLevel.Section, -1);
            return -1;
        }

        var number = target.BeginSection(ShortHeading(section));
        target.Cut(CutLevel.Section, number);
        target.Write().Open(EntityKind.Bold).Append(Mark).AppendFrom(heading).Close();
        target.Separate(2);
        target.HoldNext();
        return number;
    }

    internal void WriteFootnotes(ImmutableArray<FormattedText> footnotes)
    {
        for (var i = 0; i < footnotes.Length; i++)
        {
            target.Separate(i == 0 ? 2 : 1);
            target.Cut(i == 0 ? CutLevel.Section : CutLevel.Item, -1);
            target.Write().AppendFrom(footnotes[i]);
        }
    }

    internal static void WriteFooter(RunningText target, string footer)
    {
        target.Separate(2);
        target.Cut(CutLevel.Item, -1);
        target.Write().Open(EntityKind.Italic).AppendFrom(footer).Close();
    }

    /// <summary>Writes a story, a heading that groups stories, or text that belongs to none.</summary>
    internal void Write(SectionItem item, int section)
    {
        switch (item)
        {
            case SectionItem.StoryItem story:
                _stories.Write(story.Value, section);
                break;
            case SectionItem.SubSection sub:
                StoryWriter.WriteHeadline(target.Write(), sub.Heading, sub.Url, bold: true);
                target.HoldNext();
                break;
            case SectionItem.Loose loose:
                new BlockWriter(target).Write(loose.Blocks, section);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(item), item, null);
        }
    }

    /// <summary>The words of a section's heading, short enough to be repeated.</summary>
    internal static string ShortHeading(Section section) => Shorten.ToWords(TextCleaner.Clean(section.Heading?.Text ?? ""), RepeatedHeading);

    internal static int GapBetween(SectionItem before, SectionItem item) => (before, item) switch
    {
        (SectionItem.StoryItem { Value: var one }, SectionItem.StoryItem { Value: var other }) when IsLine(one) && IsLine(other) => 1,
        (SectionItem.SubSection, _) => 1,
        _ => 2,
    };

    /// <summary>True for a brief that is a headline and nothing else.</summary>
    private static bool IsLine(Story story) => story is { Form: StoryForm.Brief, Blocks.IsEmpty: true };
}
