using System.Collections.Immutable;
using BotDigest.Sandbox.World;

namespace BotDigest.Sandbox.BotApi.Updates;

/// <summary>The updates that wait for the bot, in order, each for as long as Telegram keeps it. Guarded by the world's gate.</summary>
internal sealed class UpdateQueue
{
    private static readonly TimeSpan Day = TimeSpan.FromHours(24);
    private readonly TelegramWorld _world;
    private readonly UpdateWriter _writer;
    private readonly List<Update> _waiting = [];
    private int _last = 730_000_000;

    public UpdateQueue(TelegramWorld world, UpdateWriter writer)
    {
        _world = world;
        _writer = writer;
        world.Observe(Add);
    }

    /// <summary>The kinds that the bot wants; for updates made from now on.</summary>
    public ImmutableHashSet<string> Allowed { get; set; } = UpdateKinds.Default;

    /// <summary>Happens with every update that arrives.</summary>
    public Signal Arrival { get; } = new();

    /// <summary>All that wait and are not too old.</summary>
    public IReadOnlyList<Update> Waiting
    {
        get
        {
            lock (_world.Gate)
            {
                var now = _world.Clock.GetUtcNow();
                _waiting.RemoveAll(u => u.Expires <= now);
                return [.. _waiting];
            }
        }
    }

    /// <summary>Forgets all updates below that number.</summary>
    public void Confirm(int offset)
    {
        lock (_world.Gate)
            _waiting.RemoveAll(u => u.Id < offset);
    }

    /// <summary>Delivers an update again under its number, as Telegram does where a confirmation was lost.</summary>
    public void Repeat(Update update)
    {
        lock (_world.Gate)
        {
            _waiting.Insert(_waiting.TakeWhile(u => u.Id < update.Id).Count(), update);
            Arrival.Raise();
        }
    }

    /// <summary>Forgets one update.</summary>
    public void Remove(int id)
    {
        lock (_world.Gate)
            _waiting.RemoveAll(u => u.Id == id);
    }

    /// <summary>Keeps the newest updates only.</summary>
    public void KeepLast(int count)
    {
        lock (_world.Gate)
        {
            if (_waiting.Count > count)
                _waiting.RemoveRange(0, _waiting.Count - count);
        }
    }

    private void Add(WorldChange change)
    {
        if (_writer.Write(change) is not var (kind, payload, key) || !Allowed.Contains(kind))
            return;
        var lifetime = kind switch
        {
            "callback_query" => TimeSpan.FromSeconds(150),
            "inline_query" => TimeSpan.FromSeconds(30),
            "chosen_inline_result" => TimeSpan.FromSeconds(600),
            _ => Day,
        };
        _waiting.Add(new Update(++_last, kind, payload, key, _world.Clock.GetUtcNow() + lifetime));
        Arrival.Raise();
    }
}
