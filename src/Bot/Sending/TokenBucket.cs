namespace BotDigest.Bot.Sending;

/// <summary>A bucket of tokens, each of which comes back a fixed time after its use: no stretch of that length ever holds more uses than tokens.
/// Times are spans since some moment, so that a clock that is put back stops nothing.</summary>
/// <param name="size">How many tokens there are.</param>
/// <param name="period">How long after its use a token comes back.</param>
internal sealed class TokenBucket(int size, TimeSpan period)
{
    private readonly Queue<TimeSpan> _returning = new();
    private int _inUse;

    /// <summary>When the next token comes back; null while none is on its way.</summary>
    public TimeSpan? NextToken => _returning.TryPeek(out var next) ? next : null;

    /// <summary>True where all tokens are in the bucket.</summary>
    public bool IsFull(TimeSpan now)
    {
        Refill(now);
        return _inUse == 0 && _returning.Count == 0;
    }

    /// <summary>True where there is a token to take.</summary>
    public bool HasToken(TimeSpan now)
    {
        Refill(now);
        return _inUse + _returning.Count < size;
    }

    /// <summary>Takes a token for a call that begins.</summary>
    public void Take() => _inUse++;

    /// <summary>Ends the call: its token comes back a period from now. Telegram counts the message at some moment before its answer, so this is on the safe side.</summary>
    public void Return(TimeSpan now)
    {
        _inUse--;
        _returning.Enqueue(now + period);
    }

    private void Refill(TimeSpan now)
    {
        while (_returning.TryPeek(out var next) && next <= now)
            _returning.Dequeue();
    }
}
