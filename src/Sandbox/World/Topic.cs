namespace BotDigest.Sandbox.World;

/// <summary>A topic of a group.</summary>
/// <param name="Id">The number of the message that opened it.</param>
/// <param name="Name">Its name.</param>
/// <param name="IsClosed">True where only administrators may write.</param>
internal sealed record Topic(int Id, string Name, bool IsClosed = false);
