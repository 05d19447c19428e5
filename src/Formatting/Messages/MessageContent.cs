using BotDigest.Formatting.Text;

namespace BotDigest.Formatting.Messages;

/// <summary>Everything that a reader sees of one text message.</summary>
/// <param name="Text">The text with its entities.</param>
public sealed record MessageContent(FormattedText Text)
{
    /// <summary>The link preview; none unless said otherwise.</summary>
    public LinkPreview Preview { get; init; } = LinkPreview.Disabled;

    /// <summary>The inline keyboard, or null.</summary>
    public Keyboard? Keyboard { get; init; }
}
