using System.Buffers;

namespace BotDigest.Formatting.Vocabularies.Candidates;

/// <summary>Chinese names in quotation marks: 《》, 「」, 『』 and “”.</summary>
internal static class QuotedNames
{
    private const string Opening = "《「『“";
    private const string Closing = "》」』”";
    private const int LongestTitle = 20;
    private const int LongestQuote = 8;

    private static readonly SearchValues<char> Openings = SearchValues.Create(Opening);
    private static readonly SearchValues<char> Foreign = SearchValues.Create(",.;:?!。、…\n" + Opening + Closing);

    /// <summary>What is quoted, where it begins, and whether the marks alone make it a name: words in “” are as often only meant otherwise.</summary>
    /// <param name="text">The text, in usual width.</param>
    internal static IEnumerable<(string Name, int Start, bool IsSure)> Read(string text)
    {
        for (var at = Next(text, 0); at >= 0; at = Next(text, at + 1))
        {
            var mark = Opening.IndexOf(text[at], StringComparison.Ordinal);
            var end = text.IndexOf(Closing[mark], at);
            if (end < 0)
                continue;
            var name = text[(at + 1)..end];
            if (name.Length > 1 && name.Length <= (mark == 0 ? LongestTitle : LongestQuote) && IsName(name) && (text[at] != '“' || !IsDoubled(name)))
                yield return (name, at + 1, text[at] != '“');
        }
    }

    private static int Next(string text, int from) => text.AsSpan(from).IndexOfAny(Openings) is var offset and >= 0 ? from + offset : -1;

    /// <summary>True for an adverb that is said twice: 慢慢.</summary>
    private static bool IsDoubled(string text) => text.Length == 2 && text[0] == text[1];

    private static bool IsName(ReadOnlySpan<char> text) => text.ContainsAnyInRange('\u4E00', '\u9FFF') && !text.ContainsAny(Foreign);
}
