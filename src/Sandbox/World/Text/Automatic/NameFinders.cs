namespace BotDigest.Sandbox.World.Text.Automatic;

/// <summary>Finds <c>@mentions</c> and <c>/commands</c>.</summary>
internal static class NameFinders
{
    /// <summary>Mentions of four to 32 characters, and the few shorter names that exist.</summary>
    public static IEnumerable<(int Begin, int End)> Mentions(Utf8Text text)
    {
        for (var at = text.IndexOf('@', 0); at >= 0; at = text.IndexOf('@', at))
        {
            var begin = at++;
            if (begin > 0 && Utf8Text.IsWord(text.CodeBefore(begin)))
                continue;
            at = text.NameEnd(at);
            var length = at - begin - 1;
            if (length is < 2 or > 32 || Utf8Text.IsWord(text.At(at)))
                continue;
            if (length >= 4 || text.Slice(begin + 1, at).ToUpperInvariant() is "GIF" or "NFT" or "PIC" or "UFC" or "VID")
                yield return (begin, at);
        }
    }

    /// <summary>Commands of one to 64 characters, with or without the name of a bot.</summary>
    public static IEnumerable<(int Begin, int End)> Commands(Utf8Text text)
    {
        for (var at = text.IndexOf('/', 0); at >= 0; at = text.IndexOf('/', at))
        {
            var begin = at++;
            if (begin > 0 && Spoils(text.CodeBefore(begin)))
                continue;
            at = text.NameEnd(at);
            if (at - begin - 1 is < 1 or > 64)
                continue;
            if (text[at] == '@')
            {
                var name = at + 1;
                at = text.NameEnd(name);
                if (at - name is < 3 or > 32)
                    continue;
            }

            if (!Spoils(text.At(at)))
                yield return (begin, at);
        }
    }

    private static bool Spoils(int c) => c is '/' or '<' or '>' || Utf8Text.IsWord(c);
}
