using BotDigest.Formatting.Text;

namespace BotDigest.Formatting.Digests;

/// <summary>An issue as one long text, with the places where it may be cut into messages.</summary>
internal sealed class RunningText
{
    /// <summary>About so many characters of a text have one entity, and one place to be cut.</summary>
    private const int Stretch = 256;

    private readonly FormattedTextBuilder _text;
    /// <summary>Longer headers are not repeated: a message is for rows.</summary>
    private const int LongestHeaders = 256;

    private readonly List<int> _held = [];
    private readonly List<TablePlace> _tables = [];
    private int _gap;
    private bool _holdsNext;

    internal RunningText(int capacity = 16 * 1024)
    {
        _text = new FormattedTextBuilder(capacity, capacity / Stretch);
        Cuts = new List<CutPlace>(capacity / Stretch);
    }

    /// <summary>How long it is, in UTF-16 code units.</summary>
    internal int Length => _text.Length;

    internal ReadOnlySpan<char> Text => _text.Text;

    internal ReadOnlySpan<TextEntity> Entities => _text.Entities;

    /// <summary>The places in order; the first is the beginning.</summary>
    internal List<CutPlace> Cuts { get; }

    /// <summary>The stories in order.</summary>
    internal List<StoryPlace> Stories { get; } = [];

    /// <summary>The sections that have a heading, in order.</summary>
    internal List<SectionPlace> Sections { get; } = [];

    /// <summary>Asks for line breaks before whatever comes next; of several wishes the largest counts.</summary>
    internal void Separate(int lineBreaks) => _gap = Math.Max(_gap, lineBreaks);

    /// <summary>Keeps whatever comes next in the message of what stands before it: a heading is not left alone.</summary>
    internal void HoldNext() => _holdsNext = true;

    /// <summary>True where a message must not end: after a heading, after the headers of a table, within a row.</summary>
    internal bool Holds(int position) => _held.BinarySearch(position) >= 0 || (TableAround(position) is { } table && (position <= table.Body || Text[position - 1] != '\n'));

    /// <summary>Notes that a table begins here.</summary>
    /// <param name="headers">The length of its headers.</param>
    /// <param name="length">The length of the whole.</param>
    internal void BeginTable(int headers, int length)
    {
        var start = Write().Length;
        if (headers is > 0 and <= LongestHeaders)
            _tables.Add(new TablePlace(start, start + headers, start + length));
    }

    /// <summary>The headers of the table that goes on at a place; none where none does.</summary>
    internal ReadOnlySpan<char> HeadersAt(int position) => TableAround(position) is { } table && position >= table.Body ? Text[table.Start..table.Body] : [];

    /// <summary>Allows a message to end here.</summary>
    internal void Cut(CutLevel level, int section)
    {
        var position = Write().Length;
        if (Cuts.Count > 0 && Cuts[^1].Position == position)
            Cuts[^1] = new CutPlace(position, (CutLevel)Math.Min((int)level, (int)Cuts[^1].Level), section);
        else
            Cuts.Add(new CutPlace(position, level, section));
    }

    internal void BeginStory(int story, string? url) => Stories.Add(new StoryPlace(Write().Length, story, url));

    /// <summary>Notes that a section begins here.</summary>
    /// <returns>Its number, for the cuts in it.</returns>
    internal int BeginSection(string heading)
    {
        Sections.Add(new SectionPlace(Write().Length, heading));
        return Sections.Count - 1;
    }

    /// <summary>The builder, after the line breaks that were asked for.</summary>
    internal FormattedTextBuilder Write()
    {
        for (; _gap > 0; _gap--)
        {
            if (_text.Length > 0)
                _text.Line();
        }

        if (_holdsNext)
            _held.Add(_text.Length);
        _holdsNext = false;
        return _text;
    }

    /// <summary>Adds a text with its own places.</summary>
    internal void Append(FormattedText text, IEnumerable<CutPlace> cuts)
    {
        var start = Write().Length;
        foreach (var cut in cuts)
            Cuts.Add(cut with { Position = start + cut.Position });
        _text.Append(text);
    }

    /// <summary>Adds another one, its places with it.</summary>
    internal void Append(RunningText other)
    {
        var start = Write().Length;
        _text.Append(other.Text, other.Entities);
        foreach (var story in other.Stories)
            Stories.Add(story with { Position = start + story.Position });
    }

    /// <summary>Arranges the entities as Telegram does; nothing may be written after it.</summary>
    internal void Arrange() => _text.Arrange();

    /// <summary>The table that begins before a place and ends after it, or null.</summary>
    private TablePlace? TableAround(int position)
    {
        var (lower, upper) = (0, _tables.Count);
        while (lower < upper)
        {
            var middle = (lower + upper) / 2;
            if (_tables[middle].Start < position)
                lower = middle + 1;
            else
                upper = middle;
        }

        return lower > 0 && position < _tables[lower - 1].End ? _tables[lower - 1] : null;
    }

    /// <summary>Gives the memory back.</summary>
    internal void Release() => _text.Release();
}
