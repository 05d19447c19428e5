using System.Text;

namespace BotDigest.Formatting.Issues.Reading;

/// <summary>Text without half characters.</summary>
internal static class WellFormed
{
    /// <summary>The text, each surrogate that stands alone replaced by U+FFFD.</summary>
    internal static string Mend(string text)
    {
        var at = FindLone(text, 0);
        if (at < 0)
            return text;
        var mended = text.ToCharArray();
        for (; at >= 0; at = FindLone(text, at + 1))
            mended[at] = '\uFFFD';
        return new string(mended);
    }

    /// <summary>The text in a normal form. U+FFFE, which is no character and which the runtime refuses to normalise, becomes U+FFFD.</summary>
    internal static string Normalize(string text, NormalizationForm form)
    {
        if (form == NormalizationForm.FormC && IsComposed(text))
            return text;
        var valid = text.Contains('\uFFFE', StringComparison.Ordinal) ? text.Replace('\uFFFE', '\uFFFD') : text;
        return valid.IsNormalized(form) ? valid : valid.Normalize(form);
    }

    /// <summary>True for plain Latin and Chinese, in which nothing can be composed; the runtime takes long to say so.</summary>
    private static bool IsComposed(string text)
    {
        foreach (var c in text)
        {
            if (c >= '\u0300' && c is not (>= '\u3400' and <= '\u9FFF'))
                return false;
        }

        return true;
    }

    private static int FindLone(string text, int from)
    {
        while (true)
        {
            var next = text.AsSpan(from).IndexOfAnyInRange('\uD800', '\uDFFF');
            if (next < 0)
                return -1;
            from += next;
            if (!char.IsHighSurrogate(text[from]) || from + 1 == text.Length || !char.IsLowSurrogate(text[from + 1]))
                return from;
            from += 2;
        }
    }
}
