namespace BotDigest.Sandbox.World;

/// <summary>What an administrator may do.</summary>
[Flags]
internal enum Rights
{
    None = 0,
    PostMessages = 1,
    EditMessages = 2,
    DeleteMessages = 4,
    PinMessages = 8,
    InviteUsers = 16,
    ChangeChat = 32,
    ManageTopics = 64,
    All = PostMessages | EditMessages | DeleteMessages | PinMessages | InviteUsers | ChangeChat | ManageTopics,
}
