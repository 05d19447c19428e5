using System.Globalization;
using System.Text;

namespace BotDigest.Bot.Search;

/// <summary>Folds one text. It works a cluster at a time (a character with the marks that may combine with it), so that each folded character knows its origin.</summary>
/// <param name="keepOrigins">True to note the origins.</param>
internal sealed class Folder(bool keepOrigins)
{
    private readonly StringBuilder _text = new();
    private readonly List<int> _starts = [];
    private readonly List<int> _ends = [];
    private CharacterKind _last = CharacterKind.LineEnd;
    private bool _space;

    internal FoldedText Fold(string text)
    {
        for (int at = 0, next; at < text.Length; at = next)
        {
            next = ClusterEnd(text, at);
            if (next - at == 1 && IsStable(text[at]))
                Add(new Rune(text[at]), at, next);
            else
                AddNormalized(text.AsSpan(at, next - at), at, next);
        }

        while (_text.Length > 0 && _text[^1] == '\n')
            Cut();
        return new FoldedText(_text.ToString(), [.. _starts], [.. _ends]);
    }

    /// <summary>Where the cluster that begins at a place ends.</summary>
    private static int ClusterEnd(string text, int at)
    {
        var next = at + LengthAt(text, at);
        while (next < text.Length && text[next] >= 0x300 && Combines(text, next))
            next += LengthAt(text, next);
        return next;
    }

    private static int LengthAt(string text, int at) => char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]) ? 2 : 1;

    /// <summary>True for what normalisation may join with the character before it.</summary>
    private static bool Combines(string text, int at)
    {
        var c = text[at];
        if (c is >= '\u4E00' and <= '\u9FFF' or >= '\u3000' and <= '\u3029')
            return false;
        return c is >= '\u1160' and <= '\u11FF' or '\uFF9E' or '\uFF9F'
            || CharUnicodeInfo.GetUnicodeCategory(text, at) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;
    }

    /// <summary>True for frequent characters that normalisation leaves as they are.</summary>
    private static bool IsStable(char c) => c is < '\x80' or >= '\u4E00' and <= '\u9FFF' or >= '\u3001' and <= '\u3020' or >= '\u2018' and <= '\u201F';

    private void AddNormalized(ReadOnlySpan<char> cluster, int start, int end)
    {
        // U+FF01 to U+FF5E are ASCII in full width: most of Chinese punctuation.
        if (cluster is [>= '\uFF01' and <= '\uFF5E' and var wide])
        {
            Add(new Rune((char)(wide - 0xFEE0)), start, end);
            return;
        }

        // Normalisation refuses half surrogates (which enumerating replaces) and noncharacters.
        var valid = new StringBuilder(cluster.Length);
        foreach (var rune in cluster.EnumerateRunes())
        {
            if (CharacterKinds.Of(rune) != CharacterKind.Ignored)
                valid.Append(rune);
        }

        foreach (var rune in valid.ToString().Normalize(NormalizationForm.FormKC).EnumerateRunes())
            Add(rune, start, end);
    }

    private void Add(Rune rune, int start, int end)
    {
        var kind = CharacterKinds.Of(rune);
        switch (kind)
        {
            case CharacterKind.Ignored:
                return;
            case CharacterKind.Space:
                _space = true;
                return;
            case CharacterKind.LineEnd when _last == CharacterKind.LineEnd:
                return;
            case CharacterKind.LineEnd:
                rune = new Rune('\n');
                break;
            case CharacterKind.Ideograph:
                rune = SimplifiedForms.Of(rune);
                break;
            case CharacterKind.Word when _space && _last == CharacterKind.Word:
                Write(new Rune(' '), start, start);
                break;
            case CharacterKind.Symbol when IsDash(rune.Value):
                rune = new Rune('-');
                break;
        }

        _space = false;
        _last = kind;
        Write(Lower(rune), start, end);
    }

    private void Write(Rune rune, int start, int end)
    {
        var before = _text.Length;
        _text.Append(rune);
        for (var i = before; keepOrigins && i < _text.Length; i++)
        {
            _starts.Add(start);
            _ends.Add(end);
        }
    }

    private void Cut()
    {
        _text.Length--;
        if (keepOrigins)
        {
            _starts.RemoveAt(_starts.Count - 1);
            _ends.RemoveAt(_ends.Count - 1);
        }
    }

    // Up and down again: the final sigma and the long s have one lower case with their plain forms.
    private static Rune Lower(Rune rune)
    {
        if (rune.IsAscii)
            return new Rune(char.ToLowerInvariant((char)rune.Value));
        return rune.Value is >= 0x2E80 and <= 0xABFF ? rune : Rune.ToLowerInvariant(Rune.ToUpperInvariant(rune));
    }

    private static bool IsDash(int value) => value is >= 0x2010 and <= 0x2015 or 0x2212 or 0x2043 or 0xFE58;
}
