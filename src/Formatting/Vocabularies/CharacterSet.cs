namespace BotDigest.Formatting.Vocabularies;

/// <summary>A set of characters, a bit each: a look-up costs the same however many there are.</summary>
internal sealed class CharacterSet
{
    private readonly ulong[] _bits = new ulong[(char.MaxValue + 1) / 64];

    internal CharacterSet(Func<char, bool> isIn)
    {
        for (var c = 0; c <= char.MaxValue; c++)
        {
            if (isIn((char)c))
                _bits[c >> 6] |= 1UL << c;
        }
    }

    internal bool Contains(char c) => (_bits[c >> 6] & (1UL << c)) != 0;
}
