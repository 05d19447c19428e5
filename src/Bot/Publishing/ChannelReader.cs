using System.Collections.Concurrent;
using BotDigest.Bot.Sending;
using BotDigest.Bot.Storage;
using Microsoft.Extensions.Options;
using Telegram.Bot.Types;

namespace BotDigest.Bot.Publishing;

/// <summary>Reads single messages of a channel, which a bot can do only by forwarding them to the editors' chat; the copies are deleted at once, or by the next run.</summary>
internal sealed partial class ChannelReader(Sender sender, BotAccount account, ProbeStore probes, KnownChats chats, BotIdentity identity, IOptions<TelegramOptions> telegram, ILogger<ChannelReader> log)
{
    // in a group others write too, and in a private chat numbers are shared by all of a bot's chats
    private const int NearbyMessages = 100;
    private const int Misses = 10;

    private readonly ConcurrentQueue<LeftCopy> _left = new();
    private int? _lastCopy;
    private bool _isTakenUp;

    /// <summary>True where there is a chat to forward to.</summary>
    public bool CanRead => telegram.Value.EditorsChat is { Length: > 0 };

    /// <summary>Takes note, before the first look, of copies that an earlier run may have left behind.</summary>
    public async Task TakeUpAsync(CancellationToken cancellationToken)
    {
        if (_isTakenUp)
            return;
        foreach (var copy in await probes.ListAsync(cancellationToken))
            _left.Enqueue(new LeftCopy(copy));
        _isTakenUp = true;
    }

    /// <summary>Looks at one number of a channel.</summary>
    public async Task<Glance> LookAsync(long channel, int id, SendPriority priority, CancellationToken cancellationToken)
    {
        var (copy, instead) = await ForwardAsync(channel, id, (channel, id), priority, cancellationToken);
        if (instead is not null)
            return instead;
        return new Glance.Seen(copy!.ForwardOrigin is MessageOriginChannel origin && origin.Chat.Id == channel && origin.MessageId == id ? copy : null);
    }

    /// <summary>Deletes copies that were left behind: by a call whose answer was lost, or by a run that was killed. Nothing waits for it.</summary>
    public async Task CleanUpAsync(CancellationToken cancellationToken)
    {
        while (CanRead && _left.TryPeek(out var left))
        {
            var copy = left.Copy;
            var isDone = copy.MessageId is { } id ? await RemoveAsync(copy.Id, copy.Chat, id, SendPriority.Broadcast, cancellationToken) : await FindAsync(left, cancellationToken);
            if (!isDone)
                return;
            _left.TryDequeue(out _);
        }
    }

    private ChatTarget Editors => chats.Editors is { } known ? known.Id : ChatTarget.Parse(telegram.Value.EditorsChat!);

