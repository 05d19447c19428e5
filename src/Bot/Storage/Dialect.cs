using System.Collections.Immutable;
using System.Data.Common;

namespace BotDigest.Bot.Storage;

/// <summary>What differs between the two engines: a few words of the migrations, full-text search, locks and error codes.</summary>
internal abstract class Dialect
{
    /// <summary>The engine.</summary>
    public abstract StorageProvider Provider { get; }

    /// <summary>Where the database is, for people: a file, or a host and a database name. Without secrets.</summary>
    public abstract string Place { get; }

    /// <summary>What the placeholders <c>{{…}}</c> of the migrations stand for.</summary>
    public abstract ImmutableDictionary<string, string> Words { get; }

    /// <summary>Statement that keeps other processes from migrating until the transaction ends; null where a transaction does that by itself.</summary>
    public abstract string? MigrationLock { get; }

    /// <summary>Expression for the time of the engine's own clock, as it is written.</summary>
    public abstract string Now { get; }

    /// <summary>Ends a query whose row must keep its key until the transaction ends.</summary>
    public abstract string HoldRow { get; }

    /// <summary>Counts the tables that a database holds; a database without ours but with others belongs to another program.</summary>
    public abstract string CountTables { get; }

    /// <summary>Statement that folds what was written of late into the file, outside a transaction; null where the engine looks after itself.</summary>
    public abstract string? Tidy { get; }

    /// <summary>Looks for damage and answers <c>ok</c> where there is none; null where the engine looks after itself.</summary>
    public abstract string? CheckIntegrity { get; }

    /// <summary>Removes from the engine's log what has been deleted, if nobody reads it at that moment; does nothing where the engine looks after itself.</summary>
    /// <returns>False where somebody reads it.</returns>
    public abstract Task<bool> CleanLogAsync(DbConnection connection, CancellationToken cancellationToken);

    /// <summary>How full-text search is written.</summary>
    public abstract SearchSyntax Search { get; }

    /// <summary>Cause and remedy of a driver's exception; null where it is a fault of the program and not of the surroundings.</summary>
    /// <param name="exception">What the driver threw.</param>
    public abstract string? Explain(Exception exception);
}
