using System.Buffers;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace BotDigest.Sandbox.World.Text;

/// <summary>Which addresses Telegram takes for a link, and how it writes them back (TELEGRAM 1.5).</summary>
internal static class LinkAddress
{
    private static readonly SearchValues<char> SchemeEnd = SearchValues.Create(":/?#@[]");
    private static readonly string[] OwnSchemes = ["tg:", "ton:", "tonsite:"];

    /// <summary>The address as Telegram keeps it, or null where it would be dropped.</summary>
    public static string? Accept(string address) => TryAccept(address, out var accepted, out _) ? accepted : null;

    /// <summary>Tries an address.</summary>
    /// <param name="address">What was sent.</param>
    /// <param name="accepted">As Telegram keeps it.</param>
    /// <param name="fault">Otherwise Telegram's words.</param>
    public static bool TryAccept(string address, out string accepted, out string fault)
    {
        (accepted, fault) = Check(address);
        return fault.Length == 0;
    }

    /// <summary>The user that a <c>tg://user?id=N</c> address names, or null.</summary>
    public static long? UserOf(string address)
    {
        var rest = AsciiBytes.ToLower(address);
        if (!SkipPrefix(ref rest, "tg:"))
            return null;
        SkipPrefix(ref rest, "//");
        if (!SkipPrefix(ref rest, "user") || (rest.Length > 0 && rest[0] is not ('/' or '?' or '#')))
            return null;
        SkipPrefix(ref rest, "/");
        if (!SkipPrefix(ref rest, "?"))
            return null;
        var query = rest.Split('#', 2)[0];
        foreach (var pair in query.Split('&'))
        {
            var parts = pair.Split('=', 2);
            if (parts[0] == "id")
                return StrictInteger(parts.Length == 2 ? parts[1] : "") is > 0 and < 1L << 40 and var id ? id : null;
        }

        return null;
    }

    /// <summary>A whole number written exactly as it would be printed, or null.</summary>
    public static long? StrictInteger(string text) =>
        long.TryParse(text, System.Globalization.NumberStyles.AllowLeadingSign, System.Globalization.CultureInfo.InvariantCulture, out var value)
        && value.ToString(System.Globalization.CultureInfo.InvariantCulture) == text ? value : null;

    private static (string Accepted, string Fault) Check(string address)
    {
        var rest = address;
        var scheme = Array.Find(OwnSchemes, s => rest.StartsWith(s, StringComparison.OrdinalIgnoreCase));
        if (scheme is not null)
        {
            rest = rest[scheme.Length..];
            SkipPrefix(ref rest, "//");
        }

        var fault = Parse(rest, out var parts);
        if (fault.Length > 0)
            return ("", fault);
        return scheme is null ? CheckHttp(parts) : CheckOwn(scheme, rest, parts);
    }

    private static (string Accepted, string Fault) CheckHttp(Parts parts)
    {
        if (!parts.Host.Contains('.', StringComparison.Ordinal) && !parts.IsV6)
            return ("", "Wrong HTTP URL");
        var user = parts.User.Length == 0 ? "" : parts.User + "@";
        var port = parts.Port == 0 ? "" : ":" + parts.Port.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return ($"{(parts.IsHttps ? "https" : "http")}://{user}{parts.Host}{port}{parts.Path}", "");
    }

