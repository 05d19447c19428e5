namespace BotDigest.Sandbox.World.Text.Automatic;

/// <summary>Finds <c>#hashtags</c> and <c>$CASHTAGS</c>, each with or without the name of a chat.</summary>
internal static class TagFinders
{
    private const int LongestTag = 256;

    /// <summary>Hashtags: at least one letter, nothing of a tag before the <c>#</c>, no second <c>#</c> after it.</summary>
    public static IEnumerable<(int Begin, int End)> Hashtags(Utf8Text text)
    {
        for (var at = text.IndexOf('#', 0); at >= 0; at = text.IndexOf('#', at))
        {
            var begin = at++;
            if (begin > 0 && Utf8Text.IsTag(text.CodeBefore(begin)))
                continue;
            var (end, size, hasLetter) = Body(text, ref at);
            if (size == 0)
                continue;
            if (end == at && text[at] == '@')
            {
                var name = at + 1;
                while (name - at < 33 && Utf8Text.IsName(text[name]))
                    name++;
                if (name - at - 1 >= 3)
                    end = at = name;
            }

            if (text[at] != '#' && hasLetter)
                yield return (begin, end);
        }
    }

    /// <summary>Cashtags: one to eight capitals, or 1INCH.</summary>
    public static IEnumerable<(int Begin, int End)> Cashtags(Utf8Text text)
    {
        for (var at = text.IndexOf('$', 0); at >= 0; at = text.IndexOf('$', at))
        {
            var begin = at++;
            if (begin > 0 && text.CodeBefore(begin) is var before && (before == '$' || Utf8Text.IsTag(before)))
                continue;
            if (text.Bytes.AsSpan(at).StartsWith("1INCH"u8))
                at += 5;
            else
                at = CapitalsEnd(text, at);
            if (at - begin - 1 is < 1 or > 8)
                continue;
            if (text[at] == '@' && text.NameEnd(at + 1) is var name && name - at - 1 is >= 3 and <= 32)
                at = name;
            if (at == text.Length || (text.At(at) is var after && after != '$' && !Utf8Text.IsTag(after)))
                yield return (begin, at);
        }
    }

    private static (int End, int Size, bool HasLetter) Body(Utf8Text text, ref int at)
    {
        var size = 0;
        var end = -1;
        var hasLetter = false;
        while (at < text.Length && text.At(at, out var next) is var c && Utf8Text.IsTag(c))
        {
            at = next;
            if (size == LongestTag - 1)
                end = at;
            if (size == LongestTag)
                continue;
            hasLetter |= Utf8Text.IsLetter(c);
            size++;
        }

        return (end < 0 ? at : end, size, hasLetter);
    }

    private static int CapitalsEnd(Utf8Text text, int at)
    {
        while (text[at] is >= (byte)'A' and <= (byte)'Z')
            at++;
        return at;
    }
}
