namespace BotDigest.Formatting.Issues.Reading.Checks;

/// <summary>The neighbouring characters of texts, marks and spaces left out: what two texts about one thing share, however they are worded.</summary>
internal sealed class CharacterPairs
{
    private const int MaxOnStack = 256;

    /// <summary>By pair the round in which it was added last: a new round forgets the others at once.</summary>
    private readonly byte[] _rounds = new byte[TextPairs.Kinds];
    private byte _round = 1;
    private PairSignature _signature;

    internal void Clear()
    {
        if (++_round == 0)
        {
            Array.Clear(_rounds);
            _round = 1;
        }

        _signature = default;
    }

    /// <summary>Adds the pairs of a text of any length.</summary>
    internal void Add(string text)
    {
        var (rounds, round, previous) = (_rounds, _round, '\0');
        foreach (var written in text)
        {
            var c = Fold(written);
            if (c == '\0')
                continue;
            if (previous != '\0')
                rounds[KindOf(previous, c)] = round;
            previous = c;
        }

        _signature = PairSignature.Full;
    }

    /// <summary>Adds the pairs of a line or headline.</summary>
    internal void Add(TextPairs text)
    {
        foreach (var kind in text.Pairs)
            _rounds[kind] = _round;
        _signature |= text.Signature;
    }

    /// <summary>The pairs of a text, in order, for <see cref="Hold"/>; a text that is compared with many is folded once.</summary>
    internal static TextPairs Of(string text)
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
                pairs[count++] = KindOf(previous, c);
            previous = c;
        }

        return new TextPairs(pairs[..count].ToArray());
    }

    /// <summary>True where so many of a hundred pairs of a text are among these; false for a text without pairs.</summary>
    internal bool Hold(TextPairs text, int percent)
    {
        var mayMiss = text.Pairs.Length * (100 - percent) / 100;
        if (text.Signature.CountMissing(_signature) > mayMiss)
            return false;
        foreach (var kind in text.Pairs)
        {
            if (_rounds[kind] != _round && --mayMiss < 0)
                return false;
        }

        return text.Pairs.Length > 0;
    }

    private static ushort KindOf(char previous, char c) => (ushort)(((((uint)previous << 16) | c) * 2654435761u) >> TextPairs.KindShift);

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
