namespace Telegram.Bot.Types;

/// <summary>A reaction to a message.</summary>
[JsonConverter(typeof(ReactionTypeConverter))]
public abstract class ReactionType
{
    private protected ReactionType(string kind) => Kind = kind;

    [JsonInclude, JsonPropertyName("type")]
    internal string Kind { get; set; }

    /// <summary>A reaction by its emoji.</summary>
    /// <param name="emoji">One of the emoji that Telegram allows as reactions.</param>
    public static implicit operator ReactionType(string emoji) => new ReactionTypeEmoji { Emoji = emoji };
}

/// <summary>An ordinary emoji.</summary>
public sealed class ReactionTypeEmoji() : ReactionType("emoji")
{
    /// <summary>The emoji.</summary>
    public string Emoji { get; set; } = "";
}

/// <summary>A reaction other than an ordinary emoji.</summary>
internal sealed class ReactionTypeUnknown() : ReactionType("unknown");

internal sealed class ReactionTypeConverter() : CaseConverter<ReactionType>("type", typeof(ReactionTypeUnknown), ("emoji", typeof(ReactionTypeEmoji)));
