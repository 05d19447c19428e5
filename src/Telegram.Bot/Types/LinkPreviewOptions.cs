namespace Telegram.Bot.Types;

/// <summary>Which link of a message is previewed, and how.</summary>
public sealed class LinkPreviewOptions
{
    /// <summary>True for no preview at all.</summary>
    public bool IsDisabled { get; set; }

    /// <summary>The address to preview; null for the first link of the text.</summary>
    public string? Url { get; set; }

    /// <summary>True for a small picture; only together with <see cref="Url"/>.</summary>
    public bool PreferSmallMedia { get; set; }

    /// <summary>True for a large picture; only together with <see cref="Url"/>.</summary>
    public bool PreferLargeMedia { get; set; }

    /// <summary>True for a preview above the text.</summary>
    public bool ShowAboveText { get; set; }

    /// <summary>No preview, or the default one.</summary>
    /// <param name="disabled">True for none.</param>
    public static implicit operator LinkPreviewOptions(bool disabled) => new() { IsDisabled = disabled };
}
