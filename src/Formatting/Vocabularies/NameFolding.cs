using System.Text;
using BotDigest.Formatting.Issues.Reading;

namespace BotDigest.Formatting.Vocabularies;

/// <summary>Makes spellings of one name equal: width and Unicode form, and for keys the case.</summary>
internal static class NameFolding
{
    private const char FullWidthFirst = '\uFF01';
    private const char FullWidthLast = '\uFF5E';
    private const int FullWidthOffset = FullWidthFirst - '!';

    /// <summary>The first half of letters and digits in boxes, which have a plain form, and of everyday pictures, which have none.</summary>
    private const char BoxedOrPicture = '\uD83C';
    private const char FirstPicture = '\uDF00';

    /// <summary>The characters that may need more than <see cref="Narrow"/>.</summary>
    internal static readonly CharacterSet Unusual = new(IsUnusual);

    /// <summary>A text in one width and form, its case kept. An ellipsis stays one character.</summary>
    internal static string Fold(string text)
    {
        if (NeedsForm(text))
            return WellFormed.Normalize(text, NormalizationForm.FormKC);
        return string.Create(text.Length, text, static (target, source) =>
        {
            for (var i = 0; i < source.Length; i++)
                target[i] = Narrow(source[i]);
        });
    }

    /// <summary>The key by which a name is known.</summary>
    internal static string Key(string name) => Fold(name).Trim().ToLowerInvariant();

    /// <summary>A folded text in lower case, character by character.</summary>
    internal static string Lower(string folded) => string.Create(folded.Length, folded, static (target, source) =>
    {
        for (var i = 0; i < source.Length; i++)
            target[i] = NarrowLower(source[i]);
    });

    /// <summary>The usual width of a character.</summary>
    internal static char Narrow(char c) => c switch
    {
        < '\u00A0' => c,
        >= FullWidthFirst and <= FullWidthLast => (char)(c - FullWidthOffset),
        '\u00A0' or '\u3000' => ' ',
        _ => c,
    };

    /// <summary>The usual width of a character, in lower case.</summary>
    internal static char NarrowLower(char c) => c switch
    {
        >= 'A' and <= 'Z' => (char)(c | ' '),
        < '\u00A0' or (>= '\u3001' and <= '\u9FFF') => c,
        _ => char.ToLowerInvariant(Narrow(c)),
    };

    /// <summary>True for a text that is not folded by <see cref="Narrow"/> alone.</summary>
    internal static bool NeedsForm(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (NeedsForm(text, i))
                return true;
        }

        return false;
    }

    /// <summary>True where it takes more than <see cref="Narrow"/> to bring a place of a text into its one form. Seldom so, and never in plain Chinese and English.</summary>
    internal static bool NeedsForm(ReadOnlySpan<char> text, int at) =>
        Unusual.Contains(text[at]) && (text[at] != BoxedOrPicture || at + 1 == text.Length || text[at + 1] < FirstPicture);

    /// <summary>True for a character that may need more than <see cref="Narrow"/>, depending on the next one.</summary>
    internal static bool MayNeedForm(char c) => Unusual.Contains(c);

    private static bool IsUnusual(char c) => c switch
    {
        <= '\u00A7' or '\u00A9' or (>= '\u00AB' and <= '\u00AE') or '\u00B0' or '\u00B1' or '\u00B6' or '\u00B7' or '\u00BB' or (>= '\u00BF' and <= '\u00FF') => false,
        (>= '\u200B' and <= '\u2010') or (>= '\u2012' and <= '\u2016') or (>= '\u2018' and <= '\u2023') or '\u2026' or (>= '\u2030' and <= '\u2032') or '\u203B' or '\u2060' => false,
        (>= '\u2190' and <= '\u21FF') or (>= '\u2500' and <= '\u27BF') or (>= '\u2B00' and <= '\u2B73') or (>= '\u3000' and <= '\u3029') => false,
        (>= '\u3041' and <= '\u3096') or (>= '\u30A1' and <= '\u30FE') or (>= '\u3400' and <= '\u9FFF') or (>= '\uAC00' and <= '\uD7A3') => false,
        // Pictures; the last few of their second halves are digits as well.
        '\uD83D' or '\uD83E' or (>= '\uDC00' and < '\uDFF0') or (>= '\uDFFA' and <= '\uDFFF') => false,
        // Wide marks; wide letters and digits are seldom, and would make names far more ways to begin.
        (>= '\uFE00' and <= '\uFE0F') or (>= FullWidthFirst and <= FullWidthLast) => char.IsLetterOrDigit(c),
        _ => true,
    };
}
