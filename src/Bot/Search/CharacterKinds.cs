using System.Globalization;
using System.Text;

namespace BotDigest.Bot.Search;

/// <summary>Tells the kinds of characters apart.</summary>
internal static class CharacterKinds
{
    internal static CharacterKind Of(Rune rune)
    {
        var value = rune.Value;
        if (value < 0x80)
            return OfAscii((char)value);
        if (value is >= 0x4E00 and <= 0x9FFF)
            return CharacterKind.Ideograph;
        return Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.OtherLetter or UnicodeCategory.ModifierLetter or UnicodeCategory.LetterNumber => IsIdeograph(value) ? CharacterKind.Ideograph : CharacterKind.Word,
            UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter => CharacterKind.Word,
            UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark => IsVariation(value) ? CharacterKind.Ignored : CharacterKind.Word,
            UnicodeCategory.DecimalDigitNumber or UnicodeCategory.OtherNumber => CharacterKind.Word,
            UnicodeCategory.SpaceSeparator => CharacterKind.Space,
            UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => CharacterKind.LineEnd,
            UnicodeCategory.Control => value == 0x85 ? CharacterKind.LineEnd : CharacterKind.Ignored,
            UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.Surrogate or UnicodeCategory.OtherNotAssigned => CharacterKind.Ignored,
            _ => CharacterKind.Symbol,
        };
    }

    private static CharacterKind OfAscii(char c) => c switch
    {
        >= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= '0' and <= '9' => CharacterKind.Word,
        '\n' or '\r' => CharacterKind.LineEnd,
        ' ' or '\t' or '\v' or '\f' => CharacterKind.Space,
        < ' ' or '\x7F' => CharacterKind.Ignored,
        _ => CharacterKind.Symbol,
    };

    private static bool IsVariation(int value) => value is >= 0xFE00 and <= 0xFE0F or >= 0xE0100 and <= 0xE01EF;

    private static bool IsIdeograph(int value) => value
        is >= 0x1100 and <= 0x11FF // Hangul letters
        or >= 0x3005 and <= 0x3007 // 々〆〇
        or >= 0x3021 and <= 0x3029
        or >= 0x3031 and <= 0x31FF // kana, Bopomofo, Hangul compatibility
        or >= 0x3400 and <= 0x4DBF
        or >= 0xA960 and <= 0xA97F
        or >= 0xAC00 and <= 0xD7FF
        or >= 0xF900 and <= 0xFAFF
        or >= 0x1B000 and <= 0x1B16F
        or >= 0x20000 and <= 0x3FFFF;
}
