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
        while (!text.IsEmpty)
        {
            var (read, written) = Utf8Run.Write(text, buffer[length..]);
            length += written;
            text = text[read..];
            if (text.IsEmpty)
                break;
            if (text[0] < ' ' || text[0] is '"' or '\\')
            {
                length += Escape(text[0], buffer[length..]);
                text = text[1..];
                continue;
            }

            Rune.DecodeFromUtf16(text, out var rune, out var used);
            length += rune.EncodeToUtf8(buffer[length..]);
            text = text[used..];
        }

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
