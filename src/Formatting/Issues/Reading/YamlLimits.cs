namespace BotDigest.Formatting.Issues.Reading;

/// <summary>What YAML may hold before it is scanned: YamlDotNet's time grows with the square of its open brackets.</summary>
internal static class YamlLimits
{
    private const int Deepest = 64;

    /// <summary>The offset where brackets are nested too deeply, those in quoted texts counted too; -1 where they are not.</summary>
    internal static int FindExceeded(ReadOnlySpan<char> yaml)
    {
        var depth = 0;
        for (var at = 0; yaml[at..].IndexOfAny("[]{}") is var next and >= 0; at++)
        {
            at += next;
            depth = yaml[at] is '[' or '{' ? depth + 1 : Math.Max(0, depth - 1);
            if (depth > Deepest)
                return at;
        }

        return -1;
    }
}
