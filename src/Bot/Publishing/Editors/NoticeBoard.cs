using BotDigest.Bot.Sending;
using BotDigest.Bot.Storage;

namespace BotDigest.Bot.Publishing.Editors;

/// <summary>Keeps the messages of the editors' chat as they should be: sends what is new, edits what has changed, and makes no call where nothing has.</summary>
internal sealed partial class NoticeBoard(NoticeStore store, Sender sender, SendPolicy policy, RunMode mode, TimeProvider time, ILogger<NoticeBoard> log)
{
    private const int Tries = 2;

    // what has been posted is noted even when the service is told to stop
    private static readonly CancellationToken AlwaysNote = CancellationToken.None;

    // whoever saves a file ten times in a row sees the outcome, not ten steps
    private static readonly TimeSpan BetweenEdits = TimeSpan.FromSeconds(2);

    private readonly Dictionary<string, PostedNotice> _posted = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Said> _said = new(StringComparer.Ordinal);
    private readonly HashSet<string> _unsaved = new(StringComparer.Ordinal);
    private long _chat;
    private int _failures;
    private DateTimeOffset _rest;

    /// <summary>Everything that has been posted.</summary>
    public IEnumerable<PostedNotice> Posted => [.. _posted.Values];

    /// <summary>Reads what an earlier run has posted in a chat.</summary>
    public async Task OpenAsync(long chat, CancellationToken cancellationToken)
    {
        if (_chat == chat)
            return;
        var known = await store.ListAsync(chat, cancellationToken);
        _posted.Clear();
        foreach (var notice in known)
            _posted.Add(notice.Name, notice);
        _chat = chat;
    }

    /// <summary>Forgets what is posted, so that it is read anew.</summary>
    public void Close()
    {
        _chat = 0;
        _said.Clear();
        _unsaved.Clear();
    }

    /// <summary>Stores what an earlier moment could not store. What is posted counts all the same: a full disk must not post it again and again.</summary>
    public async Task SaveRestAsync(CancellationToken cancellationToken)
    {
        foreach (var name in _unsaved.ToArray())
            await SaveAsync(name, cancellationToken);
    }

    /// <summary>What is posted under a name, or null.</summary>
    public PostedNotice? Find(string name) => _posted.GetValueOrDefault(name);

    /// <summary>True where a notice says that already.</summary>
    public bool Shows(string name, string stamp) => Find(name)?.Shown == stamp;

    /// <summary>Brings a message to what it should say.</summary>
    public async Task ShowAsync(Notice notice, CancellationToken cancellationToken)
    {
        var posted = Find(notice.Name);
        var now = time.GetUtcNow();
        if (posted?.Shown == notice.Stamp || now < _rest)
            return;
        var content = Notice.StampOf(DigestJson.Write(notice.Content));
        if (posted is { MessageId: { } id })
        {
            var said = _said.GetValueOrDefault(notice.Name);
            if (said?.Content == content)
                await KeepAsync(posted with { Shown = notice.Stamp }, cancellationToken);
            else if (said is null || said.At + BetweenEdits <= now)
                await EditAsync(notice, posted, id, content, cancellationToken);
        }
        else if (!notice.IsLastWord)
        {
            await SendAsync(notice, posted, content, cancellationToken);
        }
    }

    /// <summary>Notes that what a notice is about has ended, or has begun again.</summary>
    /// <returns>The notice; null where there is none.</returns>
    public async Task<PostedNotice?> SetEndedAsync(string name, bool isEnded, CancellationToken cancellationToken)
    {
        if (Find(name) is not { } posted || posted.EndedAt is not null == isEnded)
            return Find(name);
        var changed = isEnded ? posted with { EndedAt = time.GetUtcNow() } : posted with { EndedAt = null, Times = posted.Times + 1 };
        await KeepAsync(changed, cancellationToken);
        return changed;
    }

    /// <summary>Lets a message stand for something else from now on.</summary>
    public async Task HandOverAsync(string from, string to, CancellationToken cancellationToken)
    {
        if (Find(from) is not { MessageId: not null } posted)
            return;
        await KeepAsync(posted with { Name = to, Shown = "" }, cancellationToken);
        await ForgetAsync(from, cancellationToken);
    }

    /// <summary>Leaves a message as it is, for good.</summary>
    public async Task ForgetAsync(string name, CancellationToken cancellationToken)
    {
        _posted.Remove(name);
        _said.Remove(name);
        await store.RemoveAsync(_chat, name, cancellationToken);
    }

    /// <summary>Deletes a message that has nothing to say any more.</summary>
    public async Task TakeDownAsync(string name, CancellationToken cancellationToken)
    {
        if (time.GetUtcNow() < _rest)
            return;
        if (Find(name) is { MessageId: { } id } && await sender.DeleteAsync(_chat, id, SendPriority.Broadcast, cancellationToken) is ChangeOutcome.Postponed postponed)
            Rest(postponed.Until, postponed.Reason);
        else
            await ForgetAsync(name, cancellationToken);
    }

