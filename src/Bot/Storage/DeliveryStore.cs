using System.Collections.Immutable;
using System.Data.Common;
using BotDigest.Bot.Publishing;
using BotDigest.Formatting.Messages;

namespace BotDigest.Bot.Storage;

/// <summary>The ledger of messages: a row is written before each call to Telegram and after it, a transition a transaction.</summary>
/// <param name="database">The database.</param>
internal sealed class DeliveryStore(Database database)
{
    /// <summary>The note of a message that is sent again though its first attempt may have arrived; it stays until the message is sent.</summary>
    internal const string Doubt = "sent again without knowing whether the first attempt arrived";

    private const int MostSkipped = 50;

    // rows whose first attempt may have arrived: the message itself, and those of the chat that are no longer wanted, or not now
    private const string Doubtful = $"""
        from deliveries where error = '{Doubt}'
            and (id = @id or (state in ('planned', 'rejected', 'deleted') and chat = (select chat from deliveries where id = @id)))
        """;

    private const string Select = $"select {DeliveryRow.Columns} from deliveries";

    private const string Reuse = $"""
        update deliveries set state = 'sending', chat = @chat, content = @content, continuation = @continuation, attempts = attempts + 1, attempt_at = @now,
            error = case when error = '{Doubt}' then error end
        where id = (select min(id) from deliveries where publication_id = @publication and state in ('planned', 'rejected'))
        returning id
        """;

    private const string Insert = """
        insert into deliveries (publication_id, state, chat, content, continuation, fixed, attempts, attempt_at)
        values (@publication, 'sending', @chat, @content, @continuation, 0, 1, @now)
        returning id
        """;

    private const string Succeed = "update publications set failures = 0, next_attempt_at = null, error = null where id = (select publication_id from deliveries where id = @id)";

    // published_at 0: subscribers are not to hear of it
    private const string Adopted = """
        update publications set state = 'published', due_at = coalesce(due_at, @now), published_at = coalesce(published_at, 0), retracted_by = null, failures = 0, next_attempt_at = null, paused = null, error = null
        where id = @publication
        """;

    /// <summary>The messages of a publication in the channel's order, those that are gone left out.</summary>
    public async Task<IReadOnlyList<Delivery>> ListAsync(long publication, CancellationToken cancellationToken)
    {
        const string sql = $"{Select} where publication_id = @publication and state <> 'deleted' order by id";
        var rows = await database.ReadAsync(c => c.ListAsync<DeliveryRow>(sql, new { publication }, cancellationToken), cancellationToken);
        return [.. rows.Select(r => r.ToDelivery())];
    }

    /// <summary>The message of a channel whose fate is unknown, or null: it blocks the channel.</summary>
    public async Task<Delivery?> FindUnknownAsync(string channel, CancellationToken cancellationToken)
    {
        const string sql = $"{Select} join publications on publications.id = deliveries.publication_id where channel = @channel and deliveries.state = 'unknown' order by deliveries.id";
        var row = await database.ReadAsync(c => c.FirstAsync<DeliveryRow>(sql, new { channel }, cancellationToken), cancellationToken);
        return row?.ToDelivery();
    }

    /// <summary>The highest number that a message of ours ever had in a chat, or null.</summary>
    public async Task<int?> LastMessageAsync(long chat, CancellationToken cancellationToken) =>
        (int?)await database.ReadAsync(c => c.ValueAsync<long?>("select max(message_id) from deliveries where chat = @chat", new { chat }, cancellationToken), cancellationToken);

    /// <summary>True where no other issue has begun on the channel after a message.</summary>
    public async Task<bool> IsNewestAsync(Publication publication, int head, CancellationToken cancellationToken)
    {
        const string sql = """
            select count(*) from (
                select deliveries.publication_id from deliveries join publications on publications.id = deliveries.publication_id
                where channel = @channel and publications.id <> @id and deliveries.state = 'sent'
                group by deliveries.publication_id having min(message_id) > @head) newer
            """;
        var parameters = new { channel = publication.Channel, id = publication.Id, head };
        return await database.ReadAsync(c => c.ValueAsync<long>(sql, parameters, cancellationToken), cancellationToken) == 0;
    }

    /// <summary>Notes that what was under way when the program ended is unknown, to be looked into at <paramref name="probeAt"/>.</summary>
    /// <returns>How many messages there are.</returns>
    public Task<int> MarkInterruptedAsync(string channel, DateTimeOffset probeAt, CancellationToken cancellationToken) =>
        database.WriteLedgerAsync(
            async connection =>
            {
                const string publications = """
                    update publications set next_attempt_at = @probeAt
                    where channel = @channel and exists (select 1 from deliveries where deliveries.publication_id = publications.id and deliveries.state in ('sending', 'unknown'))
                    """;
                const string deliveries = """
                    update deliveries set state = 'unknown', error = 'the program ended during the call'
                    where state = 'sending' and publication_id in (select id from publications where channel = @channel)
                    """;
                var parameters = new { channel, probeAt = Times.Write(probeAt) };
                await connection.RunAsync(publications, parameters, cancellationToken);
                return await connection.RunAsync(deliveries, parameters, cancellationToken);
            },
            cancellationToken);

