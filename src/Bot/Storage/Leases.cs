using System.Collections.Immutable;
using System.Globalization;
using BotDigest.Bot.Sending;
using Microsoft.Extensions.Options;

namespace BotDigest.Bot.Storage;

/// <summary>The rights of this service among all that share its database. Whoever publishes also reads the folder and sends pushes; whoever receives polls for updates.</summary>
internal sealed class Leases : IDisposable
{
    private readonly Database _database;
    private readonly LeaseStore _store;
    private readonly TimeProvider _time;
    private readonly ILogger<Lease> _log;
    private readonly Lock _gate = new();
    private ImmutableArray<Lease> _all;
    private Lease? _receiver;

    /// <summary>Holds nothing yet; from now on the ledger is written with the right to publish only.</summary>
    public Leases(Database database, LeaseStore store, IOptions<TelegramOptions> telegram, TimeProvider time, ILogger<Lease> log)
    {
        (_database, _store, _time, _log) = (database, store, time, log);
        var name = "publisher:" + ChannelKey.Of(telegram.Value);
        Publisher = Make(name, fence => database.Fence.Set(name, fence));
        _all = [Publisher];
    }

    /// <summary>The right to publish on the channel.</summary>
    public Lease Publisher { get; }

    /// <summary>Those that are kept.</summary>
    public ImmutableArray<Lease> All
    {
        get
        {
            lock (_gate)
                return _all;
        }
    }

    /// <summary>The right to poll for a bot.</summary>
    /// <param name="bot">The bot's number.</param>
    public Lease Receiver(long bot)
    {
        lock (_gate)
        {
            if (_receiver is null)
            {
                _receiver = Make(string.Create(CultureInfo.InvariantCulture, $"receiver:{bot}"), _ => { });
                _all = _all.Add(_receiver);
            }

            return _receiver;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var lease in _all)
            lease.Dispose();
    }

    private Lease Make(string name, Action<long?> changed) => new(name, _database.Dialect.Provider == StorageProvider.Sqlite, _store, _time, changed, _log);
}
