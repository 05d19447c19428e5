using System.Data.Common;

namespace BotDigest.Bot.Storage;

/// <summary>What verbs of the command line ask the running service to do, and its answers.</summary>
/// <param name="database">The database.</param>
internal sealed class RequestStore(Database database)
{
    /// <summary>Leaves a request.</summary>
    /// <returns>Its row.</returns>
    public Task<long> AddAsync(string verb, string argument, DateTimeOffset now, CancellationToken cancellationToken) =>
        database.WriteAsync(
            c => c.ValueAsync<long>(
                "insert into requests (verb, argument, created_at, failed) values (@verb, @argument, @now, 0) returning id", new { verb, argument, now = Times.Write(now) }, cancellationToken),
            cancellationToken);

    /// <summary>The requests without an answer, oldest first.</summary>
    public async Task<IReadOnlyList<OpenRequest>> ListOpenAsync(CancellationToken cancellationToken) =>
        await database.ReadAsync(
            c => c.ListAsync<OpenRequest>("select id as Id, verb as Verb, argument as Argument from requests where done_at is null order by id", null, cancellationToken), cancellationToken);

    /// <summary>Answers a request.</summary>
    public Task AnswerAsync(long id, string answer, bool failed, DateTimeOffset now, CancellationToken cancellationToken) =>
        database.WriteAsync(
            (DbConnection c) => c.RunAsync(
                "update requests set done_at = @now, answer = @answer, failed = @failed where id = @id", new { id, answer, failed = failed ? 1L : 0L, now = Times.Write(now) }, cancellationToken),
            cancellationToken);

    /// <summary>The answer to a request; null while there is none.</summary>
    public async Task<RequestAnswer?> FindAnswerAsync(long id, CancellationToken cancellationToken)
    {
        var row = await database.ReadAsync(
            c => c.FirstAsync<AnswerRow>("select answer as Answer, failed as Failed from requests where id = @id and done_at is not null", new { id }, cancellationToken), cancellationToken);
        return row is null ? null : new RequestAnswer(row.Answer, row.Failed != 0);
    }

    /// <summary>Takes a request back that nobody has answered.</summary>
    /// <returns>False where somebody has.</returns>
    public async Task<bool> WithdrawAsync(long id, CancellationToken cancellationToken) =>
        await database.WriteAsync(c => c.RunAsync("delete from requests where id = @id and done_at is null", new { id }, cancellationToken), cancellationToken) == 1;

    private sealed record AnswerRow(string Answer, long Failed);
}

/// <summary>A request without an answer.</summary>
/// <param name="Id">Its row.</param>
/// <param name="Verb">The verb.</param>
/// <param name="Argument">Its argument, as the verb writes it.</param>
internal sealed record OpenRequest(long Id, string Verb, string Argument);

/// <summary>The answer to a request.</summary>
/// <param name="Text">What was done, or why not.</param>
/// <param name="Failed">True where it was not done.</param>
internal sealed record RequestAnswer(string Text, bool Failed);
