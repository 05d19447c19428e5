using System.Globalization;

namespace BotDigest.Bot.Commands.Cards;

/// <summary>A page of a list.</summary>
/// <param name="Current">The page, from 0.</param>
/// <param name="Count">How many pages there are; at least 1.</param>
/// <param name="Size">How many entries a page holds.</param>
internal readonly record struct Pages(int Current, int Count, int Size)
{
    /// <summary>The first entry of the page, from 0.</summary>
    internal int Offset => Current * Size;

    /// <summary>The page that is asked for, or the last one where the list has become shorter.</summary>
    internal static Pages Of(int asked, int total, int size)
    {
        var count = Math.Max(1, (total + size - 1) / size);
        return new Pages(Math.Clamp(asked, 0, count - 1), count, size);
    }

    /// <summary><c>2/7</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Current + 1}/{Count}");
}
