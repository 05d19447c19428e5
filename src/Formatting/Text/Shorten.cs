using System.Globalization;

namespace BotDigest.Formatting.Text;

/// <summary>Makes long lines short where they are only repeated.</summary>
internal static class Shorten
{
    /// <summary>At most so many UTF-16 code units, never cutting a character as a reader sees it, with <c>…</c> where something was left out.</summary>
    internal static string ToWords(string text, int length)
    {
        if (text.Length <= length)
            return text;
        var end = 0;
        while (end + StringInfo.GetNextTextElementLength(text, end) is var next && next < length)
            end = next;
        return text[..end].TrimEnd() + "…";
    }
}
