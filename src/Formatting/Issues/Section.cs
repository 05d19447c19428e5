using System.Collections.Immutable;
using BotDigest.Formatting.Text;

namespace BotDigest.Formatting.Issues;

/// <summary>A part of an issue under a second-level heading.</summary>
/// <param name="Heading">Its heading; null for what stands before the first one.</param>
/// <param name="Items">What it holds, in the file's order.</param>
public sealed record Section(FormattedText? Heading, ImmutableArray<SectionItem> Items);

/// <summary>Something that stands in a section.</summary>
public abstract record SectionItem
{
    /// <summary>A story.</summary>
    /// <param name="Value">The story.</param>
    public sealed record StoryItem(Story Value) : SectionItem;

    /// <summary>A heading that groups the briefs after it.</summary>
    /// <param name="Heading">Its text.</param>
    /// <param name="Url">Its link, or null.</param>
    public sealed record SubSection(FormattedText Heading, string? Url = null) : SectionItem;

    /// <summary>Text that belongs to no story.</summary>
    /// <param name="Blocks">The text.</param>
    public sealed record Loose(ImmutableArray<Block> Blocks) : SectionItem;
}
