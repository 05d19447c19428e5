using BotDigest.Bot.Publishing;
using BotDigest.Formatting.Digests;

namespace BotDigest.Bot.Storage;

/// <summary>The ledger of issues: what the channel should show, and how far that has come. Its companion for messages is <see cref="DeliveryStore"/>.</summary>
/// <param name="database">The database.</param>
internal sealed class PublicationStore(Database database)
{
    private const string Select = $"select {PublicationRow.Columns} from publications";

    private const string Insert = """
        insert into publications (channel, date, file, fingerprint, digest, revision, state, due_at, retracted_by, failures)
        values (@channel, @date, @file, @fingerprint, @digest, 1, @state, @due, @retractedBy, 0)
        returning id
        """;

    private const string UpdateContent = """
        update publications set file = @file, fingerprint = @fingerprint, digest = @digest, revision = revision + 1, state = @state, due_at = @due, retracted_by = @retractedBy,
            failures = 0, next_attempt_at = null, paused = case when paused = 'rights' then paused end, error = case when paused = 'rights' then error end
        where id = @id and revision = @revision
        """;

    private const string UpdateState = """
        update publications set state = @state, due_at = @due, retracted_by = @retractedBy, revision = revision + 1, failures = 0, next_attempt_at = null, paused = null, error = null where id = @id
        """;

    // Nothing of it is on the channel, nor may be.
    private const string OffChannel = "not exists (select 1 from deliveries where deliveries.publication_id = publications.id and deliveries.state in ('sending', 'sent', 'unknown'))";

    // Issues that have begun come first: nothing may stand between the messages of one. They stay due even on a clock that is put back.
    private const string SelectDue = """
        select publications.id as Id, publications.date as Date, paused as Paused, next_attempt_at as NextAttemptAt from publications
        where channel = @channel and (state in ('publishing', 'retracting') or (state = 'scheduled' and due_at + @hold <= @now))
        order by case when exists (select 1 from deliveries where deliveries.publication_id = publications.id and deliveries.state in ('sending', 'sent', 'unknown')) then 0 else 1 end, publications.date
        """;

    private const string SelectNextWake = """
        select min(case when state = 'scheduled' and due_at + @hold > coalesce(next_attempt_at, 0) then due_at + @hold else coalesce(next_attempt_at, 0) end)
        from publications where channel = @channel and state in ('scheduled', 'publishing', 'retracting') and paused is null
        """;

    /// <summary>The publication of an issue, or null.</summary>
    public Task<Publication?> FindAsync(string channel, DateOnly date, CancellationToken cancellationToken) =>
        FirstAsync($"{Select} where channel = @channel and date = @date", new { channel, date = Dates.Write(date) }, cancellationToken);

    /// <summary>The publication that a file owns, or null.</summary>
    public Task<Publication?> FindByFileAsync(string channel, string file, CancellationToken cancellationToken) =>
        FirstAsync($"{Select} where channel = @channel and file = @file order by case when state = 'retracted' then 1 else 0 end, date desc", new { channel, file }, cancellationToken);

    /// <summary>A publication by its row, or null.</summary>
    public Task<Publication?> FindAsync(long id, CancellationToken cancellationToken) => FirstAsync($"{Select} where id = @id", new { id }, cancellationToken);

    /// <summary>All publications of a channel by date.</summary>
    public async Task<IReadOnlyList<Publication>> ListAsync(string channel, CancellationToken cancellationToken)
    {
        var rows = await database.ReadAsync(c => c.ListAsync<PublicationRow>($"{Select} where channel = @channel order by date", new { channel }, cancellationToken), cancellationToken);
        return [.. rows.Select(r => r.ToPublication())];
    }

