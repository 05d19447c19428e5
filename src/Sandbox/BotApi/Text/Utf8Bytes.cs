namespace BotDigest.Sandbox.BotApi.Text;

/// <summary>UTF-8 as Telegram writes it before it looks again: halves of surrogate pairs as well.</summary>
internal static class Utf8Bytes
{
    internal static void Append(List<byte> output, int code)
    {
        switch (code)
        {
            case < 0x80:
                output.Add((byte)code);
                break;
            case < 0x800:
                output.AddRange([(byte)(0xC0 | (code >> 6)), Tail(code)]);
                break;
            case < 0x10000:
                output.AddRange([(byte)(0xE0 | (code >> 12)), Tail(code >> 6), Tail(code)]);
                break;
            default:
                output.AddRange([(byte)(0xF0 | (code >> 18)), Tail(code >> 12), Tail(code >> 6), Tail(code)]);
                break;
        }
    }

    private static byte Tail(int bits) => (byte)(0x80 | (bits & 0x3F));
}
