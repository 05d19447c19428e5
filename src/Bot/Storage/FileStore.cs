using System.Collections.Immutable;
using BotDigest.Formatting.Problems;

namespace BotDigest.Bot.Storage;

/// <summary>What was last read of each file of the folder.</summary>
/// <param name="database">The database.</param>
internal sealed class FileStore(Database database)
{
    private const string Select = "select name as Name, hash as Hash, date as Date, problems as Problems, first_seen_at as FirstSeenAt, missing_since as MissingSince, removal as Removal from files";

    private const string Upsert = """
        insert into files (name, hash, date, problems, first_seen_at) values (@name, @hash, @date, @problems, @firstSeen)
        on conflict (name) do update set hash = excluded.hash, date = excluded.date, problems = excluded.problems, missing_since = null, removal = null
        """;

    /// <summary>What is known of a file, or null.</summary>
    public async Task<KnownFile?> FindAsync(string name, CancellationToken cancellationToken)
    {
        var row = await database.ReadAsync(c => c.FirstAsync<FileRow>($"{Select} where name = @name", new { name }, cancellationToken), cancellationToken);
        return row?.ToFile();
    }

    /// <summary>All files by name, those that have gone included.</summary>
    public async Task<IReadOnlyList<KnownFile>> ListAsync(CancellationToken cancellationToken)
    {
        var rows = await database.ReadAsync(c => c.ListAsync<FileRow>($"{Select} order by name", null, cancellationToken), cancellationToken);
        return [.. rows.Select(r => r.ToFile())];
    }

    /// <summary>The files that have gone, by name.</summary>
    public async Task<IReadOnlyList<KnownFile>> ListGoneAsync(CancellationToken cancellationToken)
    {
        var rows = await database.ReadAsync(c => c.ListAsync<FileRow>($"{Select} where missing_since is not null order by name", null, cancellationToken), cancellationToken);
        return [.. rows.Select(r => r.ToFile())];
    }

    /// <summary>Notes what was read.</summary>
    public Task SaveAsync(KnownFile file, CancellationToken cancellationToken) =>
        WriteAsync(
            Upsert,
            new
            {
                name = file.Name,
                hash = file.Hash,
                date = file.Date is { } date ? Dates.Write(date) : null,
                problems = ProblemJson.Write(file.Problems),
                firstSeen = Times.Write(file.FirstSeenAt),
            },
            cancellationToken);

    /// <summary>Notes that a file has gone; when it comes back it is read anew.</summary>
    public Task SetMissingAsync(string name, DateTimeOffset since, CancellationToken cancellationToken) =>
        WriteAsync("update files set hash = '', missing_since = coalesce(missing_since, @since) where name = @name", new { name, since = Times.Write(since) }, cancellationToken);

    /// <summary>Notes how a file that has gone went.</summary>
    public Task SetRemovalAsync(string name, FileRemoval removal, CancellationToken cancellationToken) =>
        WriteAsync("update files set removal = @removal where name = @name and missing_since is not null", new { name, removal = Words.Write(removal) }, cancellationToken);

    /// <summary>Counts anew how long files have been gone that went by themselves: meanwhile nobody could see whether they were there.</summary>
    public Task RestartRemovalsAsync(DateTimeOffset since, CancellationToken cancellationToken) =>
        WriteAsync("update files set missing_since = @since where removal = @removal and missing_since is not null", new { since = Times.Write(since), removal = Words.Write(FileRemoval.Alone) }, cancellationToken);

    private Task<int> WriteAsync(string sql, object parameters, CancellationToken cancellationToken) =>
        database.WriteAsync(c => c.RunAsync(sql, parameters, cancellationToken), cancellationToken);

    private sealed record FileRow(string Name, string Hash, string? Date, string Problems, long FirstSeenAt, long? MissingSince, string? Removal)
    {
        internal KnownFile ToFile() => new(
            Name,
            Hash,
            Date is null ? null : Dates.Read(Date),
            ProblemJson.Read(Problems),
            DateTimeOffset.FromUnixTimeMilliseconds(FirstSeenAt),
            Times.Read(MissingSince),
            Words.ReadOptional<FileRemoval>(Removal));
    }
}

/// <summary>What is known of a file.</summary>
/// <param name="Name">Its name, without the folder.</param>
/// <param name="Hash">Of its bytes; empty where it has to be read anew.</param>
/// <param name="Date">The date, where it has one.</param>
/// <param name="Problems">What is wrong with it.</param>
/// <param name="FirstSeenAt">When it was first seen.</param>
/// <param name="MissingSince">When it went, or null.</param>
/// <param name="Removal">How it went, or null.</param>
internal sealed record KnownFile(
    string Name, string Hash, DateOnly? Date, ImmutableArray<Problem> Problems, DateTimeOffset FirstSeenAt, DateTimeOffset? MissingSince = null, FileRemoval? Removal = null);

/// <summary>How a file went from the folder.</summary>
internal enum FileRemoval
{
    /// <summary>By itself: somebody meant it.</summary>
    Alone,

    /// <summary>With others at once: an accident, rather.</summary>
    Together,

    /// <summary>By itself, and its issue was taken back for it.</summary>
    Followed,
}
