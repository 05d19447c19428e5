using System.Collections.Immutable;
using System.Runtime.InteropServices;
using BotDigest.Formatting.Issues;
using BotDigest.Formatting.Text;
using BotDigest.Formatting.Vocabularies;

namespace BotDigest.Formatting.Digests;

/// <summary>Chooses the hashtags of an issue: its category and tags, then the names that most of its stories speak of.</summary>
internal static class DigestHashtags
{
    private const int MaxTags = 8;
    private const int MaxLength = 400;

    /// <summary>The hashtags on one line; empty where there are none.</summary>
    internal static string Choose(Issue issue, Vocabulary vocabulary)
    {
        var tags = new List<string>();
        Add(tags, issue.Category);
        foreach (var tag in issue.Tags)
            Add(tags, tag);
        if (tags.Count < MaxTags && !vocabulary.Entries.IsEmpty)
            AddFrequent(tags, issue, vocabulary);
        return string.Join(' ', tags);
    }

    /// <summary>The tags for which there is no room, and those that make no hashtag.</summary>
    internal static List<string> LeftOut(string? category, ImmutableArray<string> names)
    {
        var (chosen, unshown) = (new List<string>(), new List<string>());
        Add(chosen, category);
        foreach (var name in names)
        {
            if (!Add(chosen, name))
                unshown.Add(name);
        }

        return unshown;
    }

    /// <summary>False where the name is left out, and no other says the same.</summary>
    private static bool Add(List<string> tags, string? name)
    {
        if (name is null || Hashtag.Of(name) is not { } tag)
            return false;
        if (tags.Contains(tag, StringComparer.OrdinalIgnoreCase))
            return true;
        if (tags.Count >= MaxTags || tags.Sum(other => other.Length + 1) + tag.Length > MaxLength)
            return false;
        tags.Add(tag);
        return true;
    }

    /// <summary>Adds the names that most stories speak of; of those that are as frequent the first one first.</summary>
    private static void AddFrequent(List<string> tags, Issue issue, Vocabulary vocabulary)
    {
        var counts = new int[vocabulary.Entries.Length];
        var names = new List<int>();
        var texts = new List<string>();
        var highest = 0;
        List<int>? found = null;
        foreach (var story in issue.Stories)
        {
            found?.Clear();
            texts.Clear();
            texts.Add(story.Headline.Text);
            BlockTexts.AddTo(texts, story.Blocks);
            foreach (var text in texts)
                vocabulary.Find(text, ref found);
            foreach (var name in CollectionsMarshal.AsSpan(found))
            {
                if (counts[name]++ == 0)
                    names.Add(name);
                highest = Math.Max(highest, counts[name]);
            }
        }

        for (var count = highest; count > 0 && tags.Count < MaxTags; count--)
        {
            foreach (var name in names)
            {
                if (counts[name] == count && tags.Count < MaxTags)
                    Add(tags, vocabulary.Entries[name].Name);
            }
        }
    }
}
