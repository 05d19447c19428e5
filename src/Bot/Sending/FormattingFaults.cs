namespace BotDigest.Bot.Sending;

/// <summary>Formatting of ours that Telegram could not read. It harms no reader, because the same text goes without it, but somebody has to hear of it.</summary>
/// <param name="time">When it happens.</param>
internal sealed class FormattingFaults(TimeProvider time)
{
    /// <summary>The last one since the start, or null.</summary>
    public FormattingFault? Last { get; private set; }

    /// <summary>Takes note of one.</summary>
    internal void Note(Refusal refusal) => Last = new FormattingFault(refusal, time.GetUtcNow());
}

/// <summary>A text that Telegram could not read.</summary>
/// <param name="Refusal">What it says.</param>
/// <param name="At">When.</param>
internal sealed record FormattingFault(Refusal Refusal, DateTimeOffset At);
