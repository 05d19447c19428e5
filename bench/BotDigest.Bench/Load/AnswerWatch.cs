using System.Diagnostics;
using BotDigest.Sandbox.World;

namespace BotDigest.Bench;

/// <summary>Notes when the bot's answer reaches each reader: a message, an edit of one, or the results of an inline query. Use it under the world's gate.</summary>
internal sealed class AnswerWatch
{
    private readonly Dictionary<long, (string What, long Since)> _waiting = [];
    private readonly Dictionary<string, List<double>> _waits = new(StringComparer.Ordinal);
    private readonly Dictionary<long, Message> _last = [];

    internal AnswerWatch(TelegramWorld world) => world.Observe(Take);

    /// <summary>How long each answer took, in milliseconds, by what was asked.</summary>
    internal IReadOnlyDictionary<string, List<double>> Waits => _waits;

    /// <summary>What readers still wait for.</summary>
    internal IReadOnlyCollection<string> Unanswered => [.. _waiting.Values.Select(w => w.What)];

    /// <summary>True where a reader waits for an answer.</summary>
    internal bool IsWaiting(long reader) => _waiting.ContainsKey(reader);

    /// <summary>The bot's last message to a reader, or null.</summary>
    internal Message? LastTo(long reader) => _last.GetValueOrDefault(reader);

    /// <summary>Notes that a reader asks.</summary>
    /// <param name="reader">Who.</param>
    /// <param name="what">What for.</param>
    /// <param name="since">When it was meant to be asked, as a timestamp: that the bot keeps those who ask waiting too must count.</param>
    internal void Asks(long reader, string what, long since) => _waiting[reader] = (what, since);

    /// <summary>Begins anew.</summary>
    internal void Forget()
    {
        _waits.Clear();
        _waiting.Clear();
    }

    private void Take(WorldChange change)
    {
        switch (change)
        {
            case WorldChange.Posted { Message: { Author.IsBot: true } message }:
                Answered(message);
                break;
            case WorldChange.Edited { Message: { Author.IsBot: true } message }:
                Answered(message);
                break;
            case WorldChange.AskAnswered { Query: var query }:
                Answered(query.From.Id);
                break;
        }
    }

    private void Answered(Message message)
    {
        _last[message.ChatId] = message;
        Answered(message.ChatId);
    }

    private void Answered(long reader)
    {
        if (_waiting.Remove(reader, out var asked))
            (_waits.TryGetValue(asked.What, out var list) ? list : _waits[asked.What] = []).Add(Stopwatch.GetElapsedTime(asked.Since).TotalMilliseconds);
    }
}
