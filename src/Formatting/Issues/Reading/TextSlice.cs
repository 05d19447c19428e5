using System.Collections.Immutable;
using BotDigest.Formatting.Text;

namespace BotDigest.Formatting.Issues.Reading;

/// <summary>Parts of a text with their entities.</summary>
internal static class TextSlice
{
    /// <summary>The part from <paramref name="start"/> up to <paramref name="end"/>, without white space at its ends.</summary>
    internal static FormattedText Of(FormattedText text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text.Text[start]))
            start++;
        while (end > start && char.IsWhiteSpace(text.Text[end - 1]))
            end--;
        if (start == 0 && end == text.Length)
            return text;
        if (start >= end)
            return FormattedText.Empty;
        if (text.Entities.IsEmpty)
            return FormattedText.Plain(text.Text[start..end]);
        var entities = ImmutableArray.CreateBuilder<TextEntity>(text.Entities.Length);
        foreach (var entity in text.Entities)
        {
            var from = Math.Max(entity.Offset, start);
            var to = Math.Min(entity.End, end);
            if (from < to)
                entities.Add(entity with { Offset = from - start, Length = to - from });
        }

        return new FormattedText(text.Text[start..end], entities.DrainToImmutable());
    }

    internal static FormattedText From(FormattedText text, int start) => Of(text, start, text.Length);
}