    private static (string Accepted, string Fault) CheckOwn(string scheme, string rest, Parts parts)
    {
        if (rest.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || parts.IsHttps || parts.User.Length > 0 || parts.Port != 0 || parts.IsV6)
            return ("", scheme == "tg:" ? "Wrong tg URL" : "Wrong ton URL");
        foreach (var c in parts.Host)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('-' or '_') && !(scheme == "tonsite:" && c == '.'))
                return ("", "Unallowed characters in URL host");
        }

        var query = parts.Path.StartsWith("/?", StringComparison.Ordinal) ? parts.Path[1..] : parts.Path;
        return ($"{scheme}//{parts.Host}{query}", "");
    }

    private static string Parse(string address, out Parts parts)
    {
        parts = default;
        var isHttps = false;
        var mark = address.AsSpan().IndexOfAny(SchemeEnd);
        if (mark >= 0 && address.AsSpan(mark).StartsWith("://"))
        {
            var scheme = AsciiBytes.ToLower(address[..mark]);
            if (scheme is not ("http" or "https"))
                return "Unsupported URL protocol";
            isHttps = scheme == "https";
            address = address[(mark + 3)..];
        }

        var end = address.AsSpan().IndexOfAny("/?#");
        var authority = end < 0 ? address : address[..end];
        if (!TryTakePort(ref authority, out var port))
            return "Wrong port number specified in the URL";
        var at = authority.LastIndexOf('@');
        var user = at < 0 ? "" : authority[..at];
        var host = authority[(at + 1)..];
        var isV6 = host.Length > 0 && host[0] == '[' && host[^1] == ']';
        var fault = isV6 ? CheckV6(host) : host.Length == 0 ? "URL host is empty" : host == "." ? "Host is invalid" : CheckPart(host, "host", false);
        if (fault.Length == 0 && !isV6)
            fault = CheckPart(user, "userinfo", true);
        parts = new Parts(isHttps, user, AsciiBytes.ToLower(host), port, isV6, PathOf(end < 0 ? "" : address[end..]));
        return fault;
    }

    private static bool TryTakePort(ref string authority, out int port)
    {
        port = 0;
        var mark = authority.AsSpan().LastIndexOfAny(":]@");
        if (mark <= 0 || authority[mark] != ':')
            return true;
        var digits = authority[(mark + 1)..];
        authority = authority[..mark];
        digits = digits.Length > 1 ? digits.TrimStart('0') is { Length: > 0 } trimmed ? trimmed : "0" : digits;
        if (StrictInteger(digits) is not (> 0 and <= 65535 and var value))
            return false;
        port = (int)value;
        return true;
    }

    private static string CheckV6(string host)
    {
        var inner = host[1..^1];
        if (!IPAddress.TryParse(inner, out var ip) || ip.AddressFamily != AddressFamily.InterNetworkV6)
            return "Wrong IPv6 address specified in the URL";
        return inner.All(c => c is ':' or '.' || char.IsAsciiHexDigit(c)) ? "" : "Wrong IPv6 URL host";
    }

    private static string CheckPart(string part, string name, bool allowColon)
    {
        for (var i = 0; i < part.Length; i++)
        {
            var c = part[i];
            if (char.IsAsciiLetterOrDigit(c) || ".-_!$,~*'();&+=".Contains(c, StringComparison.Ordinal) || (allowColon && c == ':') || c >= 128)
                continue;
            if (c != '%')
                return $"Disallowed character in URL {name}";
            if (i + 2 >= part.Length || !char.IsAsciiHexDigit(part[i + 1]) || !char.IsAsciiHexDigit(part[i + 2]))
                return $"Wrong percent-encoded symbol in URL {name}";
            i += 2;
        }

        return "";
    }

    private static string PathOf(string rest)
    {
        var end = rest.Length;
        while (end > 0 && rest[end - 1] is ' ' or '\t' or '\r' or '\n' or '\0' or '\v')
            end--;
        var path = new StringBuilder(end + 1);
        if (end == 0 || rest[0] != '/')
            path.Append('/');
        foreach (var c in rest.AsSpan(0, end))
        {
            if (c <= ' ')
                path.Append('%').Append(((int)c).ToString("X2", System.Globalization.CultureInfo.InvariantCulture));
            else
                path.Append(c);
        }

        return path.ToString();
    }

    private static bool SkipPrefix(ref string text, string prefix)
    {
        if (!text.StartsWith(prefix, StringComparison.Ordinal))
            return false;
        text = text[prefix.Length..];
        return true;
    }

    private readonly record struct Parts(bool IsHttps, string User, string Host, int Port, bool IsV6, string Path);
}