    private async Task SendAsync(Notice notice, PostedNotice? posted, string content, CancellationToken cancellationToken)
    {
        var reply = notice.ReplyTo is { } other ? Find(other)?.MessageId : null;
        var options = new SendOptions { Priority = SendPriority.Broadcast, Silent = notice.Silent, ReplyTo = reply };
        var entry = posted is null ? new PostedNotice(notice.Name, null, notice.Stamp, 1, time.GetUtcNow(), null) : posted with { Shown = notice.Stamp };
        for (var attempt = 1; ; attempt++)
        {
            switch (await sender.SendAsync(_chat, notice.Content, options, cancellationToken))
            {
                case SendOutcome.Sent sent:
                    await SaidAsync(entry with { MessageId = sent.MessageId }, content, AlwaysNote);
                    return;
                case SendOutcome.Unknown unknown when attempt < Tries:
                    SentAgain(notice.Name, unknown.Reason);
                    break;
                case SendOutcome.Unknown unknown:
                    NotTold(notice.Name, unknown.Reason);
                    await SaidAsync(entry, content, AlwaysNote);
                    return;
                case SendOutcome.Postponed when mode.DryRun:
                    await SaidAsync(entry, content, AlwaysNote);
                    return;
                case SendOutcome.Postponed postponed:
                    Rest(postponed.Until, postponed.Reason);
                    return;
                case SendOutcome.Rejected rejected:
                    Rest(null, rejected.Refusal.ToString());
                    return;
                case var outcome:
                    throw new InvalidOperationException($"Unexpected {outcome}.");
            }
        }
    }

    private async Task EditAsync(Notice notice, PostedNotice posted, int id, string content, CancellationToken cancellationToken)
    {
        switch (await sender.EditAsync(_chat, id, notice.Content, SendPriority.Broadcast, cancellationToken))
        {
            case ChangeOutcome.Done:
                await SaidAsync(posted with { Shown = notice.Stamp }, content, AlwaysNote);
                break;
            case ChangeOutcome.Gone when notice.IsLastWord:
                await ForgetAsync(notice.Name, cancellationToken);
                break;
            case ChangeOutcome.Gone:
                await SendAsync(notice, posted with { MessageId = null }, content, cancellationToken);
                break;
            case ChangeOutcome.Postponed when mode.DryRun:
                await SaidAsync(posted with { Shown = notice.Stamp }, content, AlwaysNote);
                break;
            case ChangeOutcome.Postponed postponed:
                Rest(postponed.Until, postponed.Reason);
                break;
            case ChangeOutcome.Rejected rejected:
                // it would be refused again; the next change is tried again
                var refusal = rejected.Refusal.ToString();
                NotTold(notice.Name, refusal);
                await SaidAsync(posted with { Shown = notice.Stamp }, content, AlwaysNote);
                break;
            case var outcome:
                throw new InvalidOperationException($"Unexpected {outcome}.");
        }
    }

    private async Task SaidAsync(PostedNotice posted, string content, CancellationToken cancellationToken)
    {
        _failures = 0;
        _said[posted.Name] = new Said(content, time.GetUtcNow());
        await KeepAsync(posted, cancellationToken);
    }

    private async Task KeepAsync(PostedNotice posted, CancellationToken cancellationToken)
    {
        _posted[posted.Name] = posted;
        _unsaved.Add(posted.Name);
        await SaveAsync(posted.Name, cancellationToken);
    }

    private async Task SaveAsync(string name, CancellationToken cancellationToken)
    {
        // a dry run leaves no trace
        if (!mode.DryRun && Find(name) is { } posted)
            await store.SaveAsync(_chat, posted, cancellationToken);
        _unsaved.Remove(name);
    }

    private void Rest(DateTimeOffset? until, string reason)
    {
        _failures++;
        var backoff = time.GetUtcNow() + policy.DelayAfter(_failures);
        _rest = until > backoff ? until.Value : backoff;
        Resting(_rest, reason);
    }

    [LoggerMessage(5040, LogLevel.Warning, "Notice {Name}: the editors' chat could not be told ({Reason})")]
    private partial void NotTold(string name, string reason);

    [LoggerMessage(5042, LogLevel.Information, "Notice {Name}: the answer was lost ({Reason}); it is sent again and may be in the editors' chat twice")]
    private partial void SentAgain(string name, string reason);

    [LoggerMessage(5043, LogLevel.Warning, "The editors' chat can be told nothing until {Until:u} ({Reason})")]
    private partial void Resting(DateTimeOffset until, string reason);

    /// <summary>What a message was last made to say, and when.</summary>
    private sealed record Said(string Content, DateTimeOffset At);
}
