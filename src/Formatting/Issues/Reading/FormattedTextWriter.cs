using System.Buffers;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using BotDigest.Formatting.Text;

namespace BotDigest.Formatting.Issues.Reading;

/// <summary>
/// Collects the text and entities of one piece of an issue. Text arrives as Telegram will keep it (TELEGRAM 1.6): one space for a run of white space,
/// no control characters; entities never cross, and none lies round or within monospace (TELEGRAM 1.4).
/// </summary>
internal sealed class FormattedTextWriter
{
    private static readonly SearchValues<char> Untidy = SearchValues.Create(UntidyCharacters());

    private readonly List<TextEntity> _entities = [];
    private char[] _text = new char[512];
    private bool _hasMonospace;
    private bool _softBreak;

    internal int Length { get; private set; }

    internal ReadOnlySpan<char> Text => _text.AsSpan(0, Length);

    internal void Clear()
    {
        Length = 0;
        _entities.Clear();
        _hasMonospace = false;
        _softBreak = false;
    }

    /// <summary>Appends text of a paragraph: white space is drawn together.</summary>
    internal void Append(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
            return;
        if (_softBreak)
            EndSoftBreak(text);
        if (text.IndexOfAny(Untidy) < 0 && !text.Contains("  ", StringComparison.Ordinal) && !(text[0] == ' ' && AfterSpace))
            AppendExactly(text);
        else
            AppendTidied(text);
    }

    /// <summary>Appends text that keeps its white space: marks, indentation, code.</summary>
    internal void AppendExactly(ReadOnlySpan<char> text)
    {
        if (_softBreak)
            EndSoftBreak(text);
        if (Length + text.Length > _text.Length)
            Array.Resize(ref _text, Math.Max(_text.Length * 2, Length + text.Length));
        text.CopyTo(_text.AsSpan(Length));
        Length += text.Length;
    }

    /// <summary>Appends code: white space stays as it is, a tab is a space.</summary>
    internal void AppendCode(ReadOnlySpan<char> code)
    {
        while (code.IndexOfAny(Untidy) is var at and >= 0)
        {
            AppendExactly(code[..at]);
            if (code[at] is '\n')
                AppendExactly("\n");
            else if (code[at] is not '\r' and < '\u0080')
                AppendExactly(" ");
            code = code[(at + 1)..];
        }

        AppendExactly(code);
    }

    /// <summary>A line break that the reader sees.</summary>
    internal void Line()
    {
        _softBreak = false;
        while (Length > 0 && _text[Length - 1] == ' ')
            Length--;
        AppendExactly("\n");
    }

    /// <summary>A line break of the file within a paragraph: a space, or nothing where Chinese runs on.</summary>
    internal void SoftLine() => _softBreak = Length > 0;

    /// <summary>Opens an entity; it ends with <see cref="Close"/> and the number that this returns.</summary>
    internal int Open(EntityKind kind, string? argument = null)
    {
        if (_softBreak)
            EndSoftBreak([]);
        _entities.Add(new TextEntity(kind, Length, 0, argument));
        return _entities.Count - 1;
    }

    internal void Close(int entity)
    {
        ref var open = ref CollectionsMarshal.AsSpan(_entities)[entity];
        open = open with { Length = Math.Max(0, Length - open.Offset) };
        _hasMonospace |= open.Kind is EntityKind.Code or EntityKind.Pre && open.Length > 0;
    }

    /// <summary>What was written, without white space at its ends, and begins anew.</summary>
    internal FormattedText Take()
    {
        var from = 0;
        var to = Length;
        while (from < to && char.IsWhiteSpace(_text[from]))
            from++;
        while (to > from && char.IsWhiteSpace(_text[to - 1]))
            to--;
        var taken = Cut(from, to);
        Clear();
        return taken;
    }

    /// <summary>What was written, white space at its beginning kept, and begins anew.</summary>
    internal FormattedText TakeIndented()
    {
        var to = Length;
        while (to > 0 && char.IsWhiteSpace(_text[to - 1]))
            to--;
        var taken = Cut(0, to);
        Clear();
        return taken;
    }

    private bool AfterSpace => Length == 0 || _text[Length - 1] is ' ' or '\n';

    private static char[] UntidyCharacters() =>
        [.. Enumerable.Range(0, ' ').Append(0x7F).Concat(Enumerable.Range(0x2028, 7)).Append(0x033F).Append(0x0333).Append(0x030A)
            .Select(c => (char)c)];

    private FormattedText Cut(int from, int to)
    {
        if (from >= to)
            return FormattedText.Empty;
        var text = new string(_text, from, to - from);
        if (_entities.Count == 0)
            return FormattedText.Plain(text);
        var entities = ImmutableArray.CreateBuilder<TextEntity>(_entities.Count);
        foreach (ref readonly var entity in CollectionsMarshal.AsSpan(_entities))
        {
            var start = Math.Max(entity.Offset, from);
            var end = Math.Min(entity.End, to);
            if (start < end)
                entities.Add(entity with { Offset = start - from, Length = end - start });
        }

        return new FormattedText(text, _hasMonospace ? Monospace.KeepClear(entities) : entities.DrainToImmutable());
    }

    private void EndSoftBreak(ReadOnlySpan<char> next)
    {
        _softBreak = false;
        if (AfterSpace)
            return;
        if (next.IsEmpty || !WideCharacters.JoinLines(_text[Length - 1], next[0]))
            AppendExactly(" ");
    }

    private void AppendTidied(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c is ' ' or '\t' or '\n' || (c < ' ' && c != '\r'))
            {
                if (!AfterSpace)
                    AppendExactly(" ");
            }
            else if (!Untidy.Contains(c))
                AppendExactly(text.Slice(i, 1));
        }
    }
}
