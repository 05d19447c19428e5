using System.Text;
using BotDigest.Formatting.Issues.Reading;
using BotDigest.Formatting.Problems;

namespace BotDigest.Formatting.Tests.Issues;

public sealed class SourceDecoderTests
{
    private const string Chinese = "国产模型发布，价格下降百分之三十。";

    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!;

    [Fact]
    public void Utf8_is_read_with_and_without_a_byte_order_mark()
    {
        Assert.Equal((Chinese, null), SourceDecoder.Decode(Encoding.UTF8.GetBytes(Chinese)));
        Assert.Equal((Chinese, null), SourceDecoder.Decode([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Chinese)]));
        Assert.Equal(("", null), SourceDecoder.Decode(Encoding.UTF8.Preamble));
    }

    [Theory]
    [InlineData(Chinese)]
    [InlineData("title: AI\n" + Chinese + "\nASCII only in this line\n")]
    [InlineData("“引号”、（括号）；……——")]
    public void Gb18030_is_read_with_a_warning(string text)
    {
        var (decoded, problem) = SourceDecoder.Decode(Gb18030.GetBytes(text));

        Assert.Equal(text, decoded);
        Assert.Equal(ProblemKinds.Gb18030.At(1, 1), problem! with { Arguments = [] });
    }

    [Fact]
    public void Utf16_is_refused_at_its_first_byte()
    {
        Assert.Equal((1, 1, "FF 0"), Refused(ProblemKinds.NotUtf8, [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Chinese)]));
        Assert.Equal((1, 1, "FE 0"), Refused(ProblemKinds.NotUtf8, [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(Chinese)]));
        Assert.Equal((1, 2, "1"), Refused(ProblemKinds.Binary, Encoding.Unicode.GetBytes("title")));
    }

    [Fact]
    public void A_bad_byte_is_named_with_its_offset_line_and_column()
    {
        Assert.Equal((2, 3, "E9 9"), Refused(ProblemKinds.NotUtf8, [.. "国产\n"u8, (byte)'c', (byte)'a', 0xE9, (byte)'!']));
        Assert.Equal((1, 3, "FF 4"), Refused(ProblemKinds.NotUtf8, [.. "😀"u8, 0xFF, .. "国产模型"u8]));
        Assert.Equal((1, 2, "E5 4"), Refused(ProblemKinds.NotUtf8, [.. Encoding.UTF8.Preamble, (byte)'a', 0xE5, 0x9B]));
        Assert.Equal((3, 1, "C0 4"), Refused(ProblemKinds.NotUtf8, [.. "a\r\n\n"u8, 0xC0, 0x80]));
    }

    [Fact]
    public void Western_text_and_broken_Utf8_are_not_taken_for_Gb18030()
    {
        Assert.Equal("NotUtf8", Kind(Encoding.Latin1.GetBytes("Ein schöner Tag für größere Äpfel")));
        Assert.Equal("NotUtf8", Kind([.. Encoding.UTF8.GetBytes(Chinese)[..^4], .. "。"u8]));
    }

    [Fact]
    public void What_is_no_text_or_too_long_is_refused()
    {
        Assert.Equal((1, 4, "3"), Refused(ProblemKinds.Binary, [.. "abc"u8, 0]));
        Assert.Equal((1, 1, "257 256"), Refused(ProblemKinds.FileTooLarge, new byte[SourceDecoder.MaximumBytes + 1]));
        Assert.Null(SourceDecoder.Check(new string('字', SourceDecoder.MaximumBytes / 3)));
        Assert.Equal("ENC004", SourceDecoder.Check(new string('字', (SourceDecoder.MaximumBytes / 3) + 1))?.Code);
        Assert.Equal("3", Assert.Single(SourceDecoder.Check("国\0")!.Arguments));
    }

    private static (int Line, int Column, string Arguments) Refused(ProblemKind kind, byte[] file)
    {
        var (text, problem) = SourceDecoder.Decode(file);
        Assert.Null(text);
        Assert.Equal(kind.Code, problem!.Code);
        return (problem.Line, problem.Column, string.Join(' ', problem.Arguments));
    }

    private static string Kind(byte[] file) => SourceDecoder.Decode(file).Problem?.Code == ProblemKinds.NotUtf8.Code ? "NotUtf8" : "other";
}
