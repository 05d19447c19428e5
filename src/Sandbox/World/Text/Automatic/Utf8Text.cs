using System.Globalization;
using System.Text;

namespace BotDigest.Sandbox.World.Text.Automatic;

/// <summary>A text as the bytes in which Telegram looks for links and tags; lengths in its rules are bytes.</summary>
internal sealed class Utf8Text(string text)
{
    /// <summary>The bytes.</summary>
    public byte[] Bytes { get; } = Encoding.UTF8.GetBytes(text);

    /// <summary>How many there are.</summary>
    public int Length => Bytes.Length;

    /// <summary>A byte; 0 at and beyond the end.</summary>
    public byte this[int index] => index < Bytes.Length ? Bytes[index] : (byte)0;

    /// <summary>The character that begins at a position, and the position after it; 0 at the end.</summary>
    public int At(int position, out int next)
    {
        if (position >= Bytes.Length)
        {
            next = position;
            return 0;
        }

        Rune.DecodeFromUtf8(Bytes.AsSpan(position), out var rune, out var length);
        next = position + length;
        return rune.Value;
    }

    /// <summary>The character that begins at a position; 0 at the end.</summary>
    public int At(int position) => At(position, out _);

    /// <summary>Where the character before a position begins.</summary>
    public int Before(int position)
    {
        do
            position--;
        while ((Bytes[position] & 0xC0) == 0x80);
        return position;
    }

    /// <summary>The character before a position; there must be one.</summary>
    public int CodeBefore(int position) => At(Before(position));

    /// <summary>Where a byte is found from a position on, or -1.</summary>
    public int IndexOf(char c, int from)
    {
        var found = from >= Bytes.Length ? -1 : Bytes.AsSpan(from).IndexOf((byte)c);
        return found < 0 ? -1 : from + found;
    }

    /// <summary>The text between two positions.</summary>
    public string Slice(int begin, int end) => Encoding.UTF8.GetString(Bytes, begin, end - begin);

    /// <summary>The first position from one on whose byte is none of a-z, A-Z, 0-9 and <c>_</c>.</summary>
    public int NameEnd(int from)
    {
        while (IsName(this[from]))
            from++;
        return from;
    }

    /// <summary>a-z, A-Z, 0-9 and <c>_</c>.</summary>
    public static bool IsName(int c) => c < 0x80 && (char.IsAsciiLetterOrDigit((char)c) || c == '_');

    /// <summary>Letters, numbers of all kinds and <c>_</c>.</summary>
    public static bool IsWord(int c) => c == '_' || IsLetter(c) || CategoryOf(c) is UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber;

    /// <summary>What a hashtag may be made of.</summary>
    public static bool IsTag(int c) =>
        c is '_' or 0x200C or 0xB7 or (>= 0xD80 and <= 0xDFF) || IsLetter(c) || CategoryOf(c) == UnicodeCategory.DecimalDigitNumber;

    /// <summary>Letters of all kinds.</summary>
    public static bool IsLetter(int c) => CategoryOf(c) <= UnicodeCategory.OtherLetter;

    /// <summary>What may stand in an address at all: no separators, no punctuation of layout.</summary>
    public static bool IsAddress(int c) => c is >= 0x2000 and <= 0x206F
        ? c is 0x200C or 0x200D or (>= 0x2010 and <= 0x2015)
        : !IsSeparator(c);

    /// <summary>What may stand in the path of an address.</summary>
    public static bool IsPath(int c) => c is not ('\n' or '<' or '>' or '"' or 0xAB or 0xBB) && IsAddress(c);

    /// <summary>Spaces of all kinds.</summary>
    public static bool IsSeparator(int c) =>
        CategoryOf(c) is UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    /// <summary>Punctuation that ends a sentence rather than an address.</summary>
    public static bool IsPathTail(byte c) => c is (byte)'.' or (byte)':' or (byte)';' or (byte)',' or (byte)'(' or (byte)'\'' or (byte)'?' or (byte)'!' or (byte)'`';

    private static UnicodeCategory CategoryOf(int c) => CharUnicodeInfo.GetUnicodeCategory(c);
}
