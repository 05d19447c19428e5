namespace BotDigest.Sandbox.World;

/// <summary>Something that happened, in the order it happened.</summary>
internal abstract record WorldChange
{
    private WorldChange()
    {
    }

    /// <summary>A message was sent, by anyone.</summary>
    internal sealed record Posted(Message Message) : WorldChange;

    /// <summary>A message was edited.</summary>
    internal sealed record Edited(Message Message) : WorldChange;

    /// <summary>The bot's reaction to a message changed.</summary>
    internal sealed record Reacted(Message Message) : WorldChange;

    /// <summary>A message was deleted.</summary>
    internal sealed record Removed(Message Message) : WorldChange;

    /// <summary>A button was pressed.</summary>
    internal sealed record Pressed(CallbackQuery Query) : WorldChange;

    /// <summary>The bot answered a pressed button.</summary>
    internal sealed record PressAnswered(CallbackQuery Query) : WorldChange;

    /// <summary>Somebody types an inline query.</summary>
    internal sealed record Asked(InlineQuery Query) : WorldChange;

    /// <summary>The bot answered an inline query.</summary>
    internal sealed record AskAnswered(InlineQuery Query) : WorldChange;

    /// <summary>Somebody sent a result of an inline query.</summary>
    internal sealed record Chosen(InlineQuery Query, string ResultId, string? InlineId) : WorldChange;

    /// <summary>Somebody's place in a chat changed.</summary>
    internal sealed record MemberChanged(Chat Chat, Person Who, Person By, Membership Before, Membership After, DateTimeOffset At) : WorldChange;

    /// <summary>The bot shows that it is at work.</summary>
    internal sealed record Acting(long ChatId, string Action) : WorldChange;

    /// <summary>The pinned messages of a chat changed.</summary>
    internal sealed record PinsChanged(long ChatId) : WorldChange;

    /// <summary>The bot's list of commands changed.</summary>
    internal sealed record CommandsChanged : WorldChange;

    /// <summary>A call of the bot arrived, took effect, or is done. Told outside the journal, so that a watcher may read it.</summary>
    internal sealed record Called(long Number, string Method, bool IsFinished) : WorldChange;
}
