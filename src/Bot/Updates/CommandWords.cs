using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace BotDigest.Bot.Updates;

/// <summary>A command as it was typed: <c>/name@bot argument</c>.</summary>
/// <param name="Name">Its name in lower case, without the slash.</param>
/// <param name="Bot">The bot that it names, or null.</param>
/// <param name="Argument">What stands after it, trimmed.</param>
internal sealed record CommandWords(string Name, string? Bot, string Argument)
{
    /// <summary>Reads the command at the very beginning of a message; null where there is none.</summary>
    internal static CommandWords? Read(Message message)
    {
        var command = message.Entities?.FirstOrDefault(e => e is { Type: MessageEntityType.BotCommand, Offset: 0 });
        return message.Text is { Length: > 1 } text && text[0] == '/' ? Split(text, command?.Length ?? Unspaced(text)) : null;
    }

    private static CommandWords? Split(string text, int length)
    {
        if (length < 2 || length > text.Length)
            return null;
        var at = text.IndexOf('@', 1, length - 1);
        var name = text[1..(at < 0 ? length : at)].ToLowerInvariant();
        return new CommandWords(name, at < 0 ? null : text[(at + 1)..length], text[length..].Trim());
    }

    // Telegram sees no command where Chinese follows it without a space (/search芯片), but people write so.
    private static int Unspaced(string text)
    {
        var end = 1;
        while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '_' or '@'))
            end++;
        return end < text.Length && text[end] > '\x7f' ? end : 0;
    }
}
