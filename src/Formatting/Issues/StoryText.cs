namespace BotDigest.Formatting.Issues;

/// <summary>Stories as plain text, for search and logs.</summary>
public static class StoryText
{
    /// <summary>What stands under the headline: a line a block, labels on lines of their own.</summary>
    /// <param name="story">The story.</param>
    public static string Plain(Story story)
    {
        ArgumentNullException.ThrowIfNull(story);
        var texts = new List<string>();
        BlockTexts.AddTo(texts, story.Blocks);
        return string.Join('\n', texts);
    }
}
