namespace Telegram.Bot.Types;

/// <summary>A line of the menu of commands.</summary>
public sealed class BotCommand
{
    /// <summary>An empty line, to be filled in.</summary>
    public BotCommand()
    {
    }

    /// <summary>A command with its description.</summary>
    /// <param name="command">1 to 32 of <c>a-z0-9_</c>, without the slash.</param>
    /// <param name="description">1 to 256 characters.</param>
    public BotCommand(string command, string description)
    {
        Command = command;
        Description = description;
    }

    /// <summary>1 to 32 of <c>a-z0-9_</c>, without the slash.</summary>
    public string Command { get; set; } = "";

    /// <summary>1 to 256 characters.</summary>
    public string Description { get; set; } = "";
}
