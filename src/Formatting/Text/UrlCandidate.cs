using System.Globalization;

namespace BotDigest.Formatting.Text;

/// <summary>The characters round a dot that together might be an address.</summary>
/// <param name="Begin">Where it begins.</param>
/// <param name="End">The first place after it.</param>
/// <param name="IsWellPlaced">False where what stands before it spoils it.</param>
internal readonly record struct UrlCandidate(int Begin, int End, bool IsWellPlaced)
{
    /// <summary>Widens a dot to both sides.</summary>
    /// <param name="text">The text.</param>
    /// <param name="from">Where the search began; nothing before it is looked at.</param>
    /// <param name="dot">The place of the dot.</param>
    internal static UrlCandidate Around(ReadOnlySpan<char> text, int from, int dot)
    {
        var at = LastAt(text, dot);
        var end = (at < 0 ? dot : at + 1) + DomainLength(text[(at < 0 ? dot : at + 1)..]);
        var begin = dot;
        while (begin > from && (at < 0 ? IsDomain(text[begin - 1]) : IsUser(text[begin - 1])))
            begin--;
        end = AfterPath(text, AfterPort(text, end));
        while (end > dot + 1 && text[end - 1] == '.')
            end--;

        var isWellPlaced = true;
        if (begin > from && text[begin - 1] == '@')
        {
            var user = begin - 1;
            while (user > from && IsUser(text[user - 1]))
                user--;
            isWellPlaced = user < begin - 1;
            begin = user;
        }

        if (begin > from)
            (begin, isWellPlaced) = AfterScheme(text, from, begin, isWellPlaced);
        return new UrlCandidate(begin, end, isWellPlaced);
    }

    /// <summary>Where the search goes on.</summary>
    internal int Next(ReadOnlySpan<char> text, int dot)
    {
        var next = End;
        if (IsWellPlaced)
        {
            while (next < text.Length && text[next] == '.')
                next++;
        }
        else
        {
            while (next > dot + 1 && text[next - 1] != '.')
                next--;
        }

        return next;
    }

    private static int LastAt(ReadOnlySpan<char> text, int dot)
    {
        var last = -1;
        for (var i = dot; i < text.Length; i++)
        {
            if (text[i] == '@')
                last = i;
            else if (!IsDomain(text[i]))
                break;
        }

        return last;
    }

    private static int DomainLength(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && IsDomain(text[length]))
            length++;
        return length;
    }

    private static int AfterPort(ReadOnlySpan<char> text, int end)
    {
        if (end >= text.Length || text[end] != ':')
            return end;
        var stop = end + 1;
        while (stop < text.Length && char.IsAsciiDigit(text[stop]))
            stop++;
        var digits = text[(end + 1)..stop].TrimStart('0');
        return digits.Length is > 0 and <= 5 && int.Parse(digits, CultureInfo.InvariantCulture) <= 65535 ? stop : end;
    }

    internal static int AfterPath(ReadOnlySpan<char> text, int end)
    {
        if (end >= text.Length || text[end] is not ('/' or '?' or '#'))
            return end;
        var stop = end + 1;
        while (stop < text.Length && IsPath(text[stop]))
            stop++;
        while (stop > end && UrlFinder.BadEnds.Contains(text[stop - 1], StringComparison.Ordinal))
            stop--;
        return text[end] == '/' || stop > end + 1 ? stop : end;
    }

    private static (int Begin, bool IsWellPlaced) AfterScheme(ReadOnlySpan<char> text, int from, int begin, bool isWellPlaced)
    {
        var before = text[from..begin];
        if (before.Length >= 6 && before.EndsWith("://"))
        {
            var name = before[..^3];
            var start = name.Length;
            while (start > 0 && IsScheme(name[start - 1]))
                start--;
            name = name[start..];
            foreach (var scheme in (ReadOnlySpan<string>)["http", "https", "ftp"])
            {
                if (name.EndsWith(scheme, StringComparison.OrdinalIgnoreCase) && !(name.Length > scheme.Length && IsOther(name)))
                    return (begin - 3 - scheme.Length, isWellPlaced);
            }

            return (begin, false);
        }

        var previous = TextCursor.Before(text, begin);
        return (begin, isWellPlaced && !TextCursor.IsWord(previous) && previous.Value is not ('/' or '#' or '@'));
    }

    /// <summary>Schemes that end like one of ours.</summary>
    private static bool IsOther(ReadOnlySpan<char> scheme) =>
        scheme.Equals("shttp", StringComparison.OrdinalIgnoreCase) || scheme.Equals("tftp", StringComparison.OrdinalIgnoreCase) || scheme.Equals("sftp", StringComparison.OrdinalIgnoreCase);

    private static bool IsDomain(char c) => c < '\u00C0' ? char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' or '~' : IsVisible(c);

    private static bool IsUser(char c) => c is not ('\n' or '/' or '[' or ']' or '{' or '}' or '(' or ')' or '\'' or '`' or '<' or '>' or '"' or '@' or '«' or '»') && IsVisible(c);

    private static bool IsPath(char c) => c is not ('\n' or '<' or '>' or '"' or '«' or '»') && IsVisible(c);

    private static bool IsScheme(char c) => c < '\u0080' ? char.IsAsciiLetter(c) || c is '+' or '-' : !char.IsSeparator(c);

    /// <summary>Of the general punctuation only joiners and dashes belong to an address.</summary>
    private static bool IsVisible(char c) => c is >= '\u2000' and <= '\u206F' ? c is '\u200C' or '\u200D' or (>= '\u2010' and <= '\u2015') : !char.IsSeparator(c);
}
