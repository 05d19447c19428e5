using System.Collections.Immutable;
using BotDigest.Bot.Search;
using BotDigest.Formatting.Issues;
using BotDigest.Formatting.Vocabularies;

namespace BotDigest.Bot.Storage;

/// <summary>A story as it is about to be stored.</summary>
/// <param name="Position">Its place within the issue.</param>
/// <param name="Leader">The place of the first story with its headline or address; its own where it is the first.</param>
/// <param name="Section">The section's heading.</param>
/// <param name="Headline">The headline.</param>
/// <param name="Url">The source, or null.</param>
/// <param name="Text">The text without the headline.</param>
/// <param name="Tags">The front matter's tags and those that the vocabulary finds, by canonical name.</param>
internal sealed record StoryEntry(int Position, int Leader, string Section, string Headline, string? Url, string Text, ImmutableArray<string> Tags)
{
    /// <summary>The stories of an issue.</summary>
    internal static ImmutableArray<StoryEntry> Of(Issue issue, Vocabulary vocabulary)
    {
        var entries = ImmutableArray.CreateBuilder<StoryEntry>();
        var leaders = new StoryLeaders();
        foreach (var section in issue.Sections)
        {
            foreach (var story in section.Items.OfType<SectionItem.StoryItem>().Select(i => i.Value))
            {
                var headline = story.Headline.Text;
                var text = StoryText.Plain(story);
                var tags = issue.Tags.Select(t => vocabulary.Canonical(t) ?? t).Concat(vocabulary.Find(headline, text));
                entries.Add(new StoryEntry(entries.Count, entries.Count, section.Heading?.Text ?? "", headline, story.Url, text, Distinct(tags)));
                leaders.Add(headline, story.Url);
            }
        }

        return [.. entries.Select(e => e with { Leader = leaders.Of(e.Position) })];
    }

    private static ImmutableArray<string> Distinct(IEnumerable<string> tags) =>
        [.. tags.Select(TagName.Of).Where(t => t.Folded.Length > 0).DistinctBy(t => t.Folded, StringComparer.Ordinal).Select(t => t.Name)];
}
