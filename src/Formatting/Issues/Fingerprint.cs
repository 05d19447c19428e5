using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using BotDigest.Formatting.Text;

namespace BotDigest.Formatting.Issues;

/// <summary>Condenses all that an issue says to 64 hexadecimal digits. Lines and columns are no part of it.</summary>
internal sealed class Fingerprint
{
    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(64 * 1024);
    private int _length;

    private Fingerprint()
    {
    }

    internal static string Of(Issue issue)
    {
        var fingerprint = new Fingerprint();
        fingerprint.Add(issue);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(fingerprint._bytes.AsSpan(0, fingerprint._length), hash);
        ArrayPool<byte>.Shared.Return(fingerprint._bytes);
        return Convert.ToHexStringLower(hash);
    }

    private void Add(Issue issue)
    {
        Add(issue.Title);
        Add(issue.Date.DayNumber);
        Add(issue.Category);
        Add(issue.Tags.Length);
        foreach (var tag in issue.Tags)
            Add(tag);
        Add(issue.CoverImage);
        Add(issue.Summary);
        Add((issue.SummaryIsList ? 1 : 0) + (issue.Draft ? 2 : 0) + (issue.Retracted ? 4 : 0));
        Add(issue.PublishAt is { } at ? string.Create(CultureInfo.InvariantCulture, $"{at.Local:O}{at.Offset}") : null);
        Add(issue.Sections.Length);
        foreach (var section in issue.Sections)
        {
            Add(section.Heading ?? FormattedText.Empty);
            Add(section.Items.Length);
            foreach (var item in section.Items)
                Add(item);
        }

        Add(issue.Footnotes);
    }

    private void Add(SectionItem item)
    {
        switch (item)
        {
            case SectionItem.StoryItem { Value: var story }:
                Add((int)story.Form);
                Add(story.Headline);
                Add(story.Separator);
                Add(story.Url);
                Add(story.Blocks);
                break;
            case SectionItem.SubSection group:
                Add(2);
                Add(group.Heading);
                Add(group.Url);
                break;
            case SectionItem.Loose loose:
                Add(3);
                Add(loose.Blocks);
                break;
        }
    }

    private void Add(ImmutableArray<Block> blocks)
    {
        Add(blocks.Length);
        foreach (var block in blocks)
            Add(block);
    }

    private void Add(Block block)
    {
        switch (block)
        {
            case Block.Paragraph paragraph:
                Add(0);
                Add(paragraph.Text);
                break;
            case Block.ListItem item:
                Add(1);
                Add(item.Depth);
                Add(item.Text);
                break;
            case Block.Quote quote:
                Add(2);
                Add(quote.Text);
                break;
            case Block.Preformatted code:
                Add(3);
                Add(code.Text);
                Add(code.Language);
                break;
            case Block.Labelled labelled:
                Add(4);
                Add(labelled.Label);
                Add(labelled.Blocks);
                break;
            case Block.Heading heading:
                Add(5);
                Add(heading.Text);
                break;
        }
    }

    private void Add(ImmutableArray<FormattedText> texts)
    {
        Add(texts.Length);
        foreach (var text in texts)
            Add(text);
    }

    private void Add(FormattedText text)
    {
        Add(text.Text);
        Add(text.Entities.Length);
        foreach (var entity in text.Entities)
        {
            Add((int)entity.Kind);
            Add(entity.Offset);
            Add(entity.Length);
            Add(entity.Argument);
        }
    }

    private void Add(string? text)
    {
        Add(text?.Length ?? -1);
        Write(MemoryMarshal.AsBytes(text.AsSpan()));
    }

    private void Add(int number) => Write(MemoryMarshal.AsBytes(new ReadOnlySpan<int>(in number)));

    private void Write(ReadOnlySpan<byte> bytes)
    {
        if (_length + bytes.Length > _bytes.Length)
        {
            var larger = ArrayPool<byte>.Shared.Rent(Math.Max(_bytes.Length * 2, _length + bytes.Length));
            _bytes.AsSpan(0, _length).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_bytes);
            _bytes = larger;
        }

        bytes.CopyTo(_bytes.AsSpan(_length));
        _length += bytes.Length;
    }
}
