namespace BotDigest.Bot.Commands;

/// <summary>One thing that the bot does when asked: a slice. Typed commands, pressed buttons and answers to questions all arrive as a <see cref="CommandRequest"/>.</summary>
internal interface ICommand
{
    /// <summary>Its name as people type it, without the slash; also the name that buttons carry.</summary>
    string Name { get; }

    /// <summary>How words begin that may be typed as a command of their own, which is then this one with these words for its argument; null where there are none.</summary>
    string? Prefix => null;

    /// <summary>Where it can be used.</summary>
    CommandPlace Place { get; }

    /// <summary>What it stands in for beyond its name.</summary>
    CommandRole Role => CommandRole.None;

    /// <summary>True where Telegram's own menu of commands shows it.</summary>
    bool InMenu => true;

    /// <summary>Answers. A request without an argument is answered too.</summary>
    Task<Reply> AnswerAsync(CommandRequest request, CancellationToken cancellationToken);
}
