using System.Globalization;
using BotDigest.Formatting.Vocabularies;

namespace BotDigest.Formatting.Digests;

/// <summary>What a digest needs to know beyond its issue.</summary>
public sealed record DigestOptions
{
    /// <summary>How the issue is laid out.</summary>
    public Layout Layout { get; init; } = Layout.Digest;

    /// <summary>What each message can hold.</summary>
    public MessageLimits Limits { get; init; } = MessageLimits.Message;

    /// <summary>The names that become hashtags.</summary>
    public Vocabulary Vocabulary { get; init; } = Vocabulary.Empty;

    /// <summary>The bot's name without <c>@</c>, for the links of the last message's keyboard; without it there is no keyboard.</summary>
    public string? BotUsername { get; init; }

    /// <summary>A closing line of the last message, or null.</summary>
    public string? Footer { get; init; }

    /// <summary>The language of the words that the digest adds (目录, 续, the weekday).</summary>
    public CultureInfo Culture { get; init; } = CultureInfo.GetCultureInfo("zh-Hans");
}
