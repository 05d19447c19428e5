namespace Telegram.Bot.Types;

/// <summary>Someone's place in a chat changed.</summary>
public sealed class ChatMemberUpdated
{
    /// <summary>The chat.</summary>
    public Chat Chat { get; set; } = null!;

    /// <summary>Who changed it.</summary>
    public User From { get; set; } = null!;

    /// <summary>When, in UTC.</summary>
    [JsonConverter(typeof(UnixTimeConverter))]
    public DateTime Date { get; set; }

    /// <summary>The place before.</summary>
    public ChatMember OldChatMember { get; set; } = null!;

    /// <summary>The place now.</summary>
    public ChatMember NewChatMember { get; set; } = null!;

    /// <summary>True for a request to join that was approved.</summary>
    public bool ViaJoinRequest { get; set; }

    /// <summary>True for a join through a shared folder.</summary>
    public bool ViaChatFolderInviteLink { get; set; }
}