    /// <summary>How far all publications of a channel have come, without what they say.</summary>
    public async Task<IReadOnlyList<PublicationStage>> ListStagesAsync(string channel, CancellationToken cancellationToken)
    {
        const string select = """
            select id as Id, date as Date, file as File, fingerprint as Fingerprint, revision as Revision, state as State, due_at as DueAt, published_at as PublishedAt, retracted_by as RetractedBy,
                paused as Paused, next_attempt_at as NextAttemptAt, error as Error
            from publications where channel = @channel order by date
            """;
        var rows = await database.ReadAsync(c => c.ListAsync<StageRow>(select, new { channel }, cancellationToken), cancellationToken);
        return [.. rows.Select(r => r.ToStage())];
    }

    /// <summary>Issues that came to be wholly on the channel after a moment, oldest first: what subscribers are to hear of.</summary>
    public async Task<IReadOnlyList<PublishedIssue>> ListPublishedAsync(string channel, DateTimeOffset after, CancellationToken cancellationToken)
    {
        const string select = "select date as Date, published_at as PublishedAt from publications where channel = @channel and published_at > @after and state in ('published', 'publishing') order by published_at, date";
        var rows = await database.ReadAsync(c => c.ListAsync<PublishedRow>(select, new { channel, after = Times.Write(after) }, cancellationToken), cancellationToken);
        return [.. rows.Select(r => new PublishedIssue(Dates.Read(r.Date), DateTimeOffset.FromUnixTimeMilliseconds(r.PublishedAt)))];
    }

    /// <summary>Enters an issue.</summary>
    public Task<long> AddAsync(string channel, DateOnly date, PublicationContent content, CancellationToken cancellationToken) =>
        database.WriteLedgerAsync(
            c => c.ValueAsync<long>(
                Insert,
                new
                {
                    channel,
                    date = Dates.Write(date),
                    file = content.File,
                    fingerprint = content.Fingerprint,
                    digest = DigestJson.Write(content.Digest),
                    state = Words.Write(content.State),
                    due = Times.Write(content.DueAt),
                    retractedBy = Words.WriteOptional(content.RetractedBy),
                },
                cancellationToken),
            cancellationToken);

    /// <summary>Enters another content, unless the publication has changed since it was read. What stood still because of the old one goes on.</summary>
    /// <param name="publication">The publication, as it was read.</param>
    /// <param name="content">What its file makes of it.</param>
    /// <param name="offChannel">True where that holds only as long as nothing of the issue is on the channel.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>False where it has changed, or something is on the channel by now, and nothing was entered.</returns>
    public async Task<bool> ReviseAsync(Publication publication, PublicationContent content, bool offChannel, CancellationToken cancellationToken) =>
        await WriteAsync(
            offChannel ? $"{UpdateContent} and {OffChannel}" : UpdateContent,
            new
            {
                id = publication.Id,
                revision = publication.Revision,
                file = content.File,
                fingerprint = content.Fingerprint,
                digest = DigestJson.Write(content.Digest),
                state = Words.Write(content.State),
                due = Times.Write(content.DueAt),
                retractedBy = Words.WriteOptional(content.RetractedBy),
            },
            cancellationToken) == 1;

    /// <summary>Enters the new name of the file.</summary>
    public Task RenameAsync(long id, string file, CancellationToken cancellationToken) => WriteAsync("update publications set file = @file where id = @id", new { id, file }, cancellationToken);

    /// <summary>Forgets an issue that has no message on the channel. Where one may be there all the same, that alone is kept in mind.</summary>
    /// <returns>False where it has one by now.</returns>
    public Task<bool> RemoveAsync(long id, CancellationToken cancellationToken) =>
        database.WriteLedgerAsync(
            async connection =>
            {
                const string keep = $"""
                    update publications set state = 'draft', fingerprint = '', due_at = null, revision = revision + 1, failures = 0, next_attempt_at = null, paused = null, error = null
                    where id = @id and {OffChannel} and exists (select 1 from deliveries where publication_id = @id and error = '{DeliveryStore.Doubt}')
                    """;
                if (await connection.RunAsync(keep, new { id }, cancellationToken) == 0)
                    return await connection.RunAsync($"delete from publications where id = @id and {OffChannel}", new { id }, cancellationToken) == 1;
                await DeliveryStore.GiveUpAsync(connection, id, cancellationToken);
                return true;
            },
            cancellationToken);

