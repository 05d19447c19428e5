namespace BotDigest.Sandbox.World.Text;

/// <summary>Character classes as Telegram's parsers see them: ASCII only, and NUL is white space.</summary>
internal static class AsciiBytes
{
    public static bool IsSpace(byte c) => c is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n' or 0 or (byte)'\v';

    public static bool IsDigit(byte c) => c is >= (byte)'0' and <= (byte)'9';

    public static bool IsLetter(byte c) => (byte)(c | 0x20) is >= (byte)'a' and <= (byte)'z';

    public static bool IsLetterOrDigit(byte c) => IsLetter(c) || IsDigit(c);

    public static bool IsHexDigit(byte c) => IsDigit(c) || (byte)(c | 0x20) is >= (byte)'a' and <= (byte)'f';

    public static int HexValue(byte c) => IsDigit(c) ? c - '0' : (c | 0x20) - 'a' + 10;

    /// <summary>Lower-cases A to Z and nothing else.</summary>
    public static string ToLower(string text) => string.Create(text.Length, text, static (span, source) =>
    {
        for (var i = 0; i < span.Length; i++)
            span[i] = source[i] is >= 'A' and <= 'Z' ? (char)(source[i] | 0x20) : source[i];
    });
}
