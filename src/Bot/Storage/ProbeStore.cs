namespace BotDigest.Bot.Storage;

/// <summary>Copies of channel messages in the editors' chat: written down before each forward, so that none is left behind when the program ends in between.</summary>
/// <param name="database">The database.</param>
internal sealed class ProbeStore(Database database)
{
    /// <summary>Before a message is forwarded.</summary>
    /// <param name="copy">What is about to be copied; its row does not matter yet.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Its row.</returns>
    public Task<long> BeginAsync(ProbeCopy copy, CancellationToken cancellationToken) =>
        database.WriteAsync(
            c => c.ValueAsync<long>(
                "insert into probe_copies (chat, source, source_message, after_message) values (@Chat, @Source, @message, @after) returning id",
                new { copy.Chat, copy.Source, message = (long)copy.SourceMessage, after = (long?)copy.After },
                cancellationToken),
            cancellationToken);

    /// <summary>After it was forwarded.</summary>
    public Task CopiedAsync(long id, long chat, int messageId, CancellationToken cancellationToken) =>
        database.WriteAsync(
            c => c.RunAsync("update probe_copies set chat = @chat, message_id = @messageId where id = @id", new { id, chat, messageId = (long)messageId }, cancellationToken), cancellationToken);

    /// <summary>After the copy was deleted, or where there is none.</summary>
    public Task EndAsync(long id, CancellationToken cancellationToken) =>
        database.WriteAsync(c => c.RunAsync("delete from probe_copies where id = @id", new { id }, cancellationToken), cancellationToken);

    /// <summary>The copies that are not known to be gone, oldest first.</summary>
    public async Task<IReadOnlyList<ProbeCopy>> ListAsync(CancellationToken cancellationToken)
    {
        const string select = "select id as Id, chat as Chat, source as Source, source_message as SourceMessage, after_message as AfterMessage, message_id as MessageId from probe_copies order by id";
        var rows = await database.ReadAsync(c => c.ListAsync<Row>(select, null, cancellationToken), cancellationToken);
        return [.. rows.Select(r => new ProbeCopy(r.Id, r.Chat, r.Source, (int)r.SourceMessage, (int?)r.AfterMessage, (int?)r.MessageId))];
    }

    private sealed record Row(long Id, long Chat, long Source, long SourceMessage, long? AfterMessage, long? MessageId);
}

/// <summary>A copy of a message that was forwarded to be read.</summary>
/// <param name="Id">Its row.</param>
/// <param name="Chat">The chat that the copy is in.</param>
/// <param name="Source">The chat of the message.</param>
/// <param name="SourceMessage">The message.</param>
/// <param name="After">The number of the copy before it; null where there was none in that run.</param>
/// <param name="MessageId">The copy's number; null where the end of the call is not known.</param>
internal sealed record ProbeCopy(long Id, long Chat, long Source, int SourceMessage, int? After, int? MessageId = null);
