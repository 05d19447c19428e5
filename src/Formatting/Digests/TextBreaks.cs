using System.Globalization;
using System.Text;

namespace BotDigest.Formatting.Digests;

/// <summary>The places between sentences or words of a text, never inside a character as a reader sees it.</summary>
internal ref struct TextBreaks
{
    private const string SentenceEnds = "。！？；…!?;.";
    private const string Closing = "”’」』）》〉】〕)]}\"'";
    private const string NotAtLineStart = "，。、；：！？…”’」』）》〉】〕％·—～,.;:!?)]}%";
    private const string NotAtLineEnd = "“‘「『（《〈【〔([{#@$/";

    private readonly ReadOnlySpan<char> _text;
    private int _position;

    internal TextBreaks(ReadOnlySpan<char> text) => _text = text;

    /// <summary>The next place.</summary>
    /// <param name="sentences">True for places between sentences or lines only.</param>
    /// <param name="position">The place, where the next sentence or word begins.</param>
    internal bool TryNext(bool sentences, out int position)
    {
        while (_position < _text.Length)
        {
            _position += StringInfo.GetNextTextElementLength(_text[_position..]);
            if (_position < _text.Length && (sentences ? IsSentenceStart(_position) : IsWordStart(_position)))
            {
                position = _position;
                return true;
            }
        }

        position = 0;
        return false;
    }

    private readonly bool IsSentenceStart(int position)
    {
        var before = _text[..position];
        if (before[^1] == '\n')
            return _text[position] != '\n';
        if (_text[position] is ' ' or '\n' || Closing.Contains(_text[position], StringComparison.Ordinal) || SentenceEnds.Contains(_text[position], StringComparison.Ordinal))
            return false;
        var trimmed = before.TrimEnd(' ');
        var spaced = trimmed.Length < before.Length;
        trimmed = trimmed.TrimEnd(Closing);
        return !trimmed.IsEmpty && SentenceEnds.Contains(trimmed[^1], StringComparison.Ordinal) && (spaced || trimmed[^1] >= '…') && !(trimmed[^1] == '.' && Abbreviation.EndsIn(trimmed));
    }

    private readonly bool IsWordStart(int position)
    {
        if (_text[position] is ' ' or '\n')
            return false;
        if (_text[position - 1] is ' ' or '\n')
            return true;
        Rune.DecodeFromUtf16(_text[position..], out var next, out _);
        Rune.DecodeLastFromUtf16(_text[..position], out var previous, out _);
        return (IsIdeograph(previous) || IsIdeograph(next)) && !IsIn(NotAtLineStart, next) && !IsIn(NotAtLineEnd, previous);
    }

    /// <summary>True for scripts written without spaces.</summary>
    private static bool IsIdeograph(Rune rune) => rune.Value is (>= 0x2E80 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) or (>= 0xFF00 and <= 0xFFEF) or (>= 0x20000 and <= 0x3FFFF);

    private static bool IsIn(string marks, Rune rune) => rune.IsBmp && marks.Contains((char)rune.Value, StringComparison.Ordinal);
}
