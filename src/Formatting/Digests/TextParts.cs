using System.Globalization;
using BotDigest.Formatting.Text;

namespace BotDigest.Formatting.Digests;

/// <summary>Parts of a message's text, for an issue that has to be spread over messages which are there already.</summary>
public static class TextParts
{
    /// <summary>True where one message can hold the text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="limits">What it can hold; those of a message's text where none are given.</param>
    public static bool Fits(FormattedText text, MessageLimits? limits = null) => TextMeasure.Whole(text).FitsIn(limits ?? MessageLimits.Message);

    /// <summary>A part of a text, trimmed as Telegram trims; entities that reach over its borders are cut there.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Where the part begins.</param>
    /// <param name="end">Where it ends.</param>
    public static FormattedText Slice(FormattedText text, int start, int end)
    {
        ArgumentNullException.ThrowIfNull(text);
        return EntityNormalizer.Slice(text.Text, text.Entities.AsSpan(), start, end);
    }

    /// <summary>
    /// Where to cut a part in two: near its middle, between paragraphs, else lines, else sentences, else words, else characters as a reader sees them;
    /// never inside a link, code or a hashtag, unless the part holds nothing else.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Where the part begins.</param>
    /// <param name="end">Where it ends.</param>
    /// <returns>Where the second half begins; null for a part of a single character.</returns>
    public static int? Middle(FormattedText text, int start, int end)
    {
        ArgumentNullException.ThrowIfNull(text);
        var units = new TextUnits(text);
        var span = text.Text.AsSpan(start, end - start);
        return Nearest(Lines(span, start, units, "\n\n"), start, end)
            ?? Nearest(Lines(span, start, units, "\n"), start, end)
            ?? Nearest(Breaks(span, start, units, sentences: true), start, end)
            ?? Nearest(Breaks(span, start, units, sentences: false), start, end)
            ?? Character(span, start, units);
    }

    /// <summary>The place nearest the middle, if it leaves a quarter on either side.</summary>
    private static int? Nearest(List<int> places, int start, int end)
    {
        var length = end - start;
        int? best = null;
        foreach (var place in places)
        {
            if (place < length / 4 || place > length - (length / 4) || place == 0 || place == length)
                continue;
            if (best is null || Math.Abs(place - (length / 2)) < Math.Abs(best.Value - (length / 2)))
                best = place;
        }

        return best + start;
    }

    private static List<int> Lines(ReadOnlySpan<char> text, int start, TextUnits units, string separator)
    {
        var places = new List<int>();
        for (var at = 0; text[at..].IndexOf(separator, StringComparison.Ordinal) is var found and >= 0;)
        {
            at += found + separator.Length;
            if (!units.Contain(start + at))
                places.Add(at);
        }

        return places;
    }

    private static List<int> Breaks(ReadOnlySpan<char> text, int start, TextUnits units, bool sentences)
    {
        var places = new List<int>();
        var breaks = new TextBreaks(text);
        while (breaks.TryNext(sentences, out var position))
        {
            if (!units.Contain(start + position))
                places.Add(position);
        }

        return places;
    }

    /// <summary>The border of characters that is nearest the middle: outside what is not to be cut, where there is one.</summary>
    private static int? Character(ReadOnlySpan<char> text, int start, TextUnits units)
    {
        var (outside, any) = ((int?)null, (int?)null);
        for (var at = StringInfo.GetNextTextElementLength(text); at < text.Length; at += StringInfo.GetNextTextElementLength(text[at..]))
        {
            any = Nearer(at, any, text.Length);
            if (!units.Contain(start + at))
                outside = Nearer(at, outside, text.Length);
        }

        return start + (outside ?? any);
    }

    private static int Nearer(int place, int? best, int length) =>
        best is { } other && Math.Abs(other - (length / 2)) <= Math.Abs(place - (length / 2)) ? other : place;
}
