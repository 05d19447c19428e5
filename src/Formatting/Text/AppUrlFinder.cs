using System.Buffers;

namespace BotDigest.Formatting.Text;

/// <summary>Finds addresses of Telegram's own schemes: <c>tg://…</c>, <c>ton://…</c>, <c>tonsite://…</c>.</summary>
internal static class AppUrlFinder
{
    private const int MaxName = 253;

    private static readonly string[] Schemes = ["tonsite", "ton", "tg"];
    private static readonly SearchValues<char> Name = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_");

    internal static void Find(ReadOnlySpan<char> text, List<AutomaticEntity> found)
    {
        for (var position = 0; text[position..].IndexOf("://") is var at and >= 0; position += at + 3)
        {
            var colon = position + at;
            foreach (var scheme in Schemes)
            {
                if (!text[..colon].EndsWith(scheme, StringComparison.OrdinalIgnoreCase))
                    continue;
                var end = EndOf(text, colon + 3);
                if (end > colon + 3)
                    found.Add(new AutomaticEntity(AutomaticKind.Url, colon - scheme.Length, end - colon + scheme.Length));
                break;
            }
        }
    }

    private static int EndOf(ReadOnlySpan<char> text, int start)
    {
        var name = text[start..];
        var length = name.IndexOfAnyExcept(Name) is var stop and >= 0 ? stop : name.Length;
        length = Math.Min(length, MaxName);
        return length == 0 ? start : UrlCandidate.AfterPath(text, start + length);
    }
}