    /// <summary>Before a message is sent. With its first one an issue is no longer waiting for its hour.</summary>
    /// <returns>Its row; null where the publication has changed since it was read.</returns>
    public Task<long?> BeginSendAsync(Publication publication, long chat, MessageContent content, bool continuation, DateTimeOffset now, CancellationToken cancellationToken) =>
        database.WriteLedgerAsync(
            async connection =>
            {
                // writing the row keeps it from changing until this transaction ends
                const string confirm = "update publications set state = case when state = 'scheduled' then 'publishing' else state end where id = @id and revision = @revision";
                if (await connection.RunAsync(confirm, new { id = publication.Id, revision = publication.Revision }, cancellationToken) == 0)
                    return (long?)null;
                var parameters = new { publication = publication.Id, chat, content = DigestJson.Write(content), continuation = continuation ? 1L : 0L, now = Times.Write(now) };
                return await connection.ValueAsync<long?>(Reuse, parameters, cancellationToken) ?? await connection.ValueAsync<long>(Insert, parameters, cancellationToken);
            },
            cancellationToken);

    /// <summary>After a message was sent, or was found to be there.</summary>
    public Task SentAsync(long id, int messageId, DateTimeOffset sentAt, CancellationToken cancellationToken) =>
        database.WriteLedgerAsync(
            async connection =>
            {
                const string sent = "update deliveries set state = 'sent', message_id = @messageId, sent_at = @sentAt, error = null where id = @id";
                const string named = $"delete from deliveries where state = 'deleted' and error = '{Doubt}' and chat = (select chat from deliveries where id = @id)";
                const string other = $"update deliveries set error = null where state in ('planned', 'rejected') and error = '{Doubt}' and chat = (select chat from deliveries where id = @id)";
                const string empty = "delete from publications where fingerprint = '' and not exists (select 1 from deliveries where deliveries.publication_id = publications.id)";
                var parameters = new { id, messageId = (long)messageId, sentAt = Times.Write(sentAt) };
                await connection.RunAsync(sent, parameters, cancellationToken);
                if (await connection.RunAsync(named, parameters, cancellationToken) > 0)
                    await connection.RunAsync(empty, null, cancellationToken);
                await connection.RunAsync(other, parameters, cancellationToken);
                await connection.RunAsync(Succeed, parameters, cancellationToken);
            },
            cancellationToken);

    /// <summary>After a call whose answer was lost.</summary>
    public Task UnknownAsync(long id, string reason, DateTimeOffset probeAt, CancellationToken cancellationToken) =>
        database.WriteLedgerAsync(
            async connection =>
            {
                var parameters = new { id, reason, probeAt = Times.Write(probeAt) };
                await connection.RunAsync("update deliveries set state = 'unknown', error = @reason where id = @id", parameters, cancellationToken);
                await connection.RunAsync("update publications set next_attempt_at = @probeAt where id = (select publication_id from deliveries where id = @id)", parameters, cancellationToken);
            },
            cancellationToken);

    /// <summary>After a message turned out not to be in the chat: it is to be sent (again).</summary>
    public Task NotSentAsync(long id, string? reason, CancellationToken cancellationToken) =>
        WriteAsync($"update deliveries set state = 'planned', error = case when error = '{Doubt}' then error else @reason end where id = @id", new { id, reason }, cancellationToken);

    /// <summary>The numbers that lie between a message and the last known one before it, where its first attempt, or one that is no longer wanted, may have arrived: there it is, unless somebody else has written meanwhile.
    /// Where no earlier one is known, as many as there were attempts.</summary>
    public async Task<ImmutableArray<int>> ListSkippedAsync(long id, int messageId, CancellationToken cancellationToken)
    {
        const string select = $"""
            select max(attempts) as Attempts,
                (select max(message_id) from deliveries where chat = (select chat from deliveries where id = @id) and message_id < @messageId) as Last
            {Doubtful}
            """;
        var row = await database.ReadAsync(c => c.FirstAsync<(long? Attempts, long? Last)>(select, new { id, messageId = (long)messageId }, cancellationToken), cancellationToken);
        if (row.Attempts is not { } attempts)
            return [];
        var first = Math.Max(messageId - MostSkipped, row.Last is { } last ? (int)last + 1 : Math.Max(1, messageId - (int)attempts + 1));
        return [.. Enumerable.Range(first, Math.Max(0, messageId - first))];
    }

    /// <summary>What the messages say that may be in a message's chat without being known.</summary>
    public async Task<IReadOnlyList<MessageContent>> ListDoubtfulAsync(long id, CancellationToken cancellationToken)
    {
        var contents = await database.ReadAsync(c => c.ListAsync<string?>($"select content {Doubtful}", new { id }, cancellationToken), cancellationToken);
        return [.. contents.OfType<string>().Select(DigestJson.ReadContent)];
    }

