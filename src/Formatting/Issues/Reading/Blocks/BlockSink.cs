using System.Collections.Immutable;
using BotDigest.Formatting.Text;

namespace BotDigest.Formatting.Issues.Reading.Blocks;

/// <summary>Collects blocks in order; those under an open label go into its part.</summary>
internal sealed class BlockSink
{
    private readonly List<Block> _blocks = [];
    private readonly List<Block> _labelled = [];
    private string? _label;

    internal bool IsEmpty => _blocks.Count == 0 && _label is null;

    /// <summary>True where the last block, of the open label's part if one is open, is an item of a list.</summary>
    internal bool EndsWithListItem => (_label is null ? _blocks : _labelled) is [.., Block.ListItem];

    internal void Add(Block block)
    {
        (_label is null ? _blocks : _labelled).Add(block);
    }

    internal void AddParagraph(FormattedText text)
    {
        if (text.Length > 0)
            Add(new Block.Paragraph(text));
    }

    /// <summary>Adds a quote; under a label, whose part is shown as a quote already, it is a nested one.</summary>
    internal void AddQuote(FormattedText text) => Add(new Block.Quote(_label is null ? text : FlatText.Nested(text)));

    internal void OpenLabel(string label)
    {
        CloseLabel();
        _label = label;
    }

    internal void CloseLabel()
    {
        if (_label is null)
            return;
        _blocks.Add(new Block.Labelled(_label, Drain(_labelled)));
        _label = null;
    }

    /// <summary>All of it; the sink is empty again.</summary>
    internal ImmutableArray<Block> Take()
    {
        CloseLabel();
        return Drain(_blocks);
    }

    private static ImmutableArray<Block> Drain(List<Block> blocks)
    {
        ImmutableArray<Block> drained = [.. blocks];
        blocks.Clear();
        return drained;
    }
}
