namespace BotDigest.Bot.Tests.Search;

/// <summary>Queries of everything that means something to search or to an engine, and of characters at random.</summary>
internal static class HostileQueries
{
    private static readonly string[] Pieces =
    [
        "\"", "'", "“", "”", "「", "」", "-", "--", "－", ":", "：", "*", "^", "(", ")", "{", "}", "+", "|", "&", "!", "<->", "<2>", ":*", ":A", "\\", "%", "_", ";", "\0", "\u0001", "\t", "\n", "\r\n", "\u2028", "　", " ", " ", " ",
        "AND ", " OR ", " NOT ", "NEAR(", "NEAR/2", "words:", "rowid", "tag:", "TAG：", "from:", "to:", "on:", "-tag:", "-from:", "2026-01-15", "2026", "9999", "0000", "13月", "1月", "昨天", "99999999", "2026-02-30",
        "芯片", "芯", "AI", "ai芯片", "GPT-5.2", "C++", ".NET", "B站", "𠮷", "🚀", "🏳️‍🌈", "é", "e\u0301", "ﬁ", "㍿", "İ", "ß", "①", "\uE000", "\uE00A", "\uE022", "\uE100", "\uE100ai", "\uFFFE", "\uFFFF", "\uD800", "\uDC00", "\uDBFF", "\u200B", "\u2060", "\u0300",
    ];

    /// <summary>The next one.</summary>
    internal static string Next(Random random)
    {
        var pieces = Enumerable.Range(0, random.Next(1, 12)).Select(_ => random.Next(8) == 0 ? ((char)random.Next(char.MaxValue + 1)).ToString() : Pieces[random.Next(Pieces.Length)]);
        var query = string.Concat(pieces);
        return random.Next(50) == 0 ? string.Concat(Enumerable.Repeat(query, 40)) : query;
    }
}
