using System.Collections.Immutable;
using BotDigest.Formatting.Messages;
using BotDigest.Formatting.Text;

namespace BotDigest.Formatting.Digests;

/// <summary>Turns the lines of a head's map into links once the addresses are known.</summary>
internal static class MapLinks
{
    internal static MessageContent Apply(MessageContent content, ImmutableArray<MapLine> map, Func<int, string?> address)
    {
        var entities = content.Text.Entities.ToBuilder();
        foreach (var line in map)
        {
            if (address(line.Part) is { } url)
                entities.Add(new TextEntity(EntityKind.TextLink, line.Offset, line.Length, url));
        }

        entities.Sort((a, b) => a.Offset != b.Offset ? a.Offset.CompareTo(b.Offset) : b.Length.CompareTo(a.Length));
        return content with { Text = content.Text with { Entities = entities.ToImmutable() } };
    }
}
