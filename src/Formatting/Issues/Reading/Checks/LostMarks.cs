using BotDigest.Formatting.Problems;
using BotDigest.Formatting.Text;

namespace BotDigest.Formatting.Issues.Reading.Checks;

/// <summary>Finds the marks on letters that Telegram takes out of a text (TELEGRAM 1.6).</summary>
internal static class LostMarks
{
    internal static void Check(string text, ProblemList problems)
    {
        for (var at = 0; text.AsSpan(at).IndexOfAny(RingAbove.Mark, '\u0333', '\u033F') is var next and >= 0; at++)
        {
            at += next;
            if (at > 0 && !(text[at] == RingAbove.Mark && RingAbove.On(text[at - 1]) is not null))
                problems.Add(ProblemKinds.LostMark, at - 1, QuotedText.Of(text.AsSpan(at - 1, 2)), $"U+{(int)text[at]:X4}");
        }
    }
}
