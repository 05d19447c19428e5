using System.Globalization;

namespace BotDigest.Bot.Commands;

/// <summary>What people wrote, quoted back to them.</summary>
internal static class Quoting
{
    private const int Usual = 40;

    /// <summary>At most so many characters, on one line, never half of one.</summary>
    internal static string Shorten(this string text, int length = Usual)
    {
        var line = text.ReplaceLineEndings(" ").Trim();
        var elements = new StringInfo(line);
        return elements.LengthInTextElements <= length ? line : elements.SubstringByTextElements(0, length - 1) + "…";
    }
}