    /// <summary>Sends an issue on its way, or takes it back; what stood still goes on.</summary>
    public Task SetStateAsync(long id, PublicationState state, DateTimeOffset? dueAt, RetractedBy? retractedBy, CancellationToken cancellationToken) =>
        WriteAsync(UpdateState, new { id, state = Words.Write(state), due = Times.Write(dueAt), retractedBy = Words.WriteOptional(retractedBy) }, cancellationToken);

    /// <summary>The publications with something to do, in the order in which it is to be done; one that has waited for its hour is held back a little longer.</summary>
    public async Task<IReadOnlyList<DuePublication>> ListDueAsync(string channel, DateTimeOffset now, TimeSpan hold, CancellationToken cancellationToken)
    {
        var rows = await database.ReadAsync(c => c.ListAsync<DueRow>(SelectDue, new { channel, now = Times.Write(now), hold = (long)hold.TotalMilliseconds }, cancellationToken), cancellationToken);
        return [.. rows.Select(r => new DuePublication(r.Id, Dates.Read(r.Date), Words.ReadOptional<PublicationPause>(r.Paused), Times.Read(r.NextAttemptAt)))];
    }

    /// <summary>When there is something to do next; null where nothing waits.</summary>
    public async Task<DateTimeOffset?> NextWakeAsync(string channel, TimeSpan hold, CancellationToken cancellationToken)
    {
        var parameters = new { channel, hold = (long)hold.TotalMilliseconds };
        return Times.Read(await database.ReadAsync(c => c.ValueAsync<long?>(SelectNextWake, parameters, cancellationToken), cancellationToken));
    }

    /// <summary>Lets an issue of which the channel shows nothing wait again, unless it has changed meanwhile.</summary>
    public Task HoldBackAsync(Publication publication, CancellationToken cancellationToken) =>
        WriteAsync("update publications set state = 'scheduled' where id = @id and revision = @revision and state = 'publishing'", new { id = publication.Id, revision = publication.Revision }, cancellationToken);

    /// <summary>Notes that the channel shows what it should, unless that has changed meanwhile.</summary>
    /// <returns>True where it was noted.</returns>
    public async Task<bool> CompleteAsync(Publication publication, DateTimeOffset now, CancellationToken cancellationToken)
    {
        const string update = """
            update publications set state = @state, published_at = case when @state = 'published' then coalesce(published_at, @now) else published_at end, failures = 0, next_attempt_at = null, error = null
            where id = @id and revision = @revision
            """;
        var state = publication.State == PublicationState.Retracting ? PublicationState.Retracted : PublicationState.Published;
        var parameters = new { id = publication.Id, revision = publication.Revision, state = Words.Write(state), now = Times.Write(now) };
        return await database.WriteLedgerAsync(
            async connection =>
            {
                if (await connection.RunAsync(update, parameters, cancellationToken) == 0)
                    return false;
                await DeliveryStore.GiveUpAsync(connection, publication.Id, cancellationToken);
                return true;
            },
            cancellationToken);
    }

    /// <summary>Notes a failure after which the issue is tried again later.</summary>
    public Task PostponeAsync(long id, DateTimeOffset until, string reason, CancellationToken cancellationToken) =>
        WriteAsync(
            "update publications set failures = failures + 1, next_attempt_at = @until, error = @reason where id = @id", new { id, until = Times.Write(until), reason }, cancellationToken);

    /// <summary>Lets an issue stand still until a person does something.</summary>
    public Task PauseAsync(long id, PublicationPause pause, string reason, CancellationToken cancellationToken) =>
        WriteAsync("update publications set paused = @pause, error = @reason where id = @id", new { id, pause = Words.Write(pause), reason }, cancellationToken);

    /// <summary>Lets issues go on that stand still for want of rights, or because an earlier program failed on them.</summary>
    /// <returns>How many there are.</returns>
    public Task<int> ResumeAsync(string channel, CancellationToken cancellationToken) =>
        database.WriteAsync(
            c => c.RunAsync(
                "update publications set paused = null, failures = 0, next_attempt_at = null where channel = @channel and paused in ('rights', 'fault')", new { channel }, cancellationToken),
            cancellationToken);

