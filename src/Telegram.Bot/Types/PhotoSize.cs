namespace Telegram.Bot.Types;

/// <summary>One of the sizes that a photo comes in.</summary>
public sealed class PhotoSize
{
    /// <summary>In pixels.</summary>
    public int Width { get; set; }

    /// <summary>In pixels.</summary>
    public int Height { get; set; }
}
