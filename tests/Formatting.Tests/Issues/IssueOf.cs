using BotDigest.Formatting.Issues;

namespace BotDigest.Formatting.Tests.Issues;

/// <summary>Reads Markdown that stands in a section of an issue, and writes what became of it in short.</summary>
internal static class IssueOf
{
    internal static Issue Section(string markdown, string heading = "节") =>
        new IssueParser().Parse($"---\ntitle: 标题\ndate: 2026-02-03\n---\n\n## {heading}\n\n{markdown}\n").Issue!;

    /// <summary>The blocks of the only story: <c>P</c> paragraph, <c>L</c> list item, <c>Q</c> quote, <c>C</c> code, labels as <c>label{…}</c>.</summary>
    internal static string Blocks(string markdown) => Write(Assert.Single(Section("### 标题\n\n" + markdown).Stories).Blocks);

    /// <summary>The items of the section: <c>S headline|separator|text|url</c>, <c>G heading</c>, <c>T text</c>.</summary>
    internal static string Items(string markdown, string heading = "节") => string.Join(" / ", Section(markdown, heading).Sections.Single().Items.Select(Write));

    private static string Write(SectionItem item) => item switch
    {
        SectionItem.StoryItem { Value: var story } => $"S {story.Headline.Text}|{story.Separator}|{Write([.. story.Blocks])}|{story.Url}",
        SectionItem.SubSection group => $"G {group.Heading.Text}",
        SectionItem.Loose loose => $"T {Write([.. loose.Blocks])}",
        _ => throw new InvalidOperationException(),
    };

    private static string Write(IEnumerable<Block> blocks) => string.Join(' ', blocks.Select(block => block switch
    {
        Block.Paragraph paragraph => "P:" + paragraph.Text.Text,
        Block.ListItem listItem => "L:" + listItem.Text.Text,
        Block.Quote quote => "Q:" + quote.Text.Text,
        Block.Preformatted code => "C:" + code.Text,
        Block.Labelled labelled => $"{labelled.Label}{{{Write(labelled.Blocks)}}}",
        _ => block.GetType().Name,
    }));
}
