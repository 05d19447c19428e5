using System.Collections.Immutable;
using BotDigest.Formatting.Messages;

namespace BotDigest.Formatting.Digests;

/// <summary>A line of the head's map: a range of the head's text that is to link to a later message.</summary>
/// <param name="Offset">Where the words to link begin, in UTF-16 code units.</param>
/// <param name="Length">How long they are, in UTF-16 code units.</param>
/// <param name="Part">The message that the line points at, by its <see cref="DigestMessage.Part"/>.</param>
public readonly record struct MapLine(int Offset, int Length, int Part);

/// <summary>One message of a digest.</summary>
public sealed record DigestMessage
{
    /// <summary>Its place in the digest, from 1.</summary>
    public required int Part { get; init; }

    /// <summary>What the reader sees, the map's lines still plain.</summary>
    public required MessageContent Content { get; init; }

    /// <summary>True where it arrives without a sound: all but the first.</summary>
    public bool Silent { get; init; }

    /// <summary>The stories that begin in it, by <see cref="Issues.Story.Index"/>.</summary>
    public ImmutableArray<int> Stories { get; init; } = [];

    /// <summary>The lines of the map; only the head has any.</summary>
    public ImmutableArray<MapLine> Map { get; init; } = [];

    /// <summary>The content with the map's lines linked.</summary>
    /// <param name="address">The address of a part's message, or null while it is not known; such a line stays plain.</param>
    public MessageContent Link(Func<int, string?> address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return Map.IsEmpty ? Content : MapLinks.Apply(Content, Map, address);
    }
}
