namespace BotDigest.Sandbox.World;

/// <summary>How a message shows the page behind a link.</summary>
/// <param name="IsDisabled">No preview.</param>
/// <param name="Url">The page; null for the first link of the text.</param>
/// <param name="PreferSmall">A thumbnail.</param>
/// <param name="PreferLarge">The full width.</param>
/// <param name="AboveText">Above the text.</param>
internal sealed record PreviewOptions(bool IsDisabled = false, string? Url = null, bool PreferSmall = false, bool PreferLarge = false, bool AboveText = false)
{
    /// <summary>Telegram's own choice.</summary>
    public static PreviewOptions Default { get; } = new();
}
