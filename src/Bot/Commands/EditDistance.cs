namespace BotDigest.Bot.Commands;

/// <summary>How many letters must be changed, added, dropped or swapped to make one word of another.</summary>
internal static class EditDistance
{
    /// <summary>The word nearest to what was typed, or null where none is near: at most a third of its letters, and at least one, may differ.</summary>
    internal static string? Nearest(string typed, IEnumerable<string> words) => Near(typed, words).FirstOrDefault();

    /// <summary>All words near to what was typed, the nearest first.</summary>
    internal static IEnumerable<string> Near(string typed, IEnumerable<string> words) =>
        words.Select(word => (Word: word, Most: Math.Max(1, Math.Max(typed.Length, word.Length) / 3), Begins: word.StartsWith(typed, StringComparison.Ordinal) && typed.Length > 1))
            // words of so different lengths cannot be near: a message of thousands of letters is compared with none
            .Where(w => w.Begins || Math.Abs(typed.Length - w.Word.Length) <= w.Most)
            .Select(w => (w.Word, w.Most, Distance: w.Begins ? 1 : Between(typed, w.Word)))
            .Where(w => w.Distance <= w.Most)
            .OrderBy(w => w.Distance)
            .Select(w => w.Word);

    private static int Between(string a, string b)
    {
        var table = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
            table[i, 0] = i;
        for (var j = 0; j <= b.Length; j++)
            table[0, j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                var change = table[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                table[i, j] = Math.Min(change, Math.Min(table[i - 1, j], table[i, j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    table[i, j] = Math.Min(table[i, j], table[i - 2, j - 2] + 1);
            }
        }

        return table[a.Length, b.Length];
    }
}
