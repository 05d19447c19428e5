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
    private readonly List<TextEntity> _entities = [];
    private char[] _text = new char[512];
    private bool _hasMonospace;
    private bool _softBreak;
    private int _openedBeforeSoftBreak;

    internal int Length { get; private set; }

    /// <summary>True where a line of the paragraph reads as an item of a list and was kept apart.</summary>
    internal bool HasListLines { get; private set; }

    internal ReadOnlySpan<char> Text => _text.AsSpan(0, Length);

    internal void Clear()
    {
        Length = 0;
        _entities.Clear();
        _hasMonospace = false;
        _softBreak = false;
        HasListLines = false;
    }

    /// <summary>Appends text of a paragraph: white space is drawn together.</summary>
    internal void Append(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
            return;
        if (_softBreak)
            EndSoftBreak(text);
        if (!HasUntidy(text) && !text.Contains("  ", StringComparison.Ordinal) && !(text[0] == ' ' && AfterSpace))
            AppendExactly(text);
        else
            AppendTidied(text);
    }

    /// <summary>Appends text that keeps its white space: marks, indentation, code.</summary>
    internal void AppendExactly(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
            return;
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
        if (!HasUntidy(code))
        {
            AppendExactly(code);
            return;
        }

        foreach (var c in code)
        {
            if (c == '\t')
                AppendExactly(" ");
            else if (c == '\n' || !IsUntidy(c))
                AppendExactly([c]);
            else if (c == RingAbove.Mark)
                AddRing();
        }
    }

    /// <summary>Writes other characters in the place of those since <paramref name="from"/>; false, and nothing is changed, where one has no other.</summary>
    internal bool TryReplace(int from, IReadOnlyDictionary<char, char> others)
    {
        var text = _text.AsSpan(from, Length - from);
        foreach (var c in text)
        {
            if (!others.ContainsKey(c))
                return false;
        }

        foreach (ref var c in text)
            c = others[c];
        return true;
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
    internal void SoftLine()
    {
        _softBreak = Length > 0;
        _openedBeforeSoftBreak = _entities.Count;
    }

    /// <summary>Opens an entity; it ends with <see cref="Close"/> and the number that this returns.</summary>
    internal int Open(EntityKind kind, string? argument = null)
    {
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

    /// <summary>Characters that Telegram turns into spaces or takes out.</summary>
    private static bool IsUntidy(char c) => c is < ' ' or '\u007F' or (>= '\u2028' and <= '\u202E') or '\u030A' or '\u0333' or '\u033F';

    /// <summary>True where one of them is.</summary>
    private static bool HasUntidy(ReadOnlySpan<char> text) =>
        text.ContainsAnyInRange('\0', '\u001F') || text.ContainsAnyInRange('\u2028', '\u202E') || text.IndexOfAny(['\u007F', '\u030A', '\u0333', '\u033F']) >= 0;

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
        if (ListLine.Begins(next))
        {
            HasListLines = true;
            BreakBeforeOpened("\n");
        }
        else if (!WideCharacters.JoinLines(_text[Length - 1], next[0]))
            BreakBeforeOpened(" ");
    }

    /// <summary>Writes the break before the entities that were opened since the file's line ended.</summary>
    private void BreakBeforeOpened(string line)
    {
        var opened = CollectionsMarshal.AsSpan(_entities)[_openedBeforeSoftBreak..];
        foreach (ref var entity in opened)
            entity = entity with { Offset = entity.Offset + line.Length };
        AppendExactly(line);
    }

    private void AppendTidied(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c is ' ' or '\t' or '\n' or '\u2028' or '\u2029' || (c < ' ' && c != '\r'))
            {
                if (!AfterSpace)
                    AppendExactly(" ");
            }
            else if (!IsUntidy(c))
                AppendExactly(text.Slice(i, 1));
            else if (c == RingAbove.Mark)
                AddRing();
        }
    }

    /// <summary>Puts a ring on the last letter, which Telegram would take off again as a character of its own.</summary>
    private void AddRing()
    {
        if (!_softBreak && Length > 0 && RingAbove.On(_text[Length - 1]) is { } letter)
            _text[Length - 1] = letter;
    }
}
