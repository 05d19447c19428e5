namespace BotDigest.Formatting.Vocabularies.Candidates;

/// <summary>What a word of Latin letters and digits is by its looks.</summary>
internal static class LatinWord
{
    /// <summary>From so many letters on, digits that follow are a version: <c>Wan2.6</c>, <c>GLM-5</c>, but not <c>H20</c> or <c>QY-2</c>.</summary>
    internal const int NameBeforeDigits = 3;
    private const int NameAfterDigits = 4;

    internal static bool IsPart(char c) => char.IsAsciiLetterOrDigit(c) || (c is >= '\u00C0' and < '\u0250' && char.IsLetter(c));

    /// <summary>True for a mark that stands within a word: <c>SWE-bench</c>, <c>Node.js</c>, <c>R&amp;D</c>.</summary>
    internal static bool IsJoint(char c) => c is '-' or '.' or '·' or '_' or '&' or '\'' or '’' or '\u2011';

    /// <summary>A word without the ending that makes it an owner: <c>OpenAI's</c>.</summary>
    internal static string WithoutPossessive(string word) => word is [.., '\'' or '’', 's' or 'S'] ? word[..^2] : word;

    /// <summary>True for two words drawn together: <c>Don't</c>, <c>We'll</c>.</summary>
    private static bool IsContraction(ReadOnlySpan<char> word) =>
        word.LastIndexOfAny('\'', '’') is var mark and > 0 && word[(mark + 1)..] is "t" or "re" or "ll" or "ve" or "m" or "d";

    /// <summary>True for what may be a name: a capital or a digit in it, and neither a number nor a quantity (<c>96GB</c>, <c>3D</c>).</summary>
    internal static bool IsName(ReadOnlySpan<char> word)
    {
        if (word.Length < 2 || IsContraction(word))
            return false;
        if (!char.IsDigit(word[0]))
            return word.ContainsAnyInRange('A', 'Z') || word.ContainsAnyInRange('0', '9');
        var rest = word.TrimStart("0123456789.-");
        return rest.Length >= NameAfterDigits && char.IsUpper(rest[0]) && rest[1..].ContainsAnyInRange('a', 'z') && !rest.Contains('-');
    }

    /// <summary>True for a version or a size: <c>2.5</c>, <c>V8</c>, <c>4o</c>, <c>7B</c>.</summary>
    internal static bool IsVersion(ReadOnlySpan<char> word)
    {
        if (word.Length > 1 && word[0] is 'v' or 'V')
            word = word[1..];
        if (word.IsEmpty || !char.IsAsciiDigit(word[0]))
            return false;
        var rest = word.TrimStart("0123456789.");
        return rest.Length == 0 || (rest.Length == 1 && char.IsAsciiLetter(rest[0]));
    }

    /// <summary>A word without the version at its end.</summary>
    internal static ReadOnlySpan<char> WithoutVersion(ReadOnlySpan<char> word)
    {
        while (word.LastIndexOfAny('-', '_') is var joint and >= NameBeforeDigits && (IsVersion(word[(joint + 1)..]) || EverydayWords.IsVariant(word[(joint + 1)..])))
            word = word[..joint];
        var first = word.IndexOfAnyInRange('0', '9');
        return first >= NameBeforeDigits && char.IsAsciiLetter(word[first - 1]) && IsVersion(word[first..]) ? WithoutMark(word[..first]) : word;
    }

    /// <summary>A word without the letter that says that a version follows: <c>PixelNetV2</c>.</summary>
    private static ReadOnlySpan<char> WithoutMark(ReadOnlySpan<char> word) =>
        word.Length > NameBeforeDigits && word[^1] is 'V' && char.IsAsciiLetterLower(word[^2]) ? word[..^1] : word;

    /// <summary>True for a word with a capital at its beginning only.</summary>
    internal static bool IsCapitalized(ReadOnlySpan<char> word) => char.IsAsciiLetterUpper(word[0]) && !word[1..].ContainsAnyExceptInRange('a', 'z');

    internal static bool IsLower(ReadOnlySpan<char> word) => !word.ContainsAnyExceptInRange('a', 'z');
}
