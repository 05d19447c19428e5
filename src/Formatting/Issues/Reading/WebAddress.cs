using BotDigest.Formatting.Text;

namespace BotDigest.Formatting.Issues.Reading;

/// <summary>Makes of addresses as editors write them those that are sent: what becomes a link is <see cref="LinkAddress"/>'s to say.</summary>
internal static class WebAddress
{
    /// <summary>The address as it is to be sent, or null where Telegram would drop the link.</summary>
    /// <param name="written">The address in the file.</param>
    /// <param name="schemeMissing">True where <c>http://</c> was put in front.</param>
    internal static string? Accept(string? written, out bool schemeMissing)
    {
        schemeMissing = false;
        if (string.IsNullOrWhiteSpace(written))
            return null;
        var url = written.Trim();
        if (!LinkAddress.IsAccepted(url))
        {
            if (!LooksLikeSite(url))
                return null;
            schemeMissing = true;
            url = "http://" + url;
        }

        if (!url.Contains(' ', StringComparison.Ordinal))
            return url;
        url = url.Replace(" ", "%20", StringComparison.Ordinal);
        return url.Length <= LinkAddress.MaxLength ? url : null;
    }

    /// <summary>True for a whole address of the web.</summary>
    internal static bool IsHttp(string url) =>
        (url.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || url.StartsWith("http://", StringComparison.OrdinalIgnoreCase))
        && Accept(url, out _) is not null;

    /// <summary>An address without a scheme is a site where its host ends like a domain, and a file of the folder where it ends like one.</summary>
    private static bool LooksLikeSite(string url)
    {
        if (url[0] is '/' or '#' or '?' or '.' or ':' || HasScheme(url) || !LinkAddress.IsAccepted("http://" + url))
            return false;
        var end = url.AsSpan().IndexOfAny("/?#:");
        var host = end < 0 ? url : url.AsSpan(0, end);
        var top = host[(host.LastIndexOf('.') + 1)..];
        if (top.Length < 2 || !char.IsLetter(top[0]))
            return false;
        return host.Length < url.Length || top is not ("md" or "html" or "htm" or "txt" or "pdf" or "png" or "jpg" or "jpeg" or "gif" or "webp" or "svg");
    }

    /// <summary><c>mailto:</c>, <c>ftp://</c>, <c>javascript:</c> and the like: a word before a colon, after which no port follows.</summary>
    private static bool HasScheme(string url)
    {
        var colon = url.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0 || !char.IsAsciiLetter(url[0]))
            return false;
        var scheme = url.AsSpan(0, colon);
        foreach (var c in scheme)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('+' or '-' or '.'))
                return false;
        }

        return !(colon + 1 < url.Length && char.IsAsciiDigit(url[colon + 1]) && scheme.Contains('.'));
    }
}
