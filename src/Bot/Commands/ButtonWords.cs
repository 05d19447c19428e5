using System.Globalization;
using System.Text;

namespace BotDigest.Bot.Commands;

/// <summary>What a button carries: a command with its argument, in at most 64 bytes, with a version so that buttons of older releases are known as such.</summary>
/// <param name="Command">The command's name.</param>
/// <param name="Argument">Its argument; null where it is too long and stands as the bold title of the message.</param>
/// <param name="Page">The page, from 0.</param>
/// <param name="InPlace">True where the answer replaces the message that the button hangs on.</param>
internal sealed record ButtonWords(string Command, string? Argument, int Page, bool InPlace)
{
    private const int MaxBytes = 64;
    private const char InPlaceVersion = '1';
    private const char NewMessageVersion = '2';
    private const char Separator = ' ';
    private const char InTitle = '*';

    /// <summary>A button that turns the message into something else.</summary>
    internal static string Edit(string command, string argument = "", int page = 0) => Write(InPlaceVersion, command, argument, page);

    /// <summary>A button whose answer is a new message.</summary>
    internal static string New(string command, string argument = "", int page = 0) => Write(NewMessageVersion, command, argument, page);

    /// <summary>A date as an argument.</summary>
    internal static string Date(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Reads the data of a pressed button; null where it is not of this version.</summary>
    internal static ButtonWords? Parse(string? data)
    {
        if (data is null || data.Length < 3 || data[0] is not (InPlaceVersion or NewMessageVersion) || data[1] is not (Separator or InTitle))
            return null;
        var parts = data[2..].Split(Separator, 3);
        if (parts[0].Length == 0)
            return null;
        var page = 0;
        if (parts.Length > 1 && !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out page))
            return null;
        return new ButtonWords(parts[0], data[1] == InTitle ? null : parts.Length > 2 ? parts[2] : "", page, data[0] == InPlaceVersion);
    }

    private static string Write(char version, string command, string argument, int page)
    {
        var data = string.Create(CultureInfo.InvariantCulture, $"{version}{Separator}{command}{Separator}{page}{Separator}{argument}");
        return Encoding.UTF8.GetByteCount(data) <= MaxBytes
            ? data
            : string.Create(CultureInfo.InvariantCulture, $"{version}{InTitle}{command}{Separator}{page}");
    }
}
