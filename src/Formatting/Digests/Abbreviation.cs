using System.Collections.Frozen;

namespace BotDigest.Formatting.Digests;

/// <summary>Full stops that end no sentence: of short forms, initials and the numbers of a list.</summary>
internal static class Abbreviation
{
    private const int LongestNumber = 3;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Known = new[]
    {
        "Dr", "Mr", "Mrs", "Ms", "Mx", "Prof", "Rev", "Hon", "Gov", "Sen", "Rep", "Pres", "Gen", "Col", "Maj", "Capt", "Lt", "Sgt", "St", "Jr", "Sr", "Mt", "Ave", "Blvd",
        "Inc", "Ltd", "Co", "Corp", "Bros", "Dept", "Univ", "Assn", "vs", "etc", "al", "cf", "ca", "approx", "est", "No", "Nos", "Vol", "Fig", "Figs", "Eq", "Sec", "Ch", "pp", "ed", "eds", "Ph",
        "Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec",
    }.ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>True for a text whose last character is such a full stop.</summary>
    internal static bool EndsIn(ReadOnlySpan<char> text)
    {
        text = text[..^1];
        var start = text.Length;
        while (start > 0 && char.IsAsciiLetterOrDigit(text[start - 1]))
            start--;
        var before = text[..start];
        var word = text[start..];
        if (word.IsEmpty)
            return false;

        // Chinese needs no space before a word, but a lone letter right after it (方案B.) mostly ends its sentence.
        if (before is [.., > '\u007F' and not ('“' or '‘' or '（')])
            return Known.Contains(word);
        if (before is [.., not (' ' or '\n' or '.' or '(' or '[' or '“' or '"' or '‘' or '\'' or '（' or '-')])
            return false;
        if (word.IndexOfAnyExceptInRange('0', '9') < 0)
            return word.Length <= LongestNumber && before.TrimEnd(' ') is [] or [.., '\n'];
        return word.Length == 1 || Known.Contains(word);
    }
}
