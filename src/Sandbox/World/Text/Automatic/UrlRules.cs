using System.Collections.Frozen;
using System.Text;

namespace BotDigest.Sandbox.World.Text.Automatic;

/// <summary>Decides whether a candidate is an address: known ends of domains, lengths, brackets that belong to the sentence.</summary>
internal static class UrlRules
{
    private static readonly FrozenSet<string> TopLevelDomains = ReadDomains();

    /// <summary>True for a mail address.</summary>
    public static bool IsMail(string text)
    {
        var at = text.IndexOf('@', StringComparison.Ordinal);
        return at >= 0 && IsMailUser(text[..at]) && IsMailDomain(text[(at + 1)..]);
    }

    /// <summary>How many bytes of a candidate are an address; 0 for none.</summary>
    public static int Length(Utf8Text text, int begin, int end)
    {
        var head = AsciiBytes.ToLower(text.Slice(begin, Math.Min(end, begin + 10)));
        var hasScheme = head.StartsWith("http://", StringComparison.Ordinal) || head.StartsWith("https://", StringComparison.Ordinal)
            || head.StartsWith("ftp://", StringComparison.Ordinal) || head.StartsWith("tonsite://", StringComparison.Ordinal);
        var from = hasScheme ? text.IndexOf(':', begin) + 3 : begin;
        var pathBegin = from;
        while (pathBegin < end && text[pathBegin] is not ((byte)'/' or (byte)'?' or (byte)'#'))
            pathBegin++;
        var domain = text.Bytes.AsSpan(from, pathBegin - from);
        domain = domain[(domain.IndexOf((byte)'@') + 1)..];
        if (domain.LastIndexOf((byte)':') is >= 0 and var port)
            domain = domain[..port];
        return IsDomain(domain, hasScheme) ? PathEnd(text, pathBegin, end) - begin : 0;
    }

    private static int PathEnd(Utf8Text text, int begin, int end)
    {
        int round = 0, square = 0, curly = 0;
        var at = begin;
        for (; at < end; at++)
        {
            switch (text[at])
            {
                case (byte)'(': round++; break;
                case (byte)'[': square++; break;
                case (byte)'{': curly++; break;
                case (byte)')': round--; break;
                case (byte)']': square--; break;
                case (byte)'}': curly--; break;
            }

            if (round < 0 || square < 0 || curly < 0)
                break;
        }

        while (at > begin && Utf8Text.IsPathTail(text[at - 1]))
            at--;
        return at;
    }

    private static bool IsDomain(ReadOnlySpan<byte> domain, bool hasScheme)
    {
        // a look-alike of Telegram's own address that it never links
        if (Encoding.UTF8.GetString(domain).Equals("teiegram.org", StringComparison.OrdinalIgnoreCase))
            return false;
        var parts = new List<string>();
        foreach (var range in domain.Split((byte)'.'))
        {
            var part = domain[range];
            if (part.Length is 0 or >= 64 || part[^1] == '-')
                return false;
            parts.Add(Encoding.Latin1.GetString(part));
        }

        if (parts.Count == 1)
            return false;
        if (parts.Count == 4 && parts.TrueForAll(IsOctet))
            return true;
        if (parts.TrueForAll(p => p.All(char.IsAsciiDigit)) || parts[^2].Contains('_', StringComparison.Ordinal))
            return false;
        return IsTopLevel(Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(parts[^1])), hasScheme);
    }

    private static bool IsOctet(string part) =>
        part.Length <= 3 && part.All(char.IsAsciiDigit) && !(part[0] == '0' && part.Length >= 2)
        && int.Parse(part, System.Globalization.CultureInfo.InvariantCulture) <= 255;

    private static bool IsTopLevel(string tld, bool hasScheme)
    {
        if (tld.EnumerateRunes().Count() <= 1)
            return false;
        if (tld.StartsWith("xn--", StringComparison.Ordinal))
            return tld.Length > 5 && tld.Skip(4).All(char.IsAsciiLetterOrDigit);
        return !tld.Contains('_', StringComparison.Ordinal) && !tld.Contains('-', StringComparison.Ordinal) && (hasScheme || IsKnown(tld));
    }

    /// <summary>A capital at the beginning alone is the beginning of a sentence, not the end of a domain.</summary>
    private static bool IsKnown(string tld)
    {
        var lower = tld.ToLowerInvariant();
        if (lower != tld && Rest(lower) == Rest(tld))
            return false;
        return TopLevelDomains.Contains(lower);

        static string Rest(string text) => text[(char.IsHighSurrogate(text[0]) ? 2 : 1)..];
    }

    private static bool IsMailUser(string user)
    {
        var parts = user.Split('.', '+');
        return parts.Length < 12 && parts[^1].Length is > 0 and < 36
            && parts[..^1].All(p => p.Length < 27) && parts.All(p => p.All(c => Utf8Text.IsName(c) || c == '-'));
    }

    private static bool IsMailDomain(string domain)
    {
        var parts = domain.Split('.');
        return parts.Length is > 1 and <= 7 && parts[^1].Length is > 1 and < 9 && parts[^1].All(char.IsAsciiLetter)
            && parts[..^1].All(p => p.Length is > 0 and < 31 && p.All(c => Utf8Text.IsName(c) || c == '-')
                && char.IsAsciiLetterOrDigit(p[0]) && char.IsAsciiLetterOrDigit(p[^1]));
    }

    private static FrozenSet<string> ReadDomains()
    {
        using var stream = typeof(UrlRules).Assembly.GetManifestResourceStream("TopLevelDomains.txt")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
    }
}