    /// <summary>Tries at once what stands still or waits for another attempt.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="date">One issue; all of them without it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>How many issues there are.</returns>
    public Task<int> RetryAsync(string channel, DateOnly? date, CancellationToken cancellationToken)
    {
        const string update = """
            update publications set paused = null, failures = 0, next_attempt_at = null
            where channel = @channel and state in ('scheduled', 'publishing', 'retracting') and (paused is not null or next_attempt_at is not null) and (@date is null or date = @date)
            """;
        return database.WriteAsync(c => c.RunAsync(update, new { channel, date = date is { } day ? Dates.Write(day) : null }, cancellationToken), cancellationToken);
    }

    /// <summary>Tries at once what was to be tried after a moment that is too far away to be meant.</summary>
    public Task ForgetWaitsAsync(string channel, DateTimeOffset beyond, CancellationToken cancellationToken) =>
        WriteAsync("update publications set next_attempt_at = null where channel = @channel and next_attempt_at > @beyond", new { channel, beyond = Times.Write(beyond) }, cancellationToken);

    /// <summary>Follows a channel that has a new name in the settings.</summary>
    public Task RenameChannelAsync(string from, string to, CancellationToken cancellationToken) =>
        WriteAsync("update publications set channel = @to where channel = @from", new { from, to }, cancellationToken);

    private Task<int> WriteAsync(string sql, object parameters, CancellationToken cancellationToken) =>
        database.WriteLedgerAsync(c => c.RunAsync(sql, parameters, cancellationToken), cancellationToken);

    private async Task<Publication?> FirstAsync(string sql, object parameters, CancellationToken cancellationToken)
    {
        var row = await database.ReadAsync(c => c.FirstAsync<PublicationRow>(sql, parameters, cancellationToken), cancellationToken);
        return row?.ToPublication();
    }

    private sealed record DueRow(long Id, string Date, string? Paused, long? NextAttemptAt);

    private sealed record StageRow(
        long Id, string Date, string File, string Fingerprint, long Revision, string State, long? DueAt, long? PublishedAt, string? RetractedBy, string? Paused, long? NextAttemptAt, string? Error)
    {
        internal PublicationStage ToStage() => new(
            Id,
            Dates.Read(Date),
            File,
            Fingerprint,
            Revision,
            Words.Read<PublicationState>(State),
            Times.Read(DueAt),
            Times.Read(PublishedAt),
            Words.ReadOptional<RetractedBy>(RetractedBy),
            Words.ReadOptional<PublicationPause>(Paused),
            Times.Read(NextAttemptAt),
            Error);
    }

    private sealed record PublishedRow(string Date, long PublishedAt);
}

/// <summary>What an issue's file makes of its publication.</summary>
/// <param name="File">The file.</param>
/// <param name="Fingerprint">Of its parsed content.</param>
/// <param name="Digest">What the channel should show.</param>
/// <param name="State">How far it has come.</param>
/// <param name="DueAt">When it is due, or null.</param>
/// <param name="RetractedBy">Who took it back, or null.</param>
internal sealed record PublicationContent(string File, string Fingerprint, Digest Digest, PublicationState State, DateTimeOffset? DueAt, RetractedBy? RetractedBy = null);

/// <summary>A publication with something to do.</summary>
/// <param name="Id">Its row.</param>
/// <param name="Date">The issue's date.</param>
/// <param name="Paused">Why it stands still, or null.</param>
/// <param name="NextAttemptAt">Not to be tried before.</param>
internal sealed record DuePublication(long Id, DateOnly Date, PublicationPause? Paused, DateTimeOffset? NextAttemptAt);

/// <summary>An issue that is wholly on the channel.</summary>
/// <param name="Date">The issue's date.</param>
/// <param name="At">Since when.</param>
internal sealed record PublishedIssue(DateOnly Date, DateTimeOffset At);
