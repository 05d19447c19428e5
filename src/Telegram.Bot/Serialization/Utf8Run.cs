using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Telegram.Bot.Serialization;

/// <summary>
/// Turns Chinese and plain Latin text into UTF-8, eight characters at a time. The framework's encoder takes Chinese one or two characters at a time,
/// which was most of the cost of writing a message.
/// </summary>
internal static class Utf8Run
{
    private const int Block = 8;

    /// <summary>Writes characters of three bytes, and those of one byte that JSON takes as they are, up to the first other one or to the last few of the text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="buffer">Where the bytes go: three for each character.</param>
    /// <returns>How many characters were read and bytes written; none where the text begins otherwise, or is short.</returns>
    internal static (int Read, int Written) Write(ReadOnlySpan<char> text, Span<byte> buffer)
    {
        var units = MemoryMarshal.Cast<char, ushort>(text);
        var (read, written) = (0, 0);
        while (units.Length - read >= Block)
        {
            var block = Vector128.Create(units[read..]);
            var wide = CountFirst(Vector128.GreaterThanOrEqual(block, Vector128.Create<ushort>(0x800)) & ~IsSurrogate(block));
            if (wide > 0)
            {
                WriteWide(block, buffer[written..]);
                read += wide;
                written += wide * 3;
                continue;
            }

            var plain = CountFirst(IsPlain(block));
            if (plain == 0)
                break;
            Vector128.Narrow(block, block).GetLower().CopyTo(buffer[written..]);
            read += plain;
            written += plain;
        }

        return (read, written);
    }

    private static Vector128<ushort> IsSurrogate(Vector128<ushort> block) => Vector128.Equals(block & Vector128.Create<ushort>(0xF800), Vector128.Create<ushort>(0xD800));

    private static Vector128<ushort> IsPlain(Vector128<ushort> block) =>
        Vector128.LessThan(block - Vector128.Create<ushort>(' '), Vector128.Create<ushort>(0x80 - ' '))
        & ~Vector128.Equals(block, Vector128.Create<ushort>('"')) & ~Vector128.Equals(block, Vector128.Create<ushort>('\\'));

    /// <summary>How many of the first characters a condition holds for.</summary>
    private static int CountFirst(Vector128<ushort> condition) => BitOperations.TrailingZeroCount(~condition.ExtractMostSignificantBits());

    /// <summary>Three bytes each; where fewer characters count, what is written of the others is written over.</summary>
    private static void WriteWide(Vector128<ushort> block, Span<byte> buffer)
    {
        // By character its first two bytes, and its third.
        var starts = (Vector128.ShiftRightLogical(block, 12) | Vector128.Create<ushort>(0x80E0) | (Vector128.ShiftLeft(block, 2) & Vector128.Create<ushort>(0x3F00))).AsByte();
        var ends = ((block & Vector128.Create<ushort>(0x3F)) | Vector128.Create<ushort>(0x80)).AsByte();
        const byte None = 0xFF;
        var first = Vector128.Shuffle(starts, Vector128.Create(0, 1, None, 2, 3, None, 4, 5, None, 6, 7, None, 8, 9, None, 10))
            | Vector128.Shuffle(ends, Vector128.Create(None, None, 0, None, None, 2, None, None, 4, None, None, 6, None, None, 8, None));
        var second = Vector128.Shuffle(starts, Vector128.Create(11, None, 12, 13, None, 14, 15, None, None, None, None, None, None, None, None, None))
            | Vector128.Shuffle(ends, Vector128.Create(None, 10, None, None, 12, None, None, 14, None, None, None, None, None, None, None, None));
        first.CopyTo(buffer);
        second.GetLower().CopyTo(buffer[Vector128<byte>.Count..]);
    }
}
