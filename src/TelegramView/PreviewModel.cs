namespace BotDigest.TelegramView;

/// <summary>A link preview, as a card.</summary>
/// <param name="Url">The address.</param>
/// <param name="Site">The site's name, usually its host.</param>
/// <param name="Title">The page's title, or null when nothing is known of it.</param>
/// <param name="Large">True for a picture over the full width.</param>
/// <param name="AboveText">True where the card stands above the text.</param>
public sealed record PreviewModel(string Url, string Site, string? Title, bool Large, bool AboveText)
{
    /// <summary>True where the address is a picture, which stands by itself without a title.</summary>
    public bool IsPicture =>
        Url.EndsWith(".png", StringComparison.OrdinalIgnoreCase) || Url.EndsWith(".jpg", StringComparison.OrdinalIgnoreCase) || Url.EndsWith(".jpeg", StringComparison.OrdinalIgnoreCase);
}
