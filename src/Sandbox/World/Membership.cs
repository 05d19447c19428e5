namespace BotDigest.Sandbox.World;

/// <summary>Somebody's place in a chat.</summary>
/// <param name="Status">What they are.</param>
/// <param name="Rights">What they may do as an administrator.</param>
internal sealed record Membership(MemberStatus Status, Rights Rights = Rights.None)
{
    /// <summary>Not in the chat.</summary>
    public static Membership None { get; } = new(MemberStatus.Left);

    /// <summary>True for everybody who reads the chat from within.</summary>
    public bool IsInside => Status is MemberStatus.Creator or MemberStatus.Administrator or MemberStatus.Member or MemberStatus.Restricted;

    /// <summary>True for the owner and the administrators.</summary>
    public bool IsAdministrator => Status is MemberStatus.Creator or MemberStatus.Administrator;

    /// <summary>True where an administrator has that right; an owner has all.</summary>
    public bool Has(Rights right) => Status == MemberStatus.Creator || (Status == MemberStatus.Administrator && Rights.HasFlag(right));
}
