using System.Collections.Immutable;

namespace BotDigest.TelegramView;

/// <summary>A message as a reader's Telegram shows it.</summary>
public sealed record MessageModel
{
    /// <summary>Its number within the chat.</summary>
    public required int Id { get; init; }

    /// <summary>The chat it stands in.</summary>
    public required long ChatId { get; init; }

    /// <summary>Its text; <c>\n</c> breaks a line.</summary>
    public required string Text { get; init; }

    /// <summary>Its formatting, explicit and automatic.</summary>
    public ImmutableArray<MessageEntityModel> Entities { get; init; } = [];

    /// <summary>The link preview, or null.</summary>
    public PreviewModel? Preview { get; init; }

    /// <summary>The inline keyboard's rows.</summary>
    public ImmutableArray<ImmutableArray<ButtonModel>> Keyboard { get; init; } = [];

    /// <summary>When it was sent, in the reader's zone.</summary>
    public required DateTimeOffset Date { get; init; }

    /// <summary>True where it was edited since.</summary>
    public bool Edited { get; init; }

    /// <summary>True for the reader's own messages.</summary>
    public bool Own { get; init; }

    /// <summary>True where it arrived without a sound.</summary>
    public bool Silent { get; init; }

    /// <summary>A line of the message that it answers, or null.</summary>
    public string? ReplyTo { get; init; }

    /// <summary>The element's id on a page.</summary>
    public string ElementId => FormattableString.Invariant($"m{ChatId}-{Id}");
}
