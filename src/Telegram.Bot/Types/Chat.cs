namespace Telegram.Bot.Types;

/// <summary>A chat as it appears in messages.</summary>
public class Chat
{
    /// <summary>The chat's number: that of the user, or a negative one for groups and channels.</summary>
    public long Id { get; set; }

    /// <summary>The kind of chat.</summary>
    public ChatType Type { get; set; }

    /// <summary>The title of a group or channel.</summary>
    public string? Title { get; set; }

    /// <summary>The public name without <c>@</c>.</summary>
    public string? Username { get; set; }

    /// <summary>The first name of the user of a private chat.</summary>
    public string? FirstName { get; set; }

    /// <summary>The last name of the user of a private chat.</summary>
    public string? LastName { get; set; }

    /// <summary>True for a supergroup with topics.</summary>
    public bool IsForum { get; set; }

    /// <summary>True for the direct messages of a channel.</summary>
    public bool IsDirectMessages { get; set; }
}
