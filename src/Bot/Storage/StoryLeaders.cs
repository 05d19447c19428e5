using BotDigest.Bot.Search;

namespace BotDigest.Bot.Storage;

/// <summary>Groups the stories of an issue that share a headline or an address; the first of a group leads it.</summary>
internal sealed class StoryLeaders
{
    private readonly List<int> _leaders = [];
    private readonly Dictionary<string, int> _seen = new(StringComparer.Ordinal);

    /// <summary>Adds the next story.</summary>
    internal void Add(string headline, string? url)
    {
        var story = _leaders.Count;
        _leaders.Add(story);
        Join(story, "h " + FoldedText.Of(headline));
        if (!string.IsNullOrEmpty(url))
            Join(story, "u " + url);
    }

    /// <summary>The first story of the group.</summary>
    internal int Of(int story)
    {
        while (_leaders[story] != story)
            story = _leaders[story];
        return story;
    }

    private void Join(int story, string trait)
    {
        if (_seen.TryAdd(trait, story))
            return;
        var (one, other) = (Of(story), Of(_seen[trait]));
        _leaders[Math.Max(one, other)] = Math.Min(one, other);
    }
}
