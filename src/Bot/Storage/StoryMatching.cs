using BotDigest.Bot.Search;

namespace BotDigest.Bot.Storage;

/// <summary>Finds the stories of an edited issue again: by address and headline, then headline, then an address that only one story has, then by at least half of the two-character shingles.</summary>
internal static class StoryMatching
{
    private const double EnoughShingles = 0.5;

    // A file of thousands of one-line stories, all rewritten at once, is not worth comparing each with each.
    private const int MostComparisons = 250_000;

    /// <summary>The old story that each new one continues, or null, by the new one's place.</summary>
    internal static StoryRow?[] Match(IReadOnlyList<StoryRow> old, IReadOnlyList<StoryEntry> fresh)
    {
        var matches = new StoryRow?[fresh.Count];
        var rest = new HashSet<StoryRow>(old);
        ByTrait(o => o.Url is null ? null : o.Url + "\n" + FoldedText.Of(o.Headline), f => f.Url is null ? null : f.Url + "\n" + FoldedText.Of(f.Headline), unique: false);
        ByTrait(o => FoldedText.Of(o.Headline), f => FoldedText.Of(f.Headline), unique: false);
        ByTrait(o => o.Url, f => f.Url, unique: true);
        ByShingles();
        return matches;

        void ByTrait(Func<StoryRow, string?> ofOld, Func<StoryEntry, string?> ofFresh, bool unique)
        {
            var candidates = rest.Where(o => ofOld(o) is not null).OrderBy(o => o.Position).GroupBy(o => ofOld(o)!, StringComparer.Ordinal).ToDictionary(g => g.Key, g => new Queue<StoryRow>(g), StringComparer.Ordinal);
            var wanted = fresh.Where(f => matches[f.Position] is null && ofFresh(f) is not null).GroupBy(f => ofFresh(f)!, StringComparer.Ordinal);
            foreach (var group in wanted.Select(g => (g.Key, Stories: g.ToList())))
            {
                if (!candidates.TryGetValue(group.Key, out var queue) || (unique && (queue.Count > 1 || group.Stories.Count > 1)))
                    continue;
                foreach (var story in group.Stories.Take(queue.Count).ToList())
                    Take(story.Position, queue.Dequeue());
            }
        }

        void ByShingles()
        {
            var open = fresh.Where(f => matches[f.Position] is null).ToList();
            if ((long)open.Count * rest.Count > MostComparisons)
                return;
            var ofOld = rest.Select(o => (Story: o, Shingles: Shingles(o.Headline, o.Text))).ToList();
            var pairs =
                from f in open
                let shingles = Shingles(f.Headline, f.Text)
                from o in ofOld
                let likeness = Likeness(shingles, o.Shingles)
                where likeness >= EnoughShingles
                orderby likeness descending, f.Position, o.Story.Position
                select (f.Position, o.Story);
            foreach (var (position, story) in pairs.ToList())
            {
                if (matches[position] is null && rest.Contains(story))
                    Take(position, story);
            }
        }

        void Take(int position, StoryRow story)
        {
            matches[position] = story;
            rest.Remove(story);
        }
    }

    private static HashSet<(char, char)> Shingles(string headline, string text)
    {
        var folded = FoldedText.Of(headline + "\n" + text);
        return [.. folded.Zip(folded.Skip(1))];
    }

    private static double Likeness(HashSet<(char, char)> one, HashSet<(char, char)> other)
    {
        var both = one.Count < other.Count ? one.Count(other.Contains) : other.Count(one.Contains);
        return one.Count + other.Count == 0 ? 0 : 2.0 * both / (one.Count + other.Count);
    }
}
