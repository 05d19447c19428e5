namespace BotDigest.Sandbox.World;

/// <summary>A chat with its members and messages. Guarded by the world's gate.</summary>
internal sealed class Chat(long id, ChatKind kind, string title, string? username = null)
{
    /// <summary>Its number: negative but for private chats.</summary>
    public long Id { get; } = id;

    /// <summary>What it is.</summary>
    public ChatKind Kind { get; } = kind;

    /// <summary>Its title; of a private chat the person's name.</summary>
    public string Title { get; set; } = title;

    /// <summary>Its public name without the <c>@</c>, or null.</summary>
    public string? Username { get; } = username;

    /// <summary>True for a group with topics.</summary>
    public bool IsForum { get; init; }

    /// <summary>The number of the supergroup that this group became, or null.</summary>
    public long? MigratedTo { get; set; }

    /// <summary>True once the group is deleted.</summary>
    public bool IsDeleted { get; set; }

    /// <summary>True where nothing may be forwarded out of it.</summary>
    public bool IsProtected { get; set; }

    /// <summary>The last number given to a message here; only channels and supergroups count for themselves.</summary>
    public int LastId { get; set; }

    /// <summary>The messages that are there, by number.</summary>
    public SortedDictionary<int, Message> Messages { get; } = [];

    /// <summary>The messages that were there and are deleted.</summary>
    public SortedDictionary<int, Message> Deleted { get; } = [];

    /// <summary>The pinned messages, the newest last.</summary>
    public List<int> Pinned { get; } = [];

    /// <summary>The topics, by the number of the message that opened them.</summary>
    public SortedDictionary<int, Topic> Topics { get; } = [];

    /// <summary>The members, by the person's number.</summary>
    public Dictionary<long, Membership> Members { get; } = [];

    /// <summary>What somebody is here.</summary>
    public Membership MemberOf(long personId) => Members.GetValueOrDefault(personId, Membership.None);
}
