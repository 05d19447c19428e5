namespace Telegram.Bot.Types;

/// <summary>Someone's place in a chat.</summary>
[JsonConverter(typeof(ChatMemberConverter))]
public abstract class ChatMember
{
    private protected ChatMember(ChatMemberStatus status) => Status = status;

    /// <summary>The place; 0 for one that this version does not know.</summary>
    public ChatMemberStatus Status { get; }

    /// <summary>Whose place it is.</summary>
    public User User { get; set; } = null!;

    /// <summary>True for the owner and for administrators.</summary>
    [JsonIgnore]
    public bool IsAdmin => Status is ChatMemberStatus.Creator or ChatMemberStatus.Administrator;

    /// <summary>True for everyone who is in the chat now.</summary>
    [JsonIgnore]
    public bool IsInChat => IsAdmin || Status == ChatMemberStatus.Member || this is ChatMemberRestricted { IsMember: true };
}

/// <summary>The owner.</summary>
public sealed class ChatMemberOwner() : ChatMember(ChatMemberStatus.Creator)
{
    /// <summary>True where the owner's presence is hidden.</summary>
    public bool IsAnonymous { get; set; }

    /// <summary>The owner's title.</summary>
    public string? CustomTitle { get; set; }
}

/// <summary>An administrator.</summary>
public sealed class ChatMemberAdministrator() : ChatMember(ChatMemberStatus.Administrator)
{
    /// <summary>True where the bot may edit these rights.</summary>
    public bool CanBeEdited { get; set; }

    /// <summary>True where the administrator's presence is hidden.</summary>
    public bool IsAnonymous { get; set; }

    /// <summary>The right to see what only administrators see.</summary>
    public bool CanManageChat { get; set; }

    /// <summary>The right to delete others' messages.</summary>
    public bool CanDeleteMessages { get; set; }

    /// <summary>The right to run video chats.</summary>
    public bool CanManageVideoChats { get; set; }

    /// <summary>The right to restrict and ban.</summary>
    public bool CanRestrictMembers { get; set; }

    /// <summary>The right to appoint administrators.</summary>
    public bool CanPromoteMembers { get; set; }

    /// <summary>The right to change title, photo and settings.</summary>
    public bool CanChangeInfo { get; set; }

    /// <summary>The right to invite.</summary>
    public bool CanInviteUsers { get; set; }

    /// <summary>The right to post in a channel.</summary>
    public bool CanPostMessages { get; set; }

    /// <summary>The right to edit others' posts and to pin in a channel.</summary>
    public bool CanEditMessages { get; set; }

    /// <summary>The right to pin in a group.</summary>
    public bool CanPinMessages { get; set; }

    /// <summary>The right to manage topics.</summary>
    public bool CanManageTopics { get; set; }

    /// <summary>The administrator's title.</summary>
    public string? CustomTitle { get; set; }
}

/// <summary>An ordinary member.</summary>
public sealed class ChatMemberMember() : ChatMember(ChatMemberStatus.Member)
{
    /// <summary>When a paid membership ends, in UTC; null for never.</summary>
    [JsonConverter(typeof(UntilDateConverter))]
    public DateTime? UntilDate { get; set; }
}

/// <summary>Someone under restrictions.</summary>
public sealed class ChatMemberRestricted() : ChatMember(ChatMemberStatus.Restricted)
{
    /// <summary>True while in the chat.</summary>
    public bool IsMember { get; set; }

    /// <summary>The right to send texts.</summary>
    public bool CanSendMessages { get; set; }

    /// <summary>The right to send files.</summary>
    public bool CanSendDocuments { get; set; }

    /// <summary>The right to send photos.</summary>
    public bool CanSendPhotos { get; set; }

    /// <summary>The right to send stickers and to use inline bots.</summary>
    public bool CanSendOtherMessages { get; set; }

    /// <summary>The right to add link previews.</summary>
    public bool CanAddWebPagePreviews { get; set; }

    /// <summary>The right to pin.</summary>
    public bool CanPinMessages { get; set; }

    /// <summary>When the restrictions end, in UTC; null for never.</summary>
    [JsonConverter(typeof(UntilDateConverter))]
    public DateTime? UntilDate { get; set; }
}

/// <summary>Someone who is not, or no longer, in the chat.</summary>
public sealed class ChatMemberLeft() : ChatMember(ChatMemberStatus.Left);

/// <summary>Someone who is banned; in a private chat, a user who blocked the bot.</summary>
public sealed class ChatMemberBanned() : ChatMember(ChatMemberStatus.Kicked)
{
    /// <summary>When the ban ends, in UTC; null for never.</summary>
    [JsonConverter(typeof(UntilDateConverter))]
    public DateTime? UntilDate { get; set; }
}

/// <summary>A place that this version does not know.</summary>
internal sealed class ChatMemberUnknown() : ChatMember(default);

internal sealed class ChatMemberConverter() : CaseConverter<ChatMember>(
    "status",
    typeof(ChatMemberUnknown),
    ("creator", typeof(ChatMemberOwner)),
    ("administrator", typeof(ChatMemberAdministrator)),
    ("member", typeof(ChatMemberMember)),
    ("restricted", typeof(ChatMemberRestricted)),
    ("left", typeof(ChatMemberLeft)),
    ("kicked", typeof(ChatMemberBanned)));
