namespace BotDigest.Sandbox.World;

/// <summary>The media that the sandbox knows.</summary>
internal enum MediaKind
{
    Photo,
    Document,
}
