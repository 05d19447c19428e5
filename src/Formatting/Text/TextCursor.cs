using System.Globalization;
using System.Text;

namespace BotDigest.Formatting.Text;

/// <summary>Characters of a text by place, and the classes of them that Telegram's finders ask for.</summary>
internal static class TextCursor
{
    /// <summary>The character at a place, or the default one past the end.</summary>
    internal static Rune At(ReadOnlySpan<char> text, int index)
    {
        if (index >= text.Length)
            return default;
        Rune.DecodeFromUtf16(text[index..], out var rune, out _);
        return rune;
    }

    /// <summary>The character before a place, or the default one at the beginning.</summary>
    internal static Rune Before(ReadOnlySpan<char> text, int index)
    {
        if (index <= 0)
            return default;
        Rune.DecodeLastFromUtf16(text[..index], out var rune, out _);
        return rune;
    }

    /// <summary>Letters, numbers of any kind and <c>_</c>.</summary>
    internal static bool IsWord(Rune rune)
    {
        if (rune.IsAscii)
            return char.IsAsciiLetterOrDigit((char)rune.Value) || rune.Value == '_';
        return Rune.IsLetter(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber;
    }

    internal static bool IsAsciiWord(char c) => char.IsAsciiLetterOrDigit(c) || c == '_';
}
