namespace BotDigest.Bot.Sending;

/// <summary>The chats of the settings, once Telegram has said who they are: names change, numbers do not, and limits count by number.</summary>
internal sealed class KnownChats
{
    private readonly TaskCompletionSource<KnownChat> _channel = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The channel; null while it is not known.</summary>
    public KnownChat? Channel { get; private set; }

    /// <summary>The editors' chat; null where there is none, or while it is not known.</summary>
    public KnownChat? Editors { get; private set; }

    /// <summary>Waits until the channel is known.</summary>
    public Task<KnownChat> ChannelAsync(CancellationToken cancellationToken) => _channel.Task.WaitAsync(cancellationToken);

    /// <summary>Takes note of the channel.</summary>
    internal void LearnChannel(KnownChat chat)
    {
        Channel = chat;
        _channel.TrySetResult(chat);
    }

    /// <summary>Takes note of the editors' chat.</summary>
    internal void LearnEditors(KnownChat chat) => Editors = chat;
}
