using System.Buffers;
using System.Text;

namespace Telegram.Bot.Serialization;

/// <summary>
/// Text as UTF-8, escaped only where JSON demands it. Even the most relaxed encoder of the framework writes emoji,
/// the full-width space and the word joiner as <c>\u</c>, which is up to three times as long.
/// </summary>
internal sealed class TextConverter : JsonConverter<string>
{
    private const int LongestEscape = 6;
    private const int OnStack = 64;
    private static readonly SearchValues<char> Escaped = SearchValues.Create([.. Enumerable.Range(0, 0x20).Select(code => (char)code), '"', '\\']);

    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetString();

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => Write(writer, value);

    public static void Write(Utf8JsonWriter writer, string value)
    {
        byte[]? rented = null;
        Span<byte> buffer = value.Length <= OnStack
            ? stackalloc byte[(OnStack * LongestEscape) + 2]
            : rented = ArrayPool<byte>.Shared.Rent((value.Length * LongestEscape) + 2);
        writer.WriteRawValue(buffer[..Quote(value, buffer)], skipInputValidation: true);
        if (rented is not null)
            ArrayPool<byte>.Shared.Return(rented);
    }

    private static int Quote(ReadOnlySpan<char> text, Span<byte> buffer)
    {
        var length = 0;
        buffer[length++] = (byte)'"';
        while (text.IndexOfAny(Escaped) is var plain and >= 0)
        {
            length += Encoding.UTF8.GetBytes(text[..plain], buffer[length..]);
            length += Escape(text[plain], buffer[length..]);
            text = text[(plain + 1)..];
        }

        length += Encoding.UTF8.GetBytes(text, buffer[length..]);
        buffer[length++] = (byte)'"';
        return length;
    }

    private static int Escape(char character, Span<byte> buffer)
    {
        var letter = character switch { '\n' => 'n', '\r' => 'r', '\t' => 't', '"' or '\\' => character, _ => 'u' };
        buffer[0] = (byte)'\\';
        buffer[1] = (byte)letter;
        if (letter != 'u')
            return 2;
        "00"u8.CopyTo(buffer[2..]);
        buffer[4] = (byte)(character < 0x10 ? '0' : '1');
        buffer[5] = (byte)"0123456789abcdef"[character & 0xF];
        return LongestEscape;
    }
}
