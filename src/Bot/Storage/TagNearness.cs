using BotDigest.Bot.Search;

namespace BotDigest.Bot.Storage;

/// <summary>How near a tag's name is to what somebody looked for.</summary>
internal static class TagNearness
{
    /// <summary>Rarer tags than these are not compared.</summary>
    internal const int MostTags = 2_000;

    private const int LongestQuery = 64;

    /// <summary>The nearest tags: names that hold the query or are held by it, names that share characters side by side, names a slip of the finger away.</summary>
    internal static IReadOnlyList<TagCount> Nearest(string query, IReadOnlyList<TagCount> tags, int limit)
    {
        var wanted = TagName.Of(query).Letters;
        if (wanted.Length > LongestQuery)
            wanted = wanted[..LongestQuery];
        var near =
            from tag in tags
            let nearness = Of(wanted, TagName.Of(tag.Name).Letters)
            where nearness > 0
            orderby nearness descending, tag.Stories descending
            select tag;
        return [.. near.Take(limit)];
    }

    private static double Of(string wanted, string name)
    {
        if (wanted.Length == 0 || name.Length == 0)
            return 0;
        var (shorter, longer) = wanted.Length < name.Length ? (wanted, name) : (name, wanted);
        if (longer.Contains(shorter, StringComparison.Ordinal))
            return 1 + (double)shorter.Length / longer.Length;
        var slips = Distance(wanted, name);
        if (slips <= Math.Max(1, shorter.Length / 4) && shorter.Length > 2)
            return 1 - (double)slips / longer.Length;
        var shared = Pairs(wanted).Intersect(Pairs(name)).Count();
        return 2.0 * shared / (wanted.Length + name.Length);
    }

    private static IEnumerable<(char, char)> Pairs(string text) => text.Zip(text.Skip(1));

    /// <summary>How many characters must be added, dropped or changed to make one text of the other.</summary>
    private static int Distance(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var change = diagonal + (one[i - 1] == other[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(change, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
