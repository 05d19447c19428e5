using System.Buffers;

namespace BotDigest.Formatting.Text;

/// <summary>Which addresses Telegram makes a link of (TELEGRAM 1.5); it drops the others without a word.</summary>
public static class LinkAddress
{
    /// <summary>The longest address that is made a link, in UTF-16 code units: so that one link always fits a message.</summary>
    public const int MaxLength = 2048;

    private static readonly SearchValues<char> NotInHost = SearchValues.Create([.. Enumerable.Range(0, 128).Select(c => (char)c).Where(c => !char.IsAsciiLetterOrDigit(c) && !".-_!$,~*'();&+=".Contains(c))]);
    private static readonly SearchValues<char> UserInfo = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~!$&'()*+,;=:");
    private static readonly SearchValues<char> Name = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_");

    /// <summary>True for a whole address (<c>http</c>, <c>https</c>, <c>tg</c>, <c>ton</c>) that Telegram links to.</summary>
    /// <param name="address">The address as written.</param>
    public static bool IsAccepted(string? address)
    {
        if (address is null || address.Length > MaxLength || !TextCleaner.IsClean(address) || address.Contains('\n', StringComparison.Ordinal))
            return false;
        var rest = address.AsSpan();
        if (TryCut(ref rest, "https://") || TryCut(ref rest, "http://"))
            return IsHost(HostOf(rest));
        return (TryCut(ref rest, "tg://") || TryCut(ref rest, "ton://")) && UpTo(rest, "/?#") is { IsEmpty: false } name && !name.ContainsAnyExcept(Name);
    }

    private static bool TryCut(ref ReadOnlySpan<char> text, string prefix)
    {
        if (!text.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
            return false;
        text = text[prefix.Length..];
        return true;
    }

    private static ReadOnlySpan<char> UpTo(ReadOnlySpan<char> text, string marks) => text.IndexOfAny(marks) is var at and >= 0 ? text[..at] : text;

    private static ReadOnlySpan<char> HostOf(ReadOnlySpan<char> rest)
    {
        var host = UpTo(rest, "/?#");
        if (host.LastIndexOf('@') is var at and >= 0)
            host = host[..at].ContainsAnyExcept(UserInfo) ? [] : host[(at + 1)..];
        if (host.LastIndexOf(':') is var colon and >= 0)
            host = int.TryParse(host[(colon + 1)..], out var port) && port is > 0 and <= 65535 ? host[..colon] : [];
        return host;
    }

    private static bool IsHost(ReadOnlySpan<char> host) => host.Contains('.') && host is not "." && !host.ContainsAny(NotInHost);
}
