namespace BotDigest.Formatting.Issues.Reading.Checks;

/// <summary>The neighbouring characters of texts, marks and spaces left out: what two texts about one thing share, however they are worded.</summary>
internal sealed class CharacterPairs
{
    /// <summary>Pairs fall into so many bits, few enough to be cleared at once and many enough for a story.</summary>
    private const int BitShift = 19;
    private const int Bits = 1 << (32 - BitShift);

    private const int MaxOnStack = 256;

    private readonly ulong[] _bits = new ulong[Bits / 64];

    internal void Clear() => Array.Clear(_bits);

    internal void Add(string text)
    {
        var previous = '\0';
        foreach (var written in text)
        {
            var c = Fold(written);
            if (c == '\0')
                continue;
            if (previous != '\0')
            {
                var bit = BitOf(previous, c);
                _bits[bit >> 6] |= 1UL << (int)(bit & 63);
            }

            previous = c;
        }
    }

    /// <summary>The pairs of a text, in order, for <see cref="Hold"/>; a text that is compared with many is folded once.</summary>
    internal static ushort[] Of(string text)
    {
        var pairs = text.Length <= MaxOnStack ? stackalloc ushort[text.Length] : new ushort[text.Length];
        var count = 0;
        var previous = '\0';
        foreach (var written in text)
        {
            var c = Fold(written);
            if (c == '\0')
                continue;
            if (previous != '\0')
                pairs[count++] = (ushort)BitOf(previous, c);
            previous = c;
        }

        return pairs[..count].ToArray();
    }

    /// <summary>True where so many of a hundred pairs of a text are among these; false for a text without pairs.</summary>
    internal bool Hold(ReadOnlySpan<ushort> pairs, int percent)
    {
        var mayMiss = pairs.Length * (100 - percent) / 100;
        foreach (var bit in pairs)
        {
            if ((_bits[bit >> 6] & (1UL << bit)) == 0 && --mayMiss < 0)
                return false;
        }

        return !pairs.IsEmpty;
    }

    /// <summary>True for a text with two letters or digits at least.</summary>
    internal static bool HasAny(string text)
    {
        var letters = 0;
        foreach (var c in text)
        {
            if (Fold(c) != '\0' && ++letters > 1)
                return true;
        }

        return false;
    }

    private static uint BitOf(char previous, char c) => ((((uint)previous << 16) | c) * 2654435761u) >> BitShift;

    /// <summary>A letter or digit in lower case; NUL for anything else.</summary>
    internal static char Fold(char c) => c is >= '\u4E00' and <= '\u9FFF' ? c : FoldOther(c);

    private static char FoldOther(char c) => c switch
    {
        (>= 'a' and <= 'z') or (>= '0' and <= '9') => c,
        >= 'A' and <= 'Z' => (char)(c | 0x20),
        < '\u0080' => '\0',
        _ => char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : '\0',
    };
}
