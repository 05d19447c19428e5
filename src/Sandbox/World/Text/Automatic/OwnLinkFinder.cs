namespace BotDigest.Sandbox.World.Text.Automatic;

/// <summary>Finds Telegram's own addresses: <c>tg://</c>, <c>ton://</c>, <c>tonsite://</c>.</summary>
internal static class OwnLinkFinder
{
    private const int LongestDomain = 253;

    /// <summary>All of them.</summary>
    public static IEnumerable<(int Begin, int End)> Find(Utf8Text text)
    {
        var at = 0;
        while (text.Length - at > 5)
        {
            var colon = text.IndexOf(':', at);
            if (colon < 0)
                yield break;
            if (SchemeBegin(text, colon) is not { } begin)
            {
                at = colon + 1;
                continue;
            }

            var domain = at = colon + 3;
            while (at - domain < LongestDomain && (Utf8Text.IsName(text[at]) || text[at] == '-'))
                at++;
            if (at == domain)
                continue;
            at = UrlFinder.PathEnd(text, at);
            yield return (begin, at);
        }
    }

    private static int? SchemeBegin(Utf8Text text, int colon)
    {
        if (text[colon + 1] != '/' || text[colon + 2] != '/')
            return null;
        if (EndsWith(text, colon, "tg"))
            return colon - 2;
        // Telegram takes only the last three letters of "tonsite" into the entity
        return EndsWith(text, colon, "ton") || EndsWith(text, colon, "tonsite") ? colon - 3 : null;
    }

    private static bool EndsWith(Utf8Text text, int end, string scheme) =>
        end >= scheme.Length && AsciiBytes.ToLower(text.Slice(end - scheme.Length, end)) == scheme;
}
