using System.Globalization;
using Markdig.Extensions.Footnotes;

namespace BotDigest.Formatting.Issues.Reading.Inlines;

/// <summary>How a footnote is marked in the text and where the notes are gathered.</summary>
internal static class FootnoteMark
{
    /// <summary>Its number; its name where nothing refers to it.</summary>
    internal static string Of(Footnote footnote) =>
        footnote.Order > 0 ? string.Create(CultureInfo.InvariantCulture, $"[{footnote.Order}]") : $"[{footnote.Label?.TrimStart('^')}]";
}
