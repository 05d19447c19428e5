using System.Buffers;

namespace BotDigest.Formatting.Text;

/// <summary>Tells email addresses from other addresses as Telegram does.</summary>
internal static class EmailFinder
{
    private static readonly SearchValues<char> Name = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-+");
    private static readonly SearchValues<char> Host = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-");

    /// <summary>True where the whole text is an email address.</summary>
    internal static bool IsAddress(ReadOnlySpan<char> text)
    {
        var at = text.IndexOf('@');
        return at > 0 && AreParts(text[..at], Name, 1, 27, 27) && AreParts(text[(at + 1)..], Host, 2, 64, 12);
    }

    private static bool AreParts(ReadOnlySpan<char> text, SearchValues<char> alphabet, int atLeast, int longest, int atMost)
    {
        var parts = 0;
        foreach (var range in text.Split('.'))
        {
            var part = text[range];
            if (part.IsEmpty || part.Length > longest || part.ContainsAnyExcept(alphabet))
                return false;
            parts++;
        }

        return parts >= atLeast && parts <= atMost;
    }
}
