namespace BotDigest.Formatting.Digests;

/// <summary>What one message can hold (TELEGRAM 1.8).</summary>
internal static class MessageLimits
{
    /// <summary>Visible text, in UTF-16 code units: Telegram counts code points, so this is the stricter figure.</summary>
    internal const int Length = 4096;

    /// <summary>Entities, explicit and automatic together.</summary>
    internal const int Entities = 100;

    /// <summary>The HTML, in bytes of UTF-8.</summary>
    internal const int Bytes = 32768;
}
