using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Unicode;
using BotDigest.Formatting.Problems;

namespace BotDigest.Formatting.Issues.Reading;

/// <summary>Makes text of a file's bytes: UTF-8 with or without a byte order mark, or GB18030.</summary>
internal static class SourceDecoder
{
    internal const int MaximumBytes = 256 * 1024;

    /// <summary>Text in which fewer of a hundred characters are everyday Chinese is not taken for GB18030.</summary>
    private const int EverydayPercent = 80;

    private static readonly Encoding Gb18030 =
        CodePagesEncodingProvider.Instance.GetEncoding("gb18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)
        ?? throw new InvalidOperationException("The runtime has no GB18030.");

    /// <summary>The text, or the problem that it cannot be had, or the text with a warning.</summary>
    internal static (string? Text, Problem? Problem) Decode(ReadOnlySpan<byte> file)
    {
        if (file.Length > MaximumBytes)
            return (null, TooLarge(file.Length));
        var mark = file.StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
        var content = file[mark..];
        if (!HasUtf16Mark(content) && content.IndexOf((byte)0) is var nul and >= 0)
            return (null, At(ProblemKinds.Binary, content[..nul], Number(mark + nul)));

        var buffer = ArrayPool<char>.Shared.Rent(content.Length);
        try
        {
            var status = Utf8.ToUtf16(content, buffer, out var read, out var written, replaceInvalidSequences: false);
            if (status == OperationStatus.Done)
                return (new string(buffer, 0, written), null);
            if (TryGb18030(content) is { } chinese)
                return (chinese, ProblemKinds.Gb18030.At(1, 1));
            return (null, At(ProblemKinds.NotUtf8, content[..read], content[read].ToString("X2", CultureInfo.InvariantCulture), Number(mark + read)));
        }
        finally
        {
            ArrayPool<char>.Shared.Return(buffer);
        }
    }

    /// <summary>What is wrong with a text that needs no decoding, or null.</summary>
    internal static Problem? Check(string text)
    {
        // Three bytes a character at most: only where that could be too much are they worth counting.
        if (text.Length > MaximumBytes / 3 && Encoding.UTF8.GetByteCount(text) is var size and > MaximumBytes)
            return TooLarge(size);
        var nul = text.IndexOf('\0', StringComparison.Ordinal);
        if (nul < 0)
            return null;
        var (line, column) = new SourceText(text).At(nul);
        return ProblemKinds.Binary.At(line, column, Number(Encoding.UTF8.GetByteCount(text.AsSpan(0, nul))));
    }

    private static Problem TooLarge(int size) => ProblemKinds.FileTooLarge.At(1, 1, MarkdownReading.Kibibytes(size), MarkdownReading.Kibibytes(MaximumBytes));

    /// <summary>A problem after some good bytes, at its line and column.</summary>
    private static Problem At(ProblemKind kind, ReadOnlySpan<byte> good, params ReadOnlySpan<string> arguments)
    {
        var text = new SourceText(Encoding.UTF8.GetString(good));
        var (line, column) = text.At(text.Text.Length);
        return kind.At(line, column, arguments);
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static bool HasUtf16Mark(ReadOnlySpan<byte> content) => content is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..];

    private static string? TryGb18030(ReadOnlySpan<byte> content)
    {
        if (!IsEverydayChinese(content))
            return null;
        try
        {
            return Gb18030.GetString(content);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>Nearly any bytes pass as GB18030, broken UTF-8 too; but few others lie in the rows of GB2312, where everyday Chinese does.</summary>
    private static bool IsEverydayChinese(ReadOnlySpan<byte> content)
    {
        var all = 0;
        var everyday = 0;
        for (var i = 0; i < content.Length; i++)
        {
            if (content[i] < 0x80)
                continue;
            all++;
            if (i + 1 < content.Length && content[i] is >= 0xA1 and <= 0xF7 && content[i + 1] >= 0xA1)
                everyday++;
            i++;
        }

        return everyday * 100 >= all * EverydayPercent;
    }
}
