using System.Buffers;
using System.Globalization;
using System.Text;

namespace BotDigest.Formatting.Text;

/// <summary>Finds what Telegram takes for an address: any name with a known top-level domain, and whole URLs.</summary>
internal static class UrlFinder
{
    internal const string BadEnds = ".:;,('?!`";

    private static readonly SearchValues<char> AsciiLettersAndDigits = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");

    /// <summary>The next address at or after a place, or false.</summary>
    internal static bool TryFind(ReadOnlySpan<char> text, ref int position, out AutomaticEntity found)
    {
        while (position < text.Length)
        {
            var dot = text[position..].IndexOf('.');
            if (dot < 0 || position + dot + 1 >= text.Length)
                break;
            dot += position;
            if (text[dot + 1] <= ' ')
            {
                position = dot + 1;
                continue;
            }

            var candidate = UrlCandidate.Around(text, position, dot);
            var next = candidate.Next(text, dot);
            if (candidate.IsWellPlaced && candidate.End > dot + 1 && Judge(text, candidate.Begin, candidate.End, out found))
            {
                position = Math.Max(next, dot + 1);
                return true;
            }

            position = Math.Max(next, dot + 1);
        }

        position = text.Length;
        found = default;
        return false;
    }

    private static bool Judge(ReadOnlySpan<char> text, int begin, int end, out AutomaticEntity found)
    {
        var candidate = text[begin..end];
        if (EmailFinder.IsAddress(candidate))
        {
            found = new AutomaticEntity(AutomaticKind.Email, begin, end - begin);
            return true;
        }

        var length = AcceptedLength(candidate);
        found = new AutomaticEntity(AutomaticKind.Url, begin, length);
        return length > 0;
    }

    /// <summary>How much of a candidate is an address, or 0.</summary>
    private static int AcceptedLength(ReadOnlySpan<char> candidate)
    {
        var scheme = SchemeLength(candidate);
        var rest = candidate[scheme..];
        var domainLength = rest.IndexOfAny('/', '?', '#') is var at and >= 0 ? at : rest.Length;
        var domain = rest[..domainLength];
        domain = domain[(domain.IndexOf('@') + 1)..];
        if (domain.LastIndexOf(':') is var colon and >= 0)
            domain = domain[..colon];
        if (domain.Equals("teiegram.org", StringComparison.OrdinalIgnoreCase))
            return 0;
        var pathLength = PathLength(rest[domainLength..]);
        return IsDomain(domain, scheme > 0) ? scheme + domainLength + pathLength : 0;
    }

    private static int SchemeLength(ReadOnlySpan<char> text)
    {
        foreach (var scheme in (ReadOnlySpan<string>)["http://", "https://", "ftp://"])
        {
            if (text.StartsWith(scheme, StringComparison.OrdinalIgnoreCase))
                return scheme.Length;
        }

        return 0;
    }

    /// <summary>A path ends before a bracket that closes nothing, and before marks that belong to the sentence.</summary>
    private static int PathLength(ReadOnlySpan<char> path)
    {
        Span<int> depth = stackalloc int[3];
        var length = 0;
        for (; length < path.Length; length++)
        {
            var kind = "([{".IndexOf(path[length], StringComparison.Ordinal);
            if (kind >= 0)
                depth[kind]++;
            kind = ")]}".IndexOf(path[length], StringComparison.Ordinal);
            if (kind >= 0 && --depth[kind] < 0)
                break;
        }

        while (length > 0 && BadEnds.Contains(path[length - 1], StringComparison.Ordinal))
            length--;
        return length;
    }

    private static bool IsDomain(ReadOnlySpan<char> domain, bool hasScheme)
    {
        var parts = 0;
        var digitsOnly = true;
        var top = ReadOnlySpan<char>.Empty;
        var second = ReadOnlySpan<char>.Empty;
        foreach (var range in domain.Split('.'))
        {
            var part = domain[range];
            if (part.IsEmpty || Encoding.UTF8.GetByteCount(part) >= 64 || part[^1] == '-')
                return false;
            digitsOnly &= !part.ContainsAnyExceptInRange('0', '9');
            parts++;
            second = top;
            top = part;
        }

        if (parts < 2)
            return false;
        if (digitsOnly)
            return parts == 4 && IsIpV4(domain);
        return IsTopLevel(top, hasScheme) && !second.Contains('_');
    }

    private static bool IsIpV4(ReadOnlySpan<char> domain)
    {
        foreach (var range in domain.Split('.'))
        {
            var part = domain[range];
            if (part.Length > 3 || int.Parse(part, CultureInfo.InvariantCulture) > 255 || (part.Length > 1 && part[0] == '0'))
                return false;
        }

        return true;
    }

    private static bool IsTopLevel(ReadOnlySpan<char> name, bool hasScheme)
    {
        if (Rune.DecodeFromUtf16(name, out var first, out var firstLength) != OperationStatus.Done || firstLength == name.Length)
            return false;
        if (name.StartsWith("xn--"))
            return name.Length > 5 && !name[4..].ContainsAnyExcept(AsciiLettersAndDigits);
        if (name.ContainsAny('_', '-'))
            return false;
        if (hasScheme)
            return true;
        var isTitleCase = Rune.IsUpper(first) && !HasUpper(name[firstLength..]);
        return !isTitleCase && TopLevelDomains.Contains(name);
    }

    private static bool HasUpper(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (char.IsUpper(c))
                return true;
        }

        return false;
    }
}
