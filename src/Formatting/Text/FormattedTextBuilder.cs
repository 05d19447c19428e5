using System.Buffers;
using System.Runtime.InteropServices;

namespace BotDigest.Formatting.Text;

/// <summary>Puts a formatted text together, piece after piece; entities keep their places by themselves.</summary>
public sealed class FormattedTextBuilder
{
    private readonly List<TextEntity> _entities;
    private readonly Stack<int> _open = new();
    private char[] _text;

    /// <summary>An empty builder.</summary>
    public FormattedTextBuilder()
        : this(256)
    {
    }

    /// <summary>An empty builder with room for a text.</summary>
    /// <param name="capacity">How long it is likely to be.</param>
    /// <param name="entities">How many entities it is likely to have.</param>
    internal FormattedTextBuilder(int capacity, int entities = 0) => (_text, _entities) = (ArrayPool<char>.Shared.Rent(capacity), new List<TextEntity>(entities));

    /// <summary>The length so far, in UTF-16 code units.</summary>
    public int Length { get; private set; }

    internal ReadOnlySpan<char> Text => _text.AsSpan(0, Length);

    /// <summary>The entities so far, those that are still open with a length of 0.</summary>
    internal ReadOnlySpan<TextEntity> Entities => CollectionsMarshal.AsSpan(_entities);

    /// <summary>Adds plain text.</summary>
    /// <param name="text">The text.</param>
    public FormattedTextBuilder Append(string text) => Append(text.AsSpan());

    /// <summary>Adds plain text.</summary>
    /// <param name="text">The text.</param>
    public FormattedTextBuilder Append(ReadOnlySpan<char> text)
    {
        if (Length + text.Length > _text.Length)
            Grow(Length + text.Length);
        text.CopyTo(_text.AsSpan(Length));
        Length += text.Length;
        return this;
    }

    /// <summary>Adds text with its entities.</summary>
    /// <param name="text">The text.</param>
    public FormattedTextBuilder Append(FormattedText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Append(text.Text, text.Entities.AsSpan());
    }

    /// <summary>Adds text that is one entity.</summary>
    /// <param name="text">The text.</param>
    /// <param name="kind">What it looks like.</param>
    /// <param name="argument">The URL of a link, the language of a block of code.</param>
    public FormattedTextBuilder Append(string text, EntityKind kind, string? argument = null) => Open(kind, argument).Append(text.AsSpan()).Close();

    /// <summary>Begins a new line.</summary>
    public FormattedTextBuilder Line() => Append("\n".AsSpan());

    /// <summary>Begins an entity that lasts until the matching <see cref="Close"/>.</summary>
    /// <param name="kind">What it looks like.</param>
    /// <param name="argument">The URL of a link, the language of a block of code.</param>
    public FormattedTextBuilder Open(EntityKind kind, string? argument = null)
    {
        _open.Push(_entities.Count);
        _entities.Add(new TextEntity(kind, Length, 0, argument));
        return this;
    }

    /// <summary>Ends the innermost open entity; one that holds nothing leaves no trace.</summary>
    public FormattedTextBuilder Close()
    {
        var index = _open.Pop();
        var entity = _entities[index];
        _entities[index] = entity with { Length = Length - entity.Offset };
        return this;
    }

    /// <summary>The text so far; entities still open end where it ends.</summary>
    public FormattedText ToFormattedText()
    {
        CloseAll();
        return new FormattedText(new string(_text, 0, Length), [.. _entities]);
    }

    /// <summary>Adds text from a file, made fit for a message.</summary>
    internal FormattedTextBuilder AppendFrom(FormattedText file) => Append(FileText.Prepare(file));

    /// <summary>Adds plain text from a file, made fit for a message.</summary>
    internal FormattedTextBuilder AppendFrom(string file) => Append(FileText.Prepare(file));

    internal FormattedTextBuilder Append(ReadOnlySpan<char> text, ReadOnlySpan<TextEntity> entities)
    {
        foreach (var entity in entities)
            _entities.Add(entity with { Offset = entity.Offset + Length });
        return Append(text);
    }

    /// <summary>Arranges the entities so far as Telegram does.</summary>
    internal void Arrange()
    {
        CloseAll();
        EntityNormalizer.Arrange(_entities);
    }

    /// <summary>Gives the memory back; the builder must not be used after it.</summary>
    internal void Release()
    {
        ArrayPool<char>.Shared.Return(_text);
        _text = [];
        Length = 0;
    }

    private void CloseAll()
    {
        while (_open.Count > 0)
            Close();
        _entities.RemoveAll(static entity => entity.Length == 0);
    }

    private void Grow(int length)
    {
        var larger = ArrayPool<char>.Shared.Rent(Math.Max(_text.Length * 2, length));
        Text.CopyTo(larger);
        ArrayPool<char>.Shared.Return(_text);
        _text = larger;
    }
}
