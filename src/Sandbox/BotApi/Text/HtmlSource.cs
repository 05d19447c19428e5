using System.Text;
using BotDigest.Sandbox.World.Text;

namespace BotDigest.Sandbox.BotApi.Text;

/// <summary>A text in Telegram's HTML, read byte after byte: offsets in Telegram's complaints are bytes of UTF-8.</summary>
internal sealed class HtmlSource
{
    private const char HalfOfPair = '\uDFFF';

    private readonly byte[] _bytes;
    private readonly int _length;

    internal HtmlSource(string html)
    {
        _length = Encoding.UTF8.GetByteCount(html);
        // a few zero bytes at the end spare every look-ahead its test
        _bytes = new byte[_length + 4];
        Encoding.UTF8.GetBytes(html, _bytes);
    }

    /// <summary>Where reading goes on.</summary>
    internal int At { get; private set; }

    /// <summary>True where everything is read.</summary>
    internal bool IsAtEnd => At >= _length;

    /// <summary>The byte to be read next; 0 at the end.</summary>
    internal byte Current => _bytes[At];

    /// <summary>The byte after it.</summary>
    internal byte Next => _bytes[At + 1];

    /// <summary>True before white space or the end of a tag.</summary>
    internal bool IsAtNameEnd => AsciiBytes.IsSpace(Current) || Current == '>';

    /// <summary>Reads a byte.</summary>
    internal byte Read() => _bytes[At++];

    /// <summary>Passes over bytes.</summary>
    internal void Skip(int count) => At += count;

    /// <summary>Passes over white space.</summary>
    internal void SkipSpace()
    {
        while (Current != 0 && AsciiBytes.IsSpace(Current))
            At++;
    }

    /// <summary>What was read since a place.</summary>
    internal string Since(int begin) => Encoding.UTF8.GetString(_bytes, begin, At - begin);

    /// <summary>Reads the name of a tag, in lower case.</summary>
    internal string ReadTagName()
    {
        var begin = At;
        while (!IsAtNameEnd)
            At++;
        return AsciiBytes.ToLower(Since(begin));
    }

    /// <summary>Reads the name of an attribute as written.</summary>
    internal string ReadAttributeName()
    {
        var begin = At;
        while (!IsAtNameEnd && Current is not ((byte)'=' or (byte)'/' or (byte)'"' or (byte)'\''))
            At++;
        return Since(begin);
    }

    /// <summary>Reads the value of an attribute, in quotes or without.</summary>
    internal string ReadValue() => Current is (byte)'"' or (byte)'\'' ? ReadQuoted() : ReadToken();

    /// <summary>Reads a character reference; on failure nothing is consumed and the ampersand stands for itself.</summary>
    internal bool TryReadReference(out int code)
    {
        var end = At + 1;
        var value = _bytes[end] == '#' ? NumberOf(ref end) : NamedBy(ref end);
        code = (int)value;
        if (code != 0)
            At = _bytes[end] == ';' ? end + 1 : end;
        return code != 0;
    }

    private uint NumberOf(ref int end)
    {
        uint value = 0;
        end++;
        if (_bytes[end] == 'x')
        {
            for (end++; AsciiBytes.IsHexDigit(_bytes[end]); end++)
                value = unchecked((value * 16) + (uint)AsciiBytes.HexValue(_bytes[end]));
        }
        else
        {
            for (; AsciiBytes.IsDigit(_bytes[end]); end++)
                value = unchecked((value * 10) + (uint)(_bytes[end] - '0'));
        }

        return value >= 0x10FFFF || end - At >= 10 ? 0 : value;
    }

    private uint NamedBy(ref int end)
    {
        while (AsciiBytes.IsLetter(_bytes[end]))
            end++;
        return Encoding.ASCII.GetString(_bytes, At + 1, end - At - 1) switch { "lt" => '<', "gt" => '>', "amp" => '&', "quot" => '"', _ => 0u };
    }

    private string ReadToken()
    {
        var begin = At;
        while (AsciiBytes.IsLetterOrDigit(Current) || Current is (byte)'.' or (byte)'-')
            At++;
        if (!IsAtNameEnd)
            throw new TextRefusal($"Unexpected end of name token at byte offset {begin}");
        return AsciiBytes.ToLower(Since(begin));
    }

    /// <summary>Half of a surrogate pair stays in the value as one, to be complained about where the value is used.</summary>
    private string ReadQuoted()
    {
        var quote = Read();
        var value = new StringBuilder();
        var bytes = new List<byte>();
        while (Current != quote && Current != 0)
        {
            if (Current != '&' || !TryReadReference(out var code))
            {
                bytes.Add(Read());
            }
            else if (code is < 0xD800 or > 0xDFFF)
            {
                Utf8Bytes.Append(bytes, code);
            }
            else
            {
                value.Append(Encoding.UTF8.GetString([.. bytes])).Append(HalfOfPair);
                bytes.Clear();
            }
        }

        if (Current == quote)
            At++;
        return value.Append(Encoding.UTF8.GetString([.. bytes])).ToString();
    }
}
