using System.Text;

namespace BotDigest.Bot.Search;

/// <summary>Cuts folded text into the tokens that are indexed: a run of ideographs as overlapping pairs and its last character alone, words whole, symbols one by one.
/// With symbols and line ends in the stream, adjacent tokens are exactly adjacent text, so a phrase query is a substring search that begins at a word's border.</summary>
internal static class TokenStream
{
    /// <summary>Stands for the end of a line; no query holds it, so no phrase reaches over it.</summary>
    internal const string LineEnd = "\uE00A";

    /// <summary>Begins the token that stands for a whole tag.</summary>
    private const char TagMark = '\uE100';

    /// <summary>Where ASCII punctuation is moved to, out of reach of the engines' own syntax.</summary>
    private const char PunctuationArea = '\uE000';

    /// <summary>Longer words are indexed in pieces; PostgreSQL takes at most 2046 bytes a word.</summary>
    private const int LongestWord = 128;

    /// <summary>The tokens of a folded text.</summary>
    internal static List<SearchToken> Cut(string folded)
    {
        var tokens = new List<SearchToken>(folded.Length);
        for (int at = 0, next; at < folded.Length; at = next)
        {
            var rune = Rune.GetRuneAt(folded, at);
            next = at + rune.Utf16SequenceLength;
            var kind = CharacterKinds.Of(rune);
            switch (kind)
            {
                case CharacterKind.Ideograph:
                    var pair = next < folded.Length && Rune.GetRuneAt(folded, next) is var second && CharacterKinds.Of(second) == CharacterKind.Ideograph
                        ? next + second.Utf16SequenceLength
                        : next;
                    tokens.Add(new SearchToken(folded[at..pair], kind, EndsRun: pair == next));
                    break;
                case CharacterKind.Word:
                    next = WordEnd(folded, at);
                    tokens.Add(new SearchToken(folded[at..next], kind));
                    break;
                case CharacterKind.Symbol:
                    tokens.Add(new SearchToken(rune.IsAscii ? ((char)(PunctuationArea + rune.Value)).ToString() : rune.ToString(), kind));
                    break;
                case CharacterKind.LineEnd:
                    tokens.Add(new SearchToken(LineEnd, kind));
                    break;
            }
        }

        return tokens;
    }

    /// <summary>The token of a whole tag: found by its full name only, for a tag is not text of the story.</summary>
    internal static string Tag(TagName tag)
    {
        var token = new StringBuilder().Append(TagMark);
        foreach (var c in tag.Folded.AsSpan(0, Math.Min(tag.Folded.Length, LongestWord)))
            token.Append(c is < '\x80' && !char.IsAsciiLetterOrDigit(c) ? (char)(PunctuationArea + c) : c);
        return token.ToString();
    }

    private static int WordEnd(string folded, int at)
    {
        var limit = Math.Min(folded.Length, at + LongestWord);
        while (at < limit && Rune.GetRuneAt(folded, at) is var rune && CharacterKinds.Of(rune) == CharacterKind.Word)
            at += rune.Utf16SequenceLength;
        return at;
    }
}
