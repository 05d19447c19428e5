using System.Collections.Immutable;

namespace BotDigest.Formatting.Text;

/// <summary>Puts a formatted text together, piece after piece; entities keep their places by themselves.</summary>
public sealed class FormattedTextBuilder
{
    private readonly List<TextEntity> _entities = [];
    private readonly Stack<int> _open = new();
    private char[] _text;
    private int _emptied;

    /// <summary>An empty builder.</summary>
    public FormattedTextBuilder()
        : this(256)
    {
    }

    internal FormattedTextBuilder(int capacity) => _text = new char[capacity];

    /// <summary>The length so far, in UTF-16 code units.</summary>
    public int Length { get; private set; }

    internal ReadOnlySpan<char> Text => _text.AsSpan(0, Length);

    /// <summary>Adds plain text.</summary>
    /// <param name="text">The text.</param>
    public FormattedTextBuilder Append(string text) => Append(text.AsSpan());

    /// <summary>Adds plain text.</summary>
    /// <param name="text">The text.</param>
    public FormattedTextBuilder Append(ReadOnlySpan<char> text)
    {
        if (Length + text.Length > _text.Length)
            Array.Resize(ref _text, Math.Max(_text.Length * 2, Length + text.Length));
        text.CopyTo(_text.AsSpan(Length));
        Length += text.Length;
        return this;
    }

    /// <summary>Adds text with its entities.</summary>
    /// <param name="text">The text.</param>
    public FormattedTextBuilder Append(FormattedText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        foreach (var entity in text.Entities)
            _entities.Add(entity with { Offset = entity.Offset + Length });
        return Append(text.Text.AsSpan());
    }

    /// <summary>Adds text from a file, made fit for a message.</summary>
    internal FormattedTextBuilder AppendFrom(FormattedText file) => Append(FileText.Prepare(file));

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
        if (entity.Offset == Length)
            _emptied++;
        return this;
    }

    /// <summary>The text so far; entities still open end where it ends.</summary>
    public FormattedText ToFormattedText()
    {
        while (_open.Count > 0)
            Close();
        return new FormattedText(new string(_text, 0, Length), ToEntities());
    }

    private ImmutableArray<TextEntity> ToEntities()
    {
        if (_emptied == 0)
            return [.. _entities];
        var kept = ImmutableArray.CreateBuilder<TextEntity>(_entities.Count);
        foreach (var entity in _entities)
        {
            if (entity.Length > 0)
                kept.Add(entity);
        }

        return kept.ToImmutable();
    }
}
