using System.Collections.Immutable;
using BotDigest.Bot.Search;
using BotDigest.Bot.Storage;

namespace BotDigest.Bot.Subscribers;

/// <summary>What the stories of an issue are about, to be asked by many: which of them have a tag, which of them a watched word.</summary>
/// <param name="stories">The stories.</param>
internal sealed class IssueTopics(IReadOnlyList<StoredStory> stories)
{
    private readonly ImmutableArray<(StoredStory Story, string Folded, ImmutableHashSet<string> Tags)> _stories =
    [
        .. stories.Select(s => (s, FoldedText.Of(s.Headline + "\n" + s.Text), s.Tags.Select(t => TagName.Of(t).Folded).ToImmutableHashSet(StringComparer.Ordinal))),
    ];

    private readonly HashSet<string> _tags = [.. stories.SelectMany(s => s.Tags).Select(t => TagName.Of(t).Folded)];
    private readonly Dictionary<string, bool> _hits = new(StringComparer.Ordinal);

    /// <summary>An issue without stories.</summary>
    internal static IssueTopics None { get; } = new([]);

    /// <summary>True where a story has one of some tags.</summary>
    /// <param name="tags">Their folded names.</param>
    internal bool HasAny(ImmutableArray<string> tags) => tags.Any(_tags.Contains);

    /// <summary>True where a story holds one of some words. What many watch for is looked for once.</summary>
    /// <param name="watches">The words, as they were typed.</param>
    internal bool HitsAny(ImmutableArray<string> watches)
    {
        foreach (var watch in watches)
        {
            if (!_hits.TryGetValue(watch, out var hit))
                _hits.Add(watch, hit = Watch.Of(watch) is var phrases && _stories.Any(s => Watch.Hits(s.Folded, phrases)));
            if (hit)
                return true;
        }

        return false;
    }

    /// <summary>The stories that have one of some tags, in order.</summary>
    internal IEnumerable<StoredStory> With(ImmutableArray<string> tags) => _stories.Where(s => tags.Any(s.Tags.Contains)).Select(s => s.Story);

    /// <summary>The stories that hold one of some words, in order, each with the words that it holds.</summary>
    internal IEnumerable<(StoredStory Story, ImmutableArray<string> Words)> Hits(ImmutableArray<string> watches)
    {
        var phrases = watches.Select(w => (Word: w, Phrases: Watch.Of(w))).ToList();
        return from s in _stories
               let words = phrases.Where(p => Watch.Hits(s.Folded, p.Phrases)).Select(p => p.Word).ToImmutableArray()
               where words.Length > 0
               select (s.Story, words);
    }
}
