using System.Globalization;
using Markdig.Extensions.Footnotes;

namespace BotDigest.Formatting.Issues.Reading.Inlines;

/// <summary>How a footnote is marked in the text and where the notes are gathered.</summary>
internal static class FootnoteMark
{
    internal static string Of(Footnote footnote) => string.Create(CultureInfo.InvariantCulture, $"[{footnote.Order}]");
}
