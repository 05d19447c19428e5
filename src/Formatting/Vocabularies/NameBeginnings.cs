namespace BotDigest.Formatting.Vocabularies;

/// <summary>The first two characters of all names, in every case and width: a quick "no" for nearly every place of a text.</summary>
internal sealed class NameBeginnings
{
    private const int Bits = 1 << 17;

    private readonly ulong[] _pairs = new ulong[Bits / 64];
    private readonly bool _anywhere;

    /// <param name="names">The names, folded.</param>
    internal NameBeginnings(List<string> names)
    {
        var writings = Writings(names);
        foreach (var name in names)
        {
            // A name of a single character may stand before any other.
            _anywhere |= name.Length == 1;
            for (var second = 0; name.Length > 1 && second < writings[NameFolding.NarrowLower(name[1])].Count; second++)
            {
                foreach (var first in writings[NameFolding.NarrowLower(name[0])])
                {
                    var pair = Pair(first, writings[NameFolding.NarrowLower(name[1])][second]);
                    _pairs[pair >> 6] |= 1UL << pair;
                }
            }
        }
    }

    /// <summary>False where no name begins; mostly right when true.</summary>
    internal bool MayBe(ReadOnlySpan<char> text, int at)
    {
        if ((uint)(at + 1) >= (uint)text.Length)
            return _anywhere;
        var pair = Pair(text[at], text[at + 1]);
        return ((_pairs[pair >> 6] & (1UL << pair)) != 0 && !IsWithinWord(text, at)) || _anywhere;
    }

    /// <summary>A Latin name begins a word.</summary>
    private static bool IsWithinWord(ReadOnlySpan<char> text, int at) => at > 0 && char.IsAsciiLetterOrDigit(text[at]) && char.IsAsciiLetterOrDigit(text[at - 1]);

    private static int Pair(char first, char second) => ((first * 40503) + (second * 31)) & (Bits - 1);

    /// <summary>Each character of the beginnings with all those that stand for it.</summary>
    private static Dictionary<char, List<char>> Writings(List<string> names)
    {
        var writings = new Dictionary<char, List<char>>();
        foreach (var name in names)
        {
            foreach (var c in name.AsSpan(0, Math.Min(name.Length, 2)))
                writings.TryAdd(NameFolding.NarrowLower(c), []);
        }

        for (var c = 0; c <= char.MaxValue && writings.Count > 0; c++)
        {
            if (writings.TryGetValue(NameFolding.NarrowLower((char)c), out var same))
                same.Add((char)c);
        }

        return writings;
    }
}
