namespace BotDigest.Formatting.Vocabularies;

/// <summary>One spelling of a name, and where it may be found.</summary>
internal sealed class Spelling
{
    /// <summary>A name of so many letters is often a word or a part of one as well: <c>AI</c>, <c>Go</c>, <c>Meta</c>.</summary>
    private const int ShortCapital = 2;
    private const int ShortTitle = 4;
    private const int ShortBeforeDigit = 2;

    private readonly string _name;
    private readonly bool _wordStart;
    private readonly bool _wordEnd;
    private readonly bool _keepCase;

    internal Spelling(string name, int entry)
    {
        _name = name;
        Key = NameFolding.Lower(name);
        Entry = entry;
        _wordStart = name.Length > 0 && IsLatin(name[0]);
        _wordEnd = name.Length > 0 && IsLatin(name[^1]);
        _keepCase = KeepsCase(name);
    }

    /// <summary>The name in lower case: what a text is compared with.</summary>
    internal string Key { get; }

    /// <summary>The entry that it is a spelling of.</summary>
    internal int Entry { get; }

    /// <summary>True where the spelling stands at a place of a text that has its first two characters there.</summary>
    internal bool StandsAt(ReadOnlySpan<char> text, int start)
    {
        if (Key.Length > text.Length - start)
            return false;
        for (var i = 2; i < Key.Length; i++)
        {
            if (NameFolding.NarrowLower(text[start + i]) != Key[i])
                return false;
        }

        return Fits(text, start, start + Key.Length);
    }

    /// <summary>True where the spelling may stand there: a Latin name is a word by itself, a short one written with its capitals.</summary>
    private bool Fits(ReadOnlySpan<char> text, int start, int end)
    {
        if (_wordStart && start > 0 && IsLatin(NameFolding.Narrow(text[start - 1])))
            return false;
        if (_wordEnd && end < text.Length && NameFolding.Narrow(text[end]) is var next && IsLatin(next) && !IsNumbered(next))
            return false;
        return !_keepCase || IsExact(text[start..end]) || IsUpper(text[start..end]);
    }

    private bool IsExact(ReadOnlySpan<char> found)
    {
        for (var i = 0; i < found.Length; i++)
        {
            if (NameFolding.Narrow(found[i]) != _name[i])
                return false;
        }

        return true;
    }

    /// <summary>A version number may follow a name at once: <c>Qwen3</c>.</summary>
    private bool IsNumbered(char next) => char.IsAsciiDigit(next) && !char.IsAsciiDigit(_name[^1]) && _name.Length > ShortBeforeDigit;

    /// <summary>All capitals say the same, also of a name written otherwise; two letters must be as they stand.</summary>
    private bool IsUpper(ReadOnlySpan<char> found)
    {
        if (_name.Length <= ShortCapital)
            return false;
        foreach (var c in found)
        {
            if (char.IsLower(c))
                return false;
        }

        return true;
    }

    private static bool KeepsCase(string name)
    {
        var upper = 0;
        foreach (var c in name)
        {
            if (!char.IsAscii(c))
                return false;
            upper += char.IsUpper(c) ? 1 : 0;
        }

        return upper > 0 && name.Length <= (upper == name.Length ? ShortCapital : ShortTitle);
    }

    private static bool IsLatin(char c) => char.IsAsciiLetterOrDigit(c) || (c is >= '\u00C0' and < '\u0250' && char.IsLetter(c));
}
