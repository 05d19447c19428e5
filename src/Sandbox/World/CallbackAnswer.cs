namespace BotDigest.Sandbox.World;

/// <summary>What a person sees after pressing a button.</summary>
/// <param name="Text">A note, or null.</param>
/// <param name="IsAlert">True for a window that wants to be closed.</param>
/// <param name="Url">An address that opens, or null.</param>
internal sealed record CallbackAnswer(string? Text, bool IsAlert, string? Url);
