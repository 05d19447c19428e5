namespace Telegram.Bot.Types;

/// <summary>A rich message, in exactly one of its spellings.</summary>
public sealed class InputRichMessage
{
    /// <summary>In HTML.</summary>
    public string? Html { get; set; }

    /// <summary>In Markdown.</summary>
    public string? Markdown { get; set; }

    /// <summary>True for text from right to left.</summary>
    public bool IsRtl { get; set; }

    /// <summary>True to leave bare links, hashtags and the like alone.</summary>
    public bool SkipEntityDetection { get; set; }
}
