namespace BotDigest.Bot.Search;

/// <summary>Cuts a query into its words: between spaces, but quotes hold several together.</summary>
internal static class QueryWords
{
    private const string OpeningQuotes = "\"＂“「『";
    private const string ClosingQuotes = "\"＂”」』";

    private static readonly string[] Keys = ["tag", "from", "to", "on"];

    /// <summary>The words in order.</summary>
    internal static IEnumerable<QueryWord> Cut(string query)
    {
        for (var at = 0; at < query.Length;)
        {
            if (char.IsWhiteSpace(query[at]))
            {
                at++;
                continue;
            }

            var end = at;
            yield return Next(query, ref end);
            at = end;
        }
    }

    private static QueryWord Next(string query, ref int at)
    {
        var start = at;
        var excluded = query[at] is '-' or '－' && at + 1 < query.Length && !char.IsWhiteSpace(query[at + 1]) && query[at + 1] is not ('-' or '－');
        if (excluded)
            at++;
        var key = KeyAt(query, at);
        if (key.Length > 0)
            at += key.Length + 1;
        var text = Quoted(query, ref at);
        var quoted = text is not null;
        text ??= Plain(query, ref at);
        return new QueryWord(text, key, quoted, excluded, query[start..at]);
    }

    /// <summary>The key at a place, if a value follows its colon.</summary>
    private static string KeyAt(string query, int at)
    {
        foreach (var key in Keys)
        {
            var colon = at + key.Length;
            if (colon + 1 < query.Length && query[colon] is ':' or '：' && !char.IsWhiteSpace(query[colon + 1]) && string.Compare(query, at, key, 0, key.Length, StringComparison.OrdinalIgnoreCase) == 0)
                return key;
        }

        return "";
    }

    /// <summary>What stands between the quotes at a place; null where there are none, or nothing in them.</summary>
    private static string? Quoted(string query, ref int at)
    {
        var kind = OpeningQuotes.IndexOf(query[at], StringComparison.Ordinal);
        var end = kind < 0 ? -1 : query.IndexOf(ClosingQuotes[kind], at + 1);
        if (end < 0 || string.IsNullOrWhiteSpace(query[(at + 1)..end]))
            return null;
        var text = query[(at + 1)..end];
        at = end + 1;
        return text;
    }

    private static string Plain(string query, ref int at)
    {
        var start = at;
        while (at < query.Length && !char.IsWhiteSpace(query[at]))
            at++;
        return query[start..at];
    }
}
