using System.Globalization;

namespace BotDigest.Formatting.Issues.Reading;

/// <summary>The date that a file's name says.</summary>
internal static class FileNameDate
{
    private const int Length = 10;

    /// <summary>The first <c>YYYY-MM-DD</c> of the name, or null.</summary>
    internal static DateOnly? Of(string? fileName)
    {
        if (fileName is null)
            return null;
        var name = fileName.AsSpan(fileName.AsSpan().LastIndexOfAny('/', '\\') + 1);
        for (var i = 0; i + Length <= name.Length; i++)
        {
            if (DateOnly.TryParseExact(name.Slice(i, Length), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
                return date;
        }

        return null;
    }
}
