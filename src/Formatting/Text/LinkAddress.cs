using System.Buffers;
using System.Globalization;

namespace BotDigest.Formatting.Text;

/// <summary>Which addresses Telegram makes a link of (TELEGRAM 1.5); it drops the others without a word.</summary>
public static class LinkAddress
{
    /// <summary>The longest address that is made a link, in UTF-16 code units: so that one link always fits a message.</summary>
    public const int MaxLength = 2048;

    private const int GroupsOfV6 = 8;
    private const int NoGroups = int.MinValue / 2;
    private const string HostMarks = ".-_!$,~*'();&+=";
    private static readonly SearchValues<char> NotInHost = OtherThan(HostMarks);
    private static readonly SearchValues<char> NotInUser = OtherThan(HostMarks + ":");
    private static readonly SearchValues<char> Name = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_");
    private static readonly SearchValues<char> SiteName = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.");

    /// <summary>True for a whole address (<c>http</c>, <c>https</c>, <c>tg</c>, <c>ton</c>, <c>tonsite</c>) that Telegram links to.</summary>
    /// <param name="address">The address as written.</param>
    public static bool IsAccepted(string? address)
    {
        if (address is null || address.Length > MaxLength || !TextCleaner.IsClean(address) || address.Contains('\n', StringComparison.Ordinal))
            return false;
        var rest = address.AsSpan();
        if (TryCut(ref rest, "https://") || TryCut(ref rest, "http://"))
            return IsAuthority(UpTo(rest, "/?#"));
        if (TryCut(ref rest, "tonsite://"))
            return IsName(rest, SiteName);
        return (TryCut(ref rest, "tg://") || TryCut(ref rest, "ton://")) && IsName(rest, Name);
    }

    private static SearchValues<char> OtherThan(string marks) =>
        SearchValues.Create([.. Enumerable.Range(0, 128).Select(c => (char)c).Where(c => !char.IsAsciiLetterOrDigit(c) && !marks.Contains(c, StringComparison.Ordinal))]);

    private static bool TryCut(ref ReadOnlySpan<char> text, string prefix)
    {
        if (!text.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
            return false;
        text = text[prefix.Length..];
        return true;
    }

    private static ReadOnlySpan<char> UpTo(ReadOnlySpan<char> text, string marks) => text.IndexOfAny(marks) is var at and >= 0 ? text[..at] : text;

    private static bool IsName(ReadOnlySpan<char> rest, SearchValues<char> alphabet) => UpTo(rest, "/?#") is { IsEmpty: false } name && name is not "." && !name.ContainsAnyExcept(alphabet);

    /// <summary>A host, before it perhaps a user, after it perhaps a port.</summary>
    private static bool IsAuthority(ReadOnlySpan<char> authority)
    {
        if (authority.LastIndexOfAny(":]@") is var mark and > 0 && authority[mark] == ':')
        {
            if (!IsPort(authority[(mark + 1)..]))
                return false;
            authority = authority[..mark];
        }

        var at = authority.LastIndexOf('@');
        var host = authority[(at + 1)..];
        if (host is ['[', .., ']'])
            return IsV6(host[1..^1]);
        return host.Contains('.') && host is not "." && IsWritten(host, NotInHost) && IsWritten(authority[..Math.Max(at, 0)], NotInUser);
    }

    private static bool IsPort(ReadOnlySpan<char> digits) => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and <= 65535;

    /// <summary>Eight groups of hexadecimal digits, or fewer where <c>::</c> stands for the missing ones.</summary>
    private static bool IsV6(ReadOnlySpan<char> host)
    {
        if (host.IndexOf("::") is var gap and >= 0)
            return host[(gap + 1)..].IndexOf("::") < 0 && CountGroups(host[..gap]) is >= 0 and var left && CountGroups(host[(gap + 2)..]) is >= 0 and var right && left + right < GroupsOfV6;
        return CountGroups(host) == GroupsOfV6;
    }

    /// <summary>How many groups stand between colons; a number far below 0 where one of them is none.</summary>
    private static int CountGroups(ReadOnlySpan<char> text)
    {
        var count = 0;
        while (!text.IsEmpty)
        {
            var group = UpTo(text, ":");
            if (group.Length is 0 or > 4 || !IsHex(group) || group.Length == text.Length - 1)
                return NoGroups;
            count++;
            text = text[Math.Min(group.Length + 1, text.Length)..];
        }

        return count;
    }

    private static bool IsHex(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (!char.IsAsciiHexDigit(c))
                return false;
        }

        return true;
    }

    /// <summary>True where a text has no other ASCII characters than those that are allowed, but for whole escapes such as <c>%41</c>, and no space of any kind.</summary>
    private static bool IsWritten(ReadOnlySpan<char> text, SearchValues<char> others)
    {
        foreach (var c in text)
        {
            if (c >= 0x80 && char.IsWhiteSpace(c))
                return false;
        }

        while (text.IndexOfAny(others) is var at and >= 0)
        {
            if (text[at..] is not ['%', var high, var low, ..] || !char.IsAsciiHexDigit(high) || !char.IsAsciiHexDigit(low))
                return false;
            text = text[(at + 3)..];
        }

        return true;
    }
}
