namespace BotDigest.Bot.Storage;

/// <summary>Copies of channel messages in the editors' chat: written down before each forward, so that none is left behind when the program ends in between.</summary>
/// <param name="database">The database.</param>
internal sealed class ProbeStore(Database database)
{
    // the newest copy that any run knows the number of; kept, because the rows of copies go
    private const string Last = "'probe:last:' || cast(@chat as varchar(30))";

    private const string Insert = $"""
        insert into probe_copies (chat, source, source_message, after_message)
        values (@chat, @source, @message, coalesce(cast(@after as bigint), (select cast(value as bigint) from meta where key = {Last}))) returning id
        """;

    /// <summary>Before a message is forwarded.</summary>
    /// <param name="copy">What is about to be copied; its row does not matter yet. Where this run has made no copy yet, it lies behind the last one of earlier runs.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Its row.</returns>
    public Task<long> BeginAsync(ProbeCopy copy, CancellationToken cancellationToken) =>
        database.WriteAsync(
            c => c.ValueAsync<long>(Insert, new { chat = copy.Chat, source = copy.Source, message = (long)copy.SourceMessage, after = (long?)copy.After }, cancellationToken), cancellationToken);

    /// <summary>After it was forwarded.</summary>
    /// <param name="id">Its row.</param>
    /// <param name="chat">The chat that the copy is in.</param>
    /// <param name="messageId">Its number there.</param>
    /// <param name="left">The rows of earlier copies whose numbers are not known: they lie before this one.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task CopiedAsync(long id, long chat, int messageId, IEnumerable<long> left, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async connection =>
            {
                const string remember = $"insert into meta (key, value) values ({Last}, cast(@messageId as varchar(30))) on conflict (key) do update set value = excluded.value";
                const string place = "update probe_copies set before_message = @messageId, chat = @chat where id = @row and message_id is null and before_message is null";
                var parameters = new { id, chat, messageId = (long)messageId };
                await connection.RunAsync("update probe_copies set chat = @chat, message_id = @messageId where id = @id", parameters, cancellationToken);
                await connection.RunAsync(remember, parameters, cancellationToken);
                await connection.RunAsync(place, left.Select(row => new { row, chat, messageId = (long)messageId }).ToList(), cancellationToken);
            },
            cancellationToken);

    /// <summary>After the copy was deleted, or where there is none.</summary>
    public Task EndAsync(long id, CancellationToken cancellationToken) =>
        database.WriteAsync(c => c.RunAsync("delete from probe_copies where id = @id", new { id }, cancellationToken), cancellationToken);

    /// <summary>The copies that are not known to be gone, oldest first.</summary>
    public async Task<IReadOnlyList<ProbeCopy>> ListAsync(CancellationToken cancellationToken)
    {
        const string select = "select id as Id, chat as Chat, source as Source, source_message as SourceMessage, after_message as AfterMessage, before_message as BeforeMessage, message_id as MessageId from probe_copies order by id";
        var rows = await database.ReadAsync(c => c.ListAsync<Row>(select, null, cancellationToken), cancellationToken);
        return [.. rows.Select(r => new ProbeCopy(r.Id, r.Chat, r.Source, (int)r.SourceMessage, (int?)r.AfterMessage, (int?)r.MessageId) { Before = (int?)r.BeforeMessage })];
    }

    private sealed record Row(long Id, long Chat, long Source, long SourceMessage, long? AfterMessage, long? BeforeMessage, long? MessageId);
}

/// <summary>A copy of a message that was forwarded to be read.</summary>
/// <param name="Id">Its row.</param>
/// <param name="Chat">The chat that the copy is in.</param>
/// <param name="Source">The chat of the message.</param>
/// <param name="SourceMessage">The message.</param>
/// <param name="After">The number of the copy before it; null where there was none.</param>
/// <param name="MessageId">The copy's number; null where the end of the call is not known.</param>
internal sealed record ProbeCopy(long Id, long Chat, long Source, int SourceMessage, int? After, int? MessageId = null)
{
    /// <summary>The number of the first copy after it; null where none has been made yet, or its own is known.</summary>
    public int? Before { get; init; }
}
