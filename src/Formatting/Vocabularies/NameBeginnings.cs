namespace BotDigest.Formatting.Vocabularies;

/// <summary>The first three characters of all names, in either case: a quick "no" for nearly every place of a text.</summary>
internal sealed class NameBeginnings
{
    /// <summary>Pairs of first characters fall into so many places; in each, third characters fall into 32 bits.</summary>
    private const int Places = 1 << 13;

    private readonly uint[] _thirds = new uint[Places];

    /// <param name="names">The names in lower case.</param>
    internal NameBeginnings(IEnumerable<string> names)
    {
        var writings = Writings();
        foreach (var name in names)
        {
            // A name of a single character may stand before any other, and one of two before any third.
            if (name.Length == 1)
                _thirds.AsSpan().Fill(uint.MaxValue);
            else
                Add(writings[name[0]], writings[name[1]], name.Length == 2 ? uint.MaxValue : writings[name[2]].Aggregate(0u, (bits, third) => bits | Bit(third)));
        }
    }

    /// <summary>The next place from one on where a name may begin, mostly rightly so, or where a character may need a form; the text's end where there is none.</summary>
    internal int Next(ReadOnlySpan<char> text, int at)
    {
        if (at < text.Length - 2)
        {
            var (unusual, thirds) = (NameFolding.Unusual, _thirds);
            var (first, second) = (text[at], text[at + 1]);
            foreach (var third in text[(at + 2)..])
            {
                if (unusual.Contains(first) || (thirds[Place(first, second)] & Bit(third)) != 0)
                    return at;
                at++;
                (first, second) = (second, third);
            }
        }

        while (at < text.Length && !MayBeAtEnd(text[at..]))
            at++;
        return at;
    }

    /// <summary>The same for the last two characters.</summary>
    private bool MayBeAtEnd(ReadOnlySpan<char> end) =>
        NameFolding.Unusual.Contains(end[0]) || (_thirds[Place(end[0], end.Length > 1 ? end[1] : '\0')] & Bit('\0')) != 0;

    private void Add(IEnumerable<char> firsts, IEnumerable<char> seconds, uint thirds)
    {
        foreach (var first in firsts)
        {
            foreach (var second in seconds)
                _thirds[Place(first, second)] |= thirds;
        }
    }

    private static int Place(char first, char second) => ((first * 40503) + (second * 31)) & (Places - 1);

    private static uint Bit(char third) => 1u << third;

    /// <summary>By each character in lower case all those that stand for it in a text that needs no form.</summary>
    private static ILookup<char, char> Writings() => Enumerable.Range(0, char.MaxValue + 1)
        .Select(c => (char)c)
        .Where(c => !NameFolding.MayNeedForm(c) || NameFolding.Narrow(c) == c)
        .ToLookup(NameFolding.NarrowLower);
}