    /// <summary>Forwards a message and deletes the copy.</summary>
    /// <param name="source">The chat that the message is in.</param>
    /// <param name="id">Its number there.</param>
    /// <param name="original">The channel's message: that one, or the one that it is a copy of.</param>
    /// <param name="priority">How urgent it is.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The copy, or what there is instead.</returns>
    private async Task<(Message? Copy, Glance? Instead)> ForwardAsync(long source, int id, (long Channel, int Id) original, SendPriority priority, CancellationToken cancellationToken)
    {
        var begun = new ProbeCopy(0, chats.Editors?.Id ?? 0, original.Channel, original.Id, _lastCopy);
        var probe = await probes.BeginAsync(begun, cancellationToken);
        ForwardOutcome outcome;
        try
        {
            outcome = await sender.ForwardAsync(Editors, source, id, priority, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            await probes.EndAsync(probe, CancellationToken.None);
            throw;
        }

        if (outcome is ForwardOutcome.Forwarded { Copy: var copy })
        {
            await probes.CopiedAsync(probe, copy.Chat.Id, copy.Id, _left.Where(l => l.IsLost).Select(l => l.Copy.Id), CancellationToken.None);
            _lastCopy = copy.Id;
            foreach (var left in _left.Where(l => l.IsLost))
                left.Copy = left.Copy with { Chat = copy.Chat.Id, Before = copy.Id };
            await RemoveAsync(probe, copy.Chat.Id, copy.Id, priority, cancellationToken);
            return (copy, null);
        }

        if (outcome is ForwardOutcome.Unknown { Reason: var reason })
        {
            _left.Enqueue(new LeftCopy(begun with { Id = probe }));
            return (null, new Glance.Hindered(new ProbeFinding.Later(null, reason)));
        }

        await probes.EndAsync(probe, cancellationToken);
        return (null, outcome switch
        {
            ForwardOutcome.Missing => new Glance.Nothing(),
            ForwardOutcome.Rejected { Refusal: { Kind: RefusalKind.Protected } refusal } => new Glance.Hindered(new ProbeFinding.Unreadable(refusal.ToString())),
            ForwardOutcome.Rejected { Refusal.Kind: RefusalKind.Fixed } => new Glance.Seen(null),
            ForwardOutcome.Rejected { Refusal: { Kind: RefusalKind.Unreachable } refusal } => new Glance.Hindered(new ProbeFinding.Unreadable(refusal.ToString())),
            ForwardOutcome.Rejected { Refusal: { Kind: RefusalKind.Rights } refusal } when await IsInsideAsync(original.Channel, cancellationToken) =>
                new Glance.Hindered(new ProbeFinding.Unreadable(refusal.ToString())),
            ForwardOutcome.Rejected { Refusal: var refusal } => new Glance.Hindered(new ProbeFinding.Later(null, refusal.ToString())),
            ForwardOutcome.Postponed { Until: var until, Reason: var why } => new Glance.Hindered(new ProbeFinding.Later(until, why)),
            _ => throw new InvalidOperationException($"Unexpected {outcome}."),
        });
    }

    /// <summary>True where the bot is still an administrator of the channel: what it may not do then, it may not do in the editors' chat, which nobody can look through any more.</summary>
    private async Task<bool> IsInsideAsync(long channel, CancellationToken cancellationToken) =>
        identity.Id is { } bot && await account.GetChatMemberAsync(channel, bot, cancellationToken) is CallResult<ChatMember>.Done { Value: ChatMemberOwner or ChatMemberAdministrator };

    /// <summary>Deletes a copy; one that cannot be deleted is given up.</summary>
    /// <returns>False where it is to be tried again.</returns>
    private async Task<bool> RemoveAsync(long probe, ChatTarget chat, int id, SendPriority priority, CancellationToken cancellationToken)
    {
        var outcome = await sender.DeleteAsync(chat, id, priority, cancellationToken);
        if (outcome is ChangeOutcome.Postponed)
            return false;
        if (outcome is ChangeOutcome.Rejected { Refusal: var refusal })
            Stays(id, refusal);
        await probes.EndAsync(probe, CancellationToken.None);
        return true;
    }

    /// <summary>Looks for a copy whose number was never told, right behind the copy before it, or before the one after it, and deletes it.</summary>
    /// <returns>False where it is to be tried again.</returns>
    private async Task<bool> FindAsync(LeftCopy left, CancellationToken cancellationToken)
    {
        var original = (Channel: left.Copy.Source, Id: left.Copy.SourceMessage);
        if (left is { IsLost: true, Copy.After: null } && (await ForwardAsync(original.Channel, original.Id, original, SendPriority.Broadcast, cancellationToken)).Instead is Glance.Hindered { Finding: ProbeFinding.Later })
            return false;
        var chat = left.Copy.Chat == 0 ? chats.Editors?.Id ?? 0 : left.Copy.Chat;
        var misses = 0;
        foreach (var id in Places(left.Copy))
        {
            var (copy, instead) = await ForwardAsync(chat, id, original, SendPriority.Broadcast, cancellationToken);
            if (instead is Glance.Hindered { Finding: ProbeFinding.Later })
                return false;
            if (instead is Glance.Hindered)
                break;
            misses = instead is Glance.Nothing ? misses + 1 : 0;
            if (misses == Misses)
                break;
            if (copy?.ForwardOrigin is not MessageOriginChannel origin || origin.Chat.Id != original.Channel || origin.MessageId != original.Id)
                continue;
            if (await sender.DeleteAsync(chat, id, SendPriority.Broadcast, cancellationToken) is ChangeOutcome.Postponed)
                return false;
            LeftBehind(id);
            break;
        }

        await probes.EndAsync(left.Copy.Id, cancellationToken);
        return true;
    }

    /// <summary>Where a copy may be, the likeliest first.</summary>
    private static IEnumerable<int> Places(ProbeCopy copy)
    {
        if (copy.After is { } after)
            return Enumerable.Range(after + 1, Math.Clamp(copy.Before - after - 1 ?? NearbyMessages, 0, NearbyMessages));
        var last = copy.Before - 1 ?? 0;
        return Enumerable.Range(0, Math.Min(last, NearbyMessages)).Select(n => last - n);
    }

    /// <summary>A copy that may have been left behind.</summary>
    private sealed class LeftCopy(ProbeCopy copy)
    {
        public ProbeCopy Copy { get; set; } = copy;

        /// <summary>True while nobody knows where to look for it.</summary>
        public bool IsLost => Copy is { MessageId: null, Before: null };
    }

    [LoggerMessage(5030, LogLevel.Warning, "A copy that was made to read the channel stays in the editors' chat as message {MessageId}: {Refusal}")]
    private partial void Stays(int messageId, Refusal refusal);

    [LoggerMessage(5031, LogLevel.Information, "A copy that was left in the editors' chat, message {MessageId}, is deleted")]
    private partial void LeftBehind(int messageId);
}
