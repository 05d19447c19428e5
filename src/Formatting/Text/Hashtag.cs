using System.Globalization;
using System.Text;
using BotDigest.Formatting.Issues.Reading;

namespace BotDigest.Formatting.Text;

/// <summary>Names in Telegram's alphabet of hashtags.</summary>
public static class Hashtag
{
    /// <summary>How many characters a hashtag may have after its <c>#</c>.</summary>
    public const int MaxLength = 256;

    private enum Gap
    {
        None,
        Space,
        Mark,
    }

    /// <summary>The hashtag of a name: <c>#AI日报</c> for AI 日报, <c>#GPT_5_2</c> for GPT-5.2. Spaces go beside Chinese, anything else that a hashtag can't hold becomes <c>_</c>.</summary>
    /// <param name="name">The name as people write it.</param>
    /// <returns>The hashtag with its <c>#</c>, or null where the name has no letter.</returns>
    public static string? Of(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var tag = new StringBuilder(name.Length + 1).Append('#');
        var (letters, length, gap, previous) = (false, 0, Gap.None, default(Rune));
        var (text, at) = (TextCleaner.Clean(WellFormed.Normalize(WellFormed.Mend(name), NormalizationForm.FormC)), 0);
        foreach (var rune in text.EnumerateRunes())
        {
            at += rune.Utf16SequenceLength;
            if (!IsWord(rune))
            {
                gap = GapOf(rune, gap);
                continue;
            }

            if (length > 0 && (gap == Gap.Mark || (gap == Gap.Space && previous.IsAscii && rune.IsAscii)) && ++length < MaxLength)
                tag.Append('_');
            if (++length > MaxLength)
                break;
            tag.Append(text, at - rune.Utf16SequenceLength, rune.Utf16SequenceLength);
            letters |= Rune.IsLetter(rune);
            (gap, previous) = (Gap.None, rune);
        }

        return letters ? tag.ToString() : null;
    }

    /// <summary>True for what a hashtag is made of: letters, decimal digits, <c>_</c> and a few marks (TELEGRAM 1.7).</summary>
    internal static bool IsWord(Rune rune) =>
        rune.Value is '_' or 0x200C or 0xB7 or (>= 0xD80 and <= 0xDFF) || Rune.IsLetter(rune) || Rune.GetUnicodeCategory(rune) == UnicodeCategory.DecimalDigitNumber;

    private static Gap GapOf(Rune rune, Gap before)
    {
        if (Rune.IsWhiteSpace(rune))
            return before == Gap.Mark ? Gap.Mark : Gap.Space;
        return Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format ? before : Gap.Mark;
    }
}