    /// <summary>After Telegram refused a message. That an earlier attempt may have arrived is not forgotten over it.</summary>
    public Task RejectedAsync(long id, string reason, CancellationToken cancellationToken) =>
        WriteAsync($"update deliveries set state = 'rejected', error = case when error = '{Doubt}' then error else @reason end where id = @id", new { id, reason }, cancellationToken);

    /// <summary>Before a message is edited or deleted.</summary>
    public Task BeginChangeAsync(long id, MessageChange change, CancellationToken cancellationToken) =>
        WriteAsync("update deliveries set changing = @change where id = @id", new { id, change = Words.Write(change) }, cancellationToken);

    /// <summary>After a message was edited.</summary>
    public Task EditedAsync(long id, MessageContent content, CancellationToken cancellationToken) =>
        SucceedAsync("update deliveries set content = @content, changing = null, error = null where id = @id", new { id, content = DigestJson.Write(content) }, cancellationToken);

    /// <summary>After a message was deleted, or turned out to be gone.</summary>
    public Task DeletedAsync(long id, CancellationToken cancellationToken) =>
        SucceedAsync("update deliveries set state = 'deleted', changing = null, content = null, error = null where id = @id", new { id }, cancellationToken);

    /// <summary>After Telegram refused to delete a message: it stays, and what it says can only be edited.</summary>
    public Task FixedAsync(long id, CancellationToken cancellationToken) => SucceedAsync("update deliveries set fixed = 1, changing = null where id = @id", new { id }, cancellationToken);

    /// <summary>After a change was given up; what the message says is known no more.</summary>
    public Task ChangeFailedAsync(long id, string reason, CancellationToken cancellationToken) =>
        WriteAsync("update deliveries set error = @reason where id = @id", new { id, reason }, cancellationToken);

    /// <summary>Notes that what a message says is not what it should: it is to be edited, whatever the ledger believes.</summary>
    public Task DoubtAsync(long id, CancellationToken cancellationToken) =>
        WriteAsync("update deliveries set changing = coalesce(changing, @edit) where id = @id", new { id, edit = Words.Write(MessageChange.Edit) }, cancellationToken);

    /// <summary>The messages of ours within a range of a chat, those that are gone left out.</summary>
    public async Task<IReadOnlySet<int>> ListKnownAsync(long chat, int from, int to, CancellationToken cancellationToken)
    {
        const string select = "select message_id from deliveries where chat = @chat and message_id between @from and @to and state <> 'deleted'";
        var ids = await database.ReadAsync(c => c.ListAsync<long>(select, new { chat, from = (long)from, to = (long)to }, cancellationToken), cancellationToken);
        return ids.Select(id => (int)id).ToHashSet();
    }

    /// <summary>Enters messages that somebody else has put on the channel.</summary>
    public Task AdoptAsync(long publication, long chat, IReadOnlyList<int> messageIds, DateTimeOffset now, CancellationToken cancellationToken) =>
        database.WriteLedgerAsync(
            async connection =>
            {
                const string insert = """
                    insert into deliveries (publication_id, state, chat, message_id, continuation, fixed, attempts, sent_at)
                    values (@publication, 'sent', @chat, @messageId, 0, 0, 0, @now)
                    """;
                await connection.RunAsync("delete from deliveries where publication_id = @publication", new { publication }, cancellationToken);
                var rows = messageIds.Order().Select(id => new { publication, chat, messageId = (long)id, now = Times.Write(now) }).ToList();
                await connection.RunAsync(insert, rows, cancellationToken);
                await connection.RunAsync(Adopted, new { publication, now = Times.Write(now) }, cancellationToken);
            },
            cancellationToken);

    /// <summary>Gives up what was to be sent of a publication that is complete without it. One that may be there all the same is kept in mind until the next message shows where.</summary>
    internal static async Task GiveUpAsync(DbConnection connection, long publication, CancellationToken cancellationToken)
    {
        const string forget = $"delete from deliveries where publication_id = @publication and state in ('planned', 'rejected') and coalesce(error, '') <> '{Doubt}'";
        const string keep = "update deliveries set state = 'deleted' where publication_id = @publication and state in ('planned', 'rejected')";
        await connection.RunAsync(forget, new { publication }, cancellationToken);
        await connection.RunAsync(keep, new { publication }, cancellationToken);
    }

    private Task<int> WriteAsync(string sql, object parameters, CancellationToken cancellationToken) =>
        database.WriteLedgerAsync(c => c.RunAsync(sql, parameters, cancellationToken), cancellationToken);

    private Task SucceedAsync(string sql, object parameters, CancellationToken cancellationToken) =>
        database.WriteLedgerAsync(
            async connection =>
            {
                await connection.RunAsync(sql, parameters, cancellationToken);
                await connection.RunAsync(Succeed, parameters, cancellationToken);
            },
            cancellationToken);
}
