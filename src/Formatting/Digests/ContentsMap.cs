using System.Collections.Immutable;
using BotDigest.Formatting.Text;

namespace BotDigest.Formatting.Digests;

/// <summary>The map of an issue: a numbered line a section, each to be linked to the message in which the section begins.</summary>
internal sealed class ContentsMap
{
    private const int MaxLines = 40;
    private const int MaxWords = 80;
    private const int LinkBytes = 128;

    private readonly List<(int Offset, int Length, int Position)> _lines = [];

    /// <summary>Writes the map of sections; what is more than two fifths of a head ends in an ellipsis.</summary>
    internal ContentsMap(List<SectionPlace> sections, DigestTexts texts, MessageLimits limits)
    {
        var longest = limits.Length * 2 / 5;
        var text = new FormattedTextBuilder().Append(texts.Map, EntityKind.Bold);
        var numbered = sections.TrueForAll(section => section.Heading.Length > 0 && char.IsDigit(section.Heading[0]));
        for (var i = 0; i < sections.Count; i++)
        {
            text.Line();
            if (i == MaxLines || text.Length > longest)
            {
                text.Append("…");
                break;
            }

            if (!numbered)
                text.Append(Ordinal(i));
            var offset = text.Length;
            text.AppendFrom(Shorten.ToWords(sections[i].Heading, MaxWords));
            _lines.Add((offset, text.Length - offset, sections[i].Position));
        }

        Text = text.ToFormattedText();
        text.Release();
    }

    /// <summary>The lines as text, not linked yet.</summary>
    internal FormattedText Text { get; }

    /// <summary>What the map takes once it is linked.</summary>
    internal Measure Measure => TextMeasure.Whole(Text) + new Measure(0, _lines.Count, _lines.Count * LinkBytes);

    /// <summary>Where the lines are once the map stands somewhere, and the messages that they point at.</summary>
    internal ImmutableArray<MapLine> Place(int offset, Func<int, int> partOf)
    {
        var lines = ImmutableArray.CreateBuilder<MapLine>(_lines.Count);
        foreach (var line in _lines)
            lines.Add(new MapLine(offset + line.Offset, line.Length, partOf(line.Position)));
        return lines.MoveToImmutable();
    }

    private static string Ordinal(int index) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{index + 1}. ");
}
