namespace BotDigest.Formatting.Digests;

/// <summary>What Telegram takes in one message (TELEGRAM 1.8).</summary>
/// <param name="Length">Visible text, in UTF-16 code units: Telegram counts code points, so this is the stricter figure.</param>
/// <param name="Entities">Entities, explicit and automatic together.</param>
/// <param name="Bytes">The HTML, in bytes of UTF-8.</param>
public sealed record MessageLimits(int Length, int Entities, int Bytes)
{
    /// <summary>The limits of a message's text.</summary>
    public static MessageLimits Message { get; } = new(4096, 100, 32768);

    /// <summary>The limits of the text under a picture or a file.</summary>
    public static MessageLimits Caption { get; } = new(1024, 100, 32768);
}
