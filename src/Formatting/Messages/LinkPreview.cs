namespace BotDigest.Formatting.Messages;

/// <summary>How large the picture of a link preview is.</summary>
public enum PreviewSize
{
    /// <summary>A thumbnail beside the text.</summary>
    Small,

    /// <summary>The full width.</summary>
    Large,
}

/// <summary>The link preview of a message; always explicit, so that a client never picks a link by itself.</summary>
/// <param name="Url">The address that is previewed, or null for none.</param>
/// <param name="Size">The size of the picture.</param>
/// <param name="AboveText">True where the preview stands above the text.</param>
public sealed record LinkPreview(string? Url, PreviewSize Size = PreviewSize.Small, bool AboveText = false)
{
    /// <summary>No preview: <c>is_disabled</c>.</summary>
    public static LinkPreview Disabled { get; } = new((string?)null);
}
