namespace BotDigest.Bot.Sending;

/// <summary>Formatting of ours that Telegram could not read: whoever has to hear of it listens here, because sending is below all who could tell a person.</summary>
internal sealed class FormattingFaults
{
    private Action<ChatTarget, Refusal>? _listener;

    /// <summary>Has somebody told of every fault; called from the one who sends, who waits.</summary>
    public void Listen(Action<ChatTarget, Refusal> listener) => _listener += listener;

    /// <summary>Tells of a fault.</summary>
    internal void Tell(ChatTarget chat, Refusal refusal) => _listener?.Invoke(chat, refusal);
}
