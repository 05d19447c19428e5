using System.Globalization;
using System.Text;

namespace BotDigest.Formatting.Issues.Reading;

/// <summary>East Asian width, as far as setting Chinese text needs it.</summary>
internal static class WideCharacters
{
    /// <summary>Up to here each character takes a column, unless what follows belongs to it.</summary>
    private const char LastNarrow = '\u02FF';

    /// <summary>Asks for the coloured form of the character before it.</summary>
    private const char EmojiForm = '\uFE0F';

    /// <summary>True where a line break of the file between the two stands for nothing, because Chinese needs no space.</summary>
    internal static bool JoinLines(char before, char after) =>
        (IsChinese(before) && IsChinese(after)) || IsFullWidthMark(before) || IsFullWidthMark(after);

    /// <summary>The columns that a text takes in a monospace font.</summary>
    internal static int Columns(ReadOnlySpan<char> text)
    {
        var columns = 0;
        while (text.IndexOfAnyExceptInRange('\0', LastNarrow) is var at and >= 0)
        {
            // What follows a character may belong to it: 1\uFE0F\u20E3 is one emoji.
            at = Math.Max(0, at - 1);
            columns += at;
            var length = StringInfo.GetNextTextElementLength(text[at..]);
            columns += ColumnsOfCharacter(text.Slice(at, length));
            text = text[(at + length)..];
        }

        return columns + text.Length;
    }

    /// <summary>The columns of one character as a reader sees it: an emoji takes two, of however many parts it is made.</summary>
    private static int ColumnsOfCharacter(ReadOnlySpan<char> character)
    {
        Rune.DecodeFromUtf16(character, out var first, out var length);
        if (length == character.Length)
            return Columns(first);
        if (character.Contains(EmojiForm) || IsWide(first.Value) || first.Value is >= 0x1F1E6 and <= 0x1F1FF)
            return 2;
        var columns = 0;
        foreach (var rune in character.EnumerateRunes())
            columns += Columns(rune);
        return columns;
    }

    private static int Columns(Rune rune)
    {
        if (rune.Value <= LastNarrow)
            return 1;
        var category = Rune.GetUnicodeCategory(rune);
        if (category is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format)
            return 0;
        return IsWide(rune.Value) ? 2 : 1;
    }

    private static bool IsWide(int c) =>
        c is (>= 0x1100 and <= 0x115F) or (>= 0x2E80 and <= 0x303E) or (>= 0x3041 and <= 0xA4CF) or (>= 0xA960 and <= 0xA97F) or (>= 0xAC00 and <= 0xD7A3)
            or (>= 0xF900 and <= 0xFAFF) or (>= 0xFE30 and <= 0xFE6F) or (>= 0xFF00 and <= 0xFF60) or (>= 0xFFE0 and <= 0xFFE6)
            or (>= 0x1F300 and <= 0x1F64F) or (>= 0x1F680 and <= 0x1F6FF) or (>= 0x1F900 and <= 0x1FAFF) or (>= 0x20000 and <= 0x3FFFD)
            or 0x231A or 0x231B or 0x23E9 or 0x23EA or 0x2705 or 0x274C or 0x2728 or 0x2B50;

    /// <summary>Ideographs and kana, the halves of those beyond the basic plane too; Korean puts spaces between words.</summary>
    private static bool IsChinese(char c) =>
        c is (>= '\u2E80' and <= '\u2FFF') or (>= '\u3040' and <= '\u9FFF') or (>= '\uF900' and <= '\uFAFF') or (>= '\uD840' and <= '\uD888')
            or '“' or '”' or '‘' or '’' or '…' or '—' || IsFullWidthMark(c);

    private static bool IsFullWidthMark(char c) => c is (>= '\u3000' and <= '\u303F') or (>= '\uFF00' and <= '\uFF0F') or (>= '\uFF1A' and <= '\uFF20') or (>= '\uFF3B' and <= '\uFF65');
}
