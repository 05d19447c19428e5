namespace BotDigest.Sandbox.World;

/// <summary>What somebody is in a chat.</summary>
internal enum MemberStatus
{
    Creator,
    Administrator,
    Member,
    Restricted,
    Left,
    Kicked,
}
