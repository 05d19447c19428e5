using BotDigest.Formatting.Problems;

namespace BotDigest.Formatting.Issues.Reading.Inlines;

/// <summary>Says why text that looks like a link is none.</summary>
internal static class FailedLink
{
    /// <summary>The reason; null where the text is no link gone wrong.</summary>
    /// <param name="text">The text from the closing square bracket on.</param>
    /// <param name="length">The length of what was meant as the link's end.</param>
    internal static ProblemKind? Judge(ReadOnlySpan<char> text, out int length)
    {
        length = 1;
        var spaced = text.Length > 1 && text[1] == ' ';
        var open = spaced ? 2 : 1;
        if (open >= text.Length || text[open] is not ('(' or '（'))
            return null;
        var address = text[(open + 1)..];
        if (!LooksLikeAddress(address.TrimStart()))
            return null;
        var close = address.IndexOfAny(')', '）');
        length = close < 0 ? text.Length : open + 1 + close + 1;
        if (text[0] != ']' || text[open] == '（')
            return text[0] == '】' && text[open] == '（' ? null : ProblemKinds.MixedBrackets;
        if (close < 0)
            return ProblemKinds.UnclosedLink;
        if (address[close] == '）')
            return ProblemKinds.MixedBrackets;
        return spaced || address[..close].IndexOfAny(' ', '\t', '\u3000') >= 0 ? ProblemKinds.SpaceInLink : null;
    }

    private static bool LooksLikeAddress(ReadOnlySpan<char> text) =>
        text.StartsWith("http", StringComparison.OrdinalIgnoreCase) || text.StartsWith("www.", StringComparison.OrdinalIgnoreCase);
}
