namespace BotDigest.Bot.Storage;

/// <summary>Whether the database can be used, for readiness and <c>doctor</c>.</summary>
/// <param name="database">The database.</param>
/// <param name="migrator">Knows what shape it should have.</param>
/// <param name="meta">Takes the trial write.</param>
/// <param name="clock">Stamps it.</param>
internal sealed class StorageCheck(Database database, Migrator migrator, MetaStore meta, TimeProvider clock)
{
    private const string LastCheck = "storage.checked";

    /// <summary>Reads and writes a little.</summary>
    /// <returns>Cause and remedy, or null where the database can be used.</returns>
    public async Task<string?> FaultAsync(CancellationToken cancellationToken)
    {
        try
        {
            var pending = await migrator.PendingAsync(cancellationToken);
            if (pending.Count > 0)
                return $"The database {database.Dialect.Place} is {pending.Count} steps behind this program. Run botdigest migrate, or start the service, which does it by itself.";
            await meta.SetAsync(LastCheck, clock.GetUtcNow().ToUnixTimeMilliseconds(), cancellationToken);
            return null;
        }
        catch (StorageException e)
        {
            return e.Message;
        }
    }

    /// <summary>Reads everything to find damage, which takes its time on a large database. PostgreSQL looks after itself.</summary>
    /// <returns>Cause and remedy, or null where nothing is damaged.</returns>
    public async Task<string?> DamageAsync(CancellationToken cancellationToken)
    {
        if (database.Dialect.CheckIntegrity is not { } sql)
            return null;
        try
        {
            var answer = await database.ReadAsync(c => c.ValueAsync<string>(sql, null, cancellationToken), cancellationToken);
            return answer == "ok" ? null : $"The database {database.Dialect.Place} is damaged ({answer}). Stop botdigest and put a backup in its place: botdigest restore FILE.";
        }
        catch (StorageException e)
        {
            return e.Message;
        }
    }
}
