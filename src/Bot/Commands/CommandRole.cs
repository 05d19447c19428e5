namespace BotDigest.Bot.Commands;

/// <summary>What a command stands in for beyond its name; each role has exactly one command.</summary>
internal enum CommandRole
{
    /// <summary>Nothing else.</summary>
    None,

    /// <summary>Takes text that is no command.</summary>
    PlainText,

    /// <summary>Answers buttons that are out of date with a fresh menu.</summary>
    Menu,
}
