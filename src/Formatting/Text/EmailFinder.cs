using System.Buffers;

namespace BotDigest.Formatting.Text;

/// <summary>Tells email addresses from other addresses as Telegram does.</summary>
internal static class EmailFinder
{
    private const int MaxWord = 26;
    private const int MaxWords = 10;
    private const int MaxLastWord = 35;
    private const int MaxLabel = 30;
    private const int MaxLabels = 6;
    private const int MaxTop = 8;

    private static readonly SearchValues<char> Word = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-");

    /// <summary>True where the whole text is an email address.</summary>
    internal static bool IsAddress(ReadOnlySpan<char> text)
    {
        var at = text.IndexOf('@');
        return at > 0 && IsName(text[..at]) && IsHost(text[(at + 1)..]);
    }

    private static bool IsName(ReadOnlySpan<char> name)
    {
        var words = 0;
        while (name.IndexOfAny('.', '+') is var end and >= 0)
        {
            if (++words > MaxWords || end > MaxWord || name[..end].ContainsAnyExcept(Word))
                return false;
            name = name[(end + 1)..];
        }

        return name.Length is > 0 and <= MaxLastWord && !name.ContainsAnyExcept(Word);
    }

    private static bool IsHost(ReadOnlySpan<char> host)
    {
        var labels = 0;
        while (host.IndexOf('.') is var end and >= 0)
        {
            if (++labels > MaxLabels || !IsLabel(host[..end]))
                return false;
            host = host[(end + 1)..];
        }

        return labels > 0 && host.Length is >= 2 and <= MaxTop && IsLetters(host);
    }

    private static bool IsLabel(ReadOnlySpan<char> label) =>
        label.Length is > 0 and <= MaxLabel && char.IsAsciiLetterOrDigit(label[0]) && char.IsAsciiLetterOrDigit(label[^1]) && !label.ContainsAnyExcept(Word);

    private static bool IsLetters(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (!char.IsAsciiLetter(c))
                return false;
        }

        return true;
    }
}
