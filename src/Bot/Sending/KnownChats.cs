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

    /// <summary>How often the bot's place in the channel has changed since the start.</summary>
    public int RightsChanges { get; private set; }

    /// <summary>The chat by its number where that is known: a name and a number would be counted as two.</summary>
    internal ChatTarget Numbered(ChatTarget chat)
    {
        if (chat.Name is not { } name)
            return chat;
        return new[] { Channel, Editors }.FirstOrDefault(known => string.Equals(known?.Username, name[1..], StringComparison.OrdinalIgnoreCase)) is { Id: var id } ? id : chat;
    }

    /// <summary>Takes note of a change of the bot's place in the channel.</summary>
    internal void NoteRights() => RightsChanges++;

    /// <summary>Takes note of the channel.</summary>
    internal void LearnChannel(KnownChat chat)
    {
        Channel = chat;
        _channel.TrySetResult(chat);
    }

    /// <summary>Takes note of the editors' chat.</summary>
    internal void LearnEditors(KnownChat chat) => Editors = chat;
}
