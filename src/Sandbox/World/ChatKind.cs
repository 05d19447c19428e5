namespace BotDigest.Sandbox.World;

/// <summary>The kinds of chat, in Telegram's own words.</summary>
internal enum ChatKind
{
    Private,
    Group,
    Supergroup,
    Channel,
}
