using System.Collections.Immutable;
using BotDigest.Bot.Issues;
using BotDigest.Formatting.Problems;

namespace BotDigest.Bot.Storage;

/// <summary>What was last read of each file of the folder.</summary>
/// <param name="database">The database.</param>
internal sealed class FileStore(Database database)
{
    private const string Select = "select name as Name, hash as Hash, date as Date, problems as Problems, first_seen_at as FirstSeenAt, missing_since as MissingSince, removal as Removal, note as Note from files";

    private const string Upsert = """
        insert into files (name, hash, date, problems, first_seen_at, note) values (@name, @hash, @date, @problems, @firstSeen, @note)
        on conflict (name) do update set hash = excluded.hash, date = excluded.date, problems = excluded.problems, note = excluded.note, missing_since = null, removal = null
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

    /// <summary>The files that could not be taken in, by name.</summary>
    public async Task<IReadOnlyList<KnownFile>> ListRefusedAsync(CancellationToken cancellationToken)
    {
        const string sql = $"{Select} where date is null and missing_since is null order by name";
        var rows = await database.ReadAsync(c => c.ListAsync<FileRow>(sql, null, cancellationToken), cancellationToken);
        return [.. rows.Select(r => r.ToFile())];
    }

    /// <summary>What has become of all files, without their problems.</summary>
    public async Task<IReadOnlyList<FileMark>> ListMarksAsync(CancellationToken cancellationToken)
    {
        const string sql = "select name as Name, hash as Hash, first_seen_at as FirstSeenAt, missing_since as MissingSince, removal as Removal, note as Note from files";
        var rows = await database.ReadAsync(c => c.ListAsync<MarkRow>(sql, null, cancellationToken), cancellationToken);
        return [.. rows.Select(r => r.ToMark())];
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
                note = Words.Write(file.Note),
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

    private sealed record MarkRow(string Name, string Hash, long FirstSeenAt, long? MissingSince, string? Removal, string? Note)
    {
        internal FileMark ToMark() => new(
            Name,
            Hash,
            DateTimeOffset.FromUnixTimeMilliseconds(FirstSeenAt),
            MissingSince is not null,
            Words.ReadOptional<FileRemoval>(Removal),
            Words.ReadOptional<ImportNote>(Note) ?? ImportNote.None);
    }

    private sealed record FileRow(string Name, string Hash, string? Date, string Problems, long FirstSeenAt, long? MissingSince, string? Removal, string? Note)
    {
        internal KnownFile ToFile() => new(
            Name,
            Hash,
            Date is null ? null : Dates.Read(Date),
            ProblemJson.Read(Problems),
            DateTimeOffset.FromUnixTimeMilliseconds(FirstSeenAt),
            Times.Read(MissingSince),
            Words.ReadOptional<FileRemoval>(Removal),
            Words.ReadOptional<ImportNote>(Note) ?? ImportNote.None);
    }
}

/// <summary>What is known of a file.</summary>
/// <param name="Name">Its name, without the folder.</param>
/// <param name="Hash">Of its bytes; empty where it has to be read anew.</param>
/// <param name="Date">The issue's date, where it has one.</param>
/// <param name="Problems">What is wrong with it.</param>
/// <param name="FirstSeenAt">When it was first seen.</param>
/// <param name="MissingSince">When it went, or null.</param>
/// <param name="Removal">How it went, or null.</param>
/// <param name="Note">What else the editors should know of its issue.</param>
internal sealed record KnownFile(
    string Name,
    string Hash,
    DateOnly? Date,
    ImmutableArray<Problem> Problems,
    DateTimeOffset FirstSeenAt,
    DateTimeOffset? MissingSince = null,
    FileRemoval? Removal = null,
    ImportNote Note = ImportNote.None);

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

/// <summary>What has become of a file.</summary>
/// <param name="Name">Its name, without the folder.</param>
/// <param name="Hash">Of its bytes.</param>
/// <param name="FirstSeenAt">When it was first seen.</param>
/// <param name="IsMissing">True where it has gone.</param>
/// <param name="Removal">How it went, or null.</param>
/// <param name="Note">What else the editors should know of its issue.</param>
internal sealed record FileMark(string Name, string Hash, DateTimeOffset FirstSeenAt, bool IsMissing, FileRemoval? Removal, ImportNote Note);
