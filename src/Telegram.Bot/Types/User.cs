namespace Telegram.Bot.Types;

/// <summary>A person or a bot.</summary>
public sealed class User
{
    /// <summary>The user's number.</summary>
    public long Id { get; set; }

    /// <summary>True for a bot.</summary>
    public bool IsBot { get; set; }

    /// <summary>The first name.</summary>
    public string FirstName { get; set; } = "";

    /// <summary>The last name.</summary>
    public string? LastName { get; set; }

    /// <summary>The public name without <c>@</c>.</summary>
    public string? Username { get; set; }

    /// <summary>The language of the user's client, as an IETF tag.</summary>
    public string? LanguageCode { get; set; }

    /// <summary>True for a Premium user.</summary>
    public bool IsPremium { get; set; }

    /// <summary>Only of the bot itself: it may be added to groups.</summary>
    public bool CanJoinGroups { get; set; }

    /// <summary>Only of the bot itself: it sees all messages of its groups.</summary>
    public bool CanReadAllGroupMessages { get; set; }

    /// <summary>Only of the bot itself: it answers inline queries.</summary>
    public bool SupportsInlineQueries { get; set; }
}
