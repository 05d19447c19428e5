using System.Buffers;

namespace BotDigest.Formatting.Issues.Reading;

/// <summary>Which addresses Telegram makes links of (TELEGRAM 1.5).</summary>
internal static class WebAddress
{
    private static readonly SearchValues<char> NumericHost = SearchValues.Create("0123456789abcdefABCDEF:.");

    /// <summary>The address as it is to be sent, or null where Telegram would drop the link.</summary>
    /// <param name="written">The address in the file.</param>
    /// <param name="schemeMissing">True where <c>http://</c> was put in front.</param>
    internal static string? Accept(string? written, out bool schemeMissing)
    {
        schemeMissing = false;
        if (string.IsNullOrWhiteSpace(written))
            return null;
        var url = written.Trim();
        foreach (var c in url)
        {
            if (c < ' ' || c is '\u007F' or '\u2028' or '\u2029' || char.IsSurrogate(c) && !IsPaired(url))
                return null;
        }

        var colon = url.IndexOf("://", StringComparison.Ordinal);
        if (colon > 0 && IsScheme(url.AsSpan(0, colon)))
        {
            var scheme = url[..colon];
            if (Is(scheme, "http") || Is(scheme, "https"))
                return HasWebHost(url.AsSpan(colon + 3)) ? Escape(url) : null;
            return (Is(scheme, "tg") || Is(scheme, "ton") || Is(scheme, "tonsite")) && HasPlainHost(url.AsSpan(colon + 3)) ? Escape(url) : null;
        }

        if (url[0] is '/' or '#' or '?' or '.' or ':' || HasOtherScheme(url) || !LooksLikeSite(url))
            return null;
        schemeMissing = true;
        return Escape("http://" + url);
    }

    /// <summary>True for a whole address of the web.</summary>
    internal static bool IsHttp(string url) =>
        (url.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || url.StartsWith("http://", StringComparison.OrdinalIgnoreCase))
        && Accept(url, out _) is not null;

    private static bool Is(string scheme, string name) => string.Equals(scheme, name, StringComparison.OrdinalIgnoreCase);

    private static string Escape(string url) => url.Replace(" ", "%20", StringComparison.Ordinal);

    private static bool IsPaired(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
                continue;
            if (!char.IsHighSurrogate(text[i]) || i + 1 == text.Length || !char.IsLowSurrogate(text[i + 1]))
                return false;
            i++;
        }

        return true;
    }

    private static bool IsScheme(ReadOnlySpan<char> text)
    {
        if (!char.IsAsciiLetter(text[0]))
            return false;
        foreach (var c in text)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('+' or '-' or '.'))
                return false;
        }

        return true;
    }

    /// <summary><c>mailto:</c>, <c>javascript:</c>, <c>tel:</c> and the like: a scheme, and what follows is not a port.</summary>
    private static bool HasOtherScheme(string url)
    {
        var colon = url.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && IsScheme(url.AsSpan(0, colon)) && !(colon + 1 < url.Length && char.IsAsciiDigit(url[colon + 1]) && url.AsSpan(0, colon).Contains('.'));
    }

    private static ReadOnlySpan<char> Host(ReadOnlySpan<char> rest)
    {
        var end = rest.IndexOfAny('/', '?', '#');
        if (end >= 0)
            rest = rest[..end];
        rest = rest[(rest.LastIndexOf('@') + 1)..];
        if (rest is ['[', ..])
            return rest.IndexOf(']') is var close and > 0 ? rest[..(close + 1)] : [];
        var port = rest.LastIndexOf(':');
        return port >= 0 ? rest[..port] : rest;
    }

    private static bool HasWebHost(ReadOnlySpan<char> rest)
    {
        var host = Host(rest);
        if (host is ['[', _, .., ']'])
            return host[1..^1].IndexOfAnyExcept(NumericHost) < 0;
        if (host.IsEmpty || host[0] == '.' || !host.TrimEnd('.').Contains('.') || host.Contains("..", StringComparison.Ordinal))
            return false;
        foreach (var c in host)
        {
            if (c < 0x80 && !char.IsAsciiLetterOrDigit(c) && c is not ('.' or '-' or '_'))
                return false;
            if (char.IsWhiteSpace(c))
                return false;
        }

        return true;
    }

    private static bool HasPlainHost(ReadOnlySpan<char> rest)
    {
        var host = Host(rest);
        if (host.IsEmpty)
            return false;
        foreach (var c in host)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('-' or '_' or '.'))
                return false;
        }

        return true;
    }

    /// <summary>An address without a scheme is a site where its host ends like a domain, and a file of the folder where it ends like one.</summary>
    private static bool LooksLikeSite(string url)
    {
        if (!HasWebHost(url))
            return false;
        var host = Host(url);
        var top = host[(host.LastIndexOf('.') + 1)..];
        if (top.Length < 2 || !char.IsLetter(top[0]))
            return false;
        return host.Length < url.Length || top is not ("md" or "html" or "htm" or "txt" or "pdf" or "png" or "jpg" or "jpeg" or "gif" or "webp" or "svg");
    }
}
