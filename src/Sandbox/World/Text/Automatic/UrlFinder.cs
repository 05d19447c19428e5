namespace BotDigest.Sandbox.World.Text.Automatic;

/// <summary>Finds what looks like a web or mail address; <see cref="UrlRules"/> decides whether it is one.</summary>
internal static class UrlFinder
{
    /// <summary>All candidates in order: around each dot whatever a domain, a user, a port and a path may be made of.</summary>
    public static IEnumerable<(int Begin, int End)> Find(Utf8Text text)
    {
        var floor = 0;
        while (true)
        {
            var dot = text.IndexOf('.', floor);
            if (dot < 0 || dot + 1 == text.Length)
                yield break;
            if (text[dot + 1] == ' ')
            {
                floor = dot + 2;
                continue;
            }

            var (begin, end, isBad) = Around(text, floor, dot);
            if (!isBad && end > dot + 1)
                yield return (begin, end);
            floor = Math.Max(After(text, end, isBad), dot + 1);
        }
    }

    /// <summary>Where a path that may begin here ends; the same position when there is none.</summary>
    public static int PathEnd(Utf8Text text, int at)
    {
        if (text[at] is not ((byte)'/' or (byte)'?' or (byte)'#'))
            return at;
        var end = Forward(text, at + 1, Utf8Text.IsPath);
        while (end > at + 1 && Utf8Text.IsPathTail(text[end - 1]))
            end--;
        return text[at] == '/' || end > at + 1 ? end : at;
    }

    private static int After(Utf8Text text, int end, bool isBad)
    {
        if (isBad)
        {
            while (text[end - 1] != '.')
                end--;
            return end;
        }

        while (text[end] == '.')
            end++;
        return end;
    }

    private static (int Begin, int End, bool IsBad) Around(Utf8Text text, int floor, int dot)
    {
        var domain = Back(text, floor, dot, IsDomain);
        var (domainEnd, hasAt) = DomainEnd(text, dot);
        if (hasAt)
            domain = Back(text, floor, domain, IsUser);
        var end = PathEnd(text, PortEnd(text, domainEnd));
        while (end > dot + 1 && text[end - 1] == '.')
            end--;

        var begin = domain;
        var isBad = false;
        if (begin > floor && text[begin - 1] == '@')
        {
            begin = Back(text, floor, domain - 1, IsUser);
            isBad = hasAt || begin == domain - 1;
        }

        if (begin == floor)
            return (begin, end, isBad);
        var scheme = SchemeBegin(text, floor, begin);
        return (scheme ?? begin, end, isBad || scheme is null);
    }

    private static (int End, bool HasAt) DomainEnd(Utf8Text text, int at)
    {
        var hasAt = false;
        while (at < text.Length && text.At(at, out var next) is var c && (c == '@' || IsDomain(c)))
        {
            hasAt |= c == '@';
            at = next;
        }

        return (at, hasAt);
    }

    private static int PortEnd(Utf8Text text, int at)
    {
        if (text[at] != ':')
            return at;
        var end = at + 1;
        while (AsciiBytes.IsDigit(text[end]))
            end++;
        var digits = text.Slice(at + 1, end).TrimStart('0');
        return digits.Length is > 0 and <= 5 && int.Parse(digits, System.Globalization.CultureInfo.InvariantCulture) <= 65535 ? end : at;
    }

    /// <summary>Where the scheme before an address begins, the address itself without one, or null where what stands before spoils it.</summary>
    private static int? SchemeBegin(Utf8Text text, int floor, int begin)
    {
        if (begin - floor < 6 || text.Slice(begin - 3, begin) != "://")
            return text.CodeBefore(begin) is var c && (c is '/' or '#' or '@' || Utf8Text.IsWord(c)) ? null : begin;
        var scheme = AsciiBytes.ToLower(text.Slice(Back(text, floor, begin - 3, IsScheme), begin - 3));
        if (scheme.EndsWith("http", StringComparison.Ordinal) && scheme != "shttp")
            return begin - 7;
        if (scheme.EndsWith("https", StringComparison.Ordinal))
            return begin - 8;
        if (scheme.EndsWith("ftp", StringComparison.Ordinal) && scheme is not ("tftp" or "sftp"))
            return begin - 6;
        return scheme.EndsWith("tonsite", StringComparison.Ordinal) ? begin - 10 : null;
    }

    private static int Back(Utf8Text text, int floor, int at, Func<int, bool> belongs)
    {
        while (at > floor && text.Before(at) is var before && belongs(text.At(before)))
            at = before;
        return at;
    }

    private static int Forward(Utf8Text text, int at, Func<int, bool> belongs)
    {
        while (at < text.Length && text.At(at, out var next) is var c && belongs(c))
            at = next;
        return at;
    }

    private static bool IsDomain(int c) => c < 0xC0 ? c is '.' or '-' or '~' || Utf8Text.IsName(c) : Utf8Text.IsAddress(c);

    private static bool IsUser(int c) =>
        c is not ('\n' or '/' or '[' or ']' or '{' or '}' or '(' or ')' or '\'' or '`' or '<' or '>' or '"' or '@' or 0xAB or 0xBB) && Utf8Text.IsAddress(c);

    /// <summary>Letters of all kinds belong to a scheme here, so that it is then known for a wrong one.</summary>
    private static bool IsScheme(int c) => c < 0x80 ? char.IsAsciiLetterOrDigit((char)c) || c is '+' or '-' : !Utf8Text.IsSeparator(c);
}
