using System.Globalization;

namespace BotDigest.Sandbox.World;

/// <summary>The buttons that were pressed and the inline queries that were typed, with their answers.</summary>
/// <param name="gate">The world's.</param>
/// <param name="clock">The time in the world.</param>
/// <param name="watchers">Hear of each.</param>
internal sealed class WorldQueries(Lock gate, TimeProvider clock, WorldWatchers watchers)
{
    private readonly Dictionary<string, CallbackQuery> _callbacks = new(StringComparer.Ordinal);
    private readonly Dictionary<string, InlineQuery> _inlineQueries = new(StringComparer.Ordinal);
    private long _sequence = 4_000_000_000_000_000_000;

    /// <summary>Keeps a pressed button until it is answered.</summary>
    public CallbackQuery Press(Person from, Message message, string data)
    {
        lock (gate)
        {
            var query = new CallbackQuery(NextId(), from, message.ChatId, message.Id, data, clock.GetUtcNow());
            _callbacks[query.Id] = query;
            watchers.Tell(new WorldChange.Pressed(query));
            return query;
        }
    }

    /// <summary>A pressed button by its number, or null.</summary>
    public CallbackQuery? FindCallback(string id)
    {
        lock (gate)
            return _callbacks.GetValueOrDefault(id);
    }

    /// <summary>Answers a pressed button.</summary>
    public void Answer(CallbackQuery query, CallbackAnswer answer)
    {
        lock (gate)
            watchers.Tell(new WorldChange.PressAnswered(_callbacks[query.Id] = query with { Answer = answer }));
    }

    /// <summary>Keeps an inline query until it is answered.</summary>
    public InlineQuery Ask(Person from, string text, string offset)
    {
        lock (gate)
        {
            var query = new InlineQuery(NextId(), from, text, offset, clock.GetUtcNow());
            _inlineQueries[query.Id] = query;
            watchers.Tell(new WorldChange.Asked(query));
            return query;
        }
    }

    /// <summary>An inline query by its number, or null.</summary>
    public InlineQuery? FindInlineQuery(string id)
    {
        lock (gate)
            return _inlineQueries.GetValueOrDefault(id);
    }

    /// <summary>Answers an inline query.</summary>
    public void Answer(InlineQuery query, InlineAnswer answer)
    {
        lock (gate)
            watchers.Tell(new WorldChange.AskAnswered(_inlineQueries[query.Id] = query with { Answer = answer }));
    }

    private string NextId() => (++_sequence).ToString(CultureInfo.InvariantCulture);
}
