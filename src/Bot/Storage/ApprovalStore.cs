using BotDigest.Bot.Publishing;

namespace BotDigest.Bot.Storage;

/// <summary>What editors have decided about issues: the last decision for each.</summary>
/// <param name="database">The database.</param>
internal sealed class ApprovalStore(Database database)
{
    private const string Select = "select date as Date, fingerprint as Fingerprint, verdict as Verdict, editor as Editor, editor_name as EditorName, decided_at as DecidedAt from approvals";

    private const string Upsert = """
        insert into approvals (channel, date, fingerprint, verdict, editor, editor_name, decided_at) values (@channel, @date, @fingerprint, @verdict, @editor, @name, @at)
        on conflict (channel, date) do update set fingerprint = excluded.fingerprint, verdict = excluded.verdict, editor = excluded.editor, editor_name = excluded.editor_name, decided_at = excluded.decided_at
        """;

    /// <summary>The last decision about an issue, or null.</summary>
    public async Task<Approval?> FindAsync(string channel, DateOnly date, CancellationToken cancellationToken)
    {
        var parameters = new { channel, date = Dates.Write(date) };
        var row = await database.ReadAsync(c => c.FirstAsync<ApprovalRow>($"{Select} where channel = @channel and date = @date", parameters, cancellationToken), cancellationToken);
        return row?.ToApproval();
    }

    /// <summary>The last decisions about all issues of a channel.</summary>
    public async Task<IReadOnlyList<Approval>> ListAsync(string channel, CancellationToken cancellationToken)
    {
        var rows = await database.ReadAsync(c => c.ListAsync<ApprovalRow>($"{Select} where channel = @channel", new { channel }, cancellationToken), cancellationToken);
        return [.. rows.Select(r => r.ToApproval())];
    }

    /// <summary>Keeps a decision in place of the one before.</summary>
    public Task SetAsync(string channel, Approval approval, CancellationToken cancellationToken) =>
        database.WriteAsync(
            c => c.RunAsync(
                Upsert,
                new
                {
                    channel,
                    date = Dates.Write(approval.Date),
                    fingerprint = approval.Fingerprint,
                    verdict = Words.Write(approval.Verdict),
                    editor = approval.Editor,
                    name = approval.EditorName,
                    at = Times.Write(approval.At),
                },
                cancellationToken),
            cancellationToken);

    /// <summary>The publications that wait for their hour and for an editor's approval of what they now say.</summary>
    public async Task<IReadOnlySet<long>> ListUnapprovedAsync(string channel, CancellationToken cancellationToken)
    {
        const string sql = """
            select publications.id from publications where channel = @channel and state = 'scheduled' and not exists (
                select 1 from approvals
                where approvals.channel = publications.channel and approvals.date = publications.date and approvals.fingerprint = publications.fingerprint and verdict = 'approved')
            """;
        return (await database.ReadAsync(c => c.ListAsync<long>(sql, new { channel }, cancellationToken), cancellationToken)).ToHashSet();
    }

    private sealed record ApprovalRow(string Date, string Fingerprint, string Verdict, long Editor, string EditorName, long DecidedAt)
    {
        internal Approval ToApproval() =>
            new(Dates.Read(Date), Fingerprint, Words.Read<Verdict>(Verdict), Editor, EditorName, DateTimeOffset.FromUnixTimeMilliseconds(DecidedAt));
    }
}
