namespace BotDigest.Bot.Storage;

/// <summary>Which message in the editors' chat is whose feedback, so that editors can answer; what was written is not stored.</summary>
/// <param name="database">The database.</param>
/// <param name="clock">Stamps feedback.</param>
internal sealed class FeedbackStore(Database database, TimeProvider clock)
{
    private const string Upsert = """
        insert into feedback (message, chat, language, sent_at) values (@message, @chat, @language, @at)
        on conflict (message) do update set chat = excluded.chat, language = excluded.language, sent_at = excluded.sent_at
        """;

    /// <summary>Keeps whose feedback a message holds.</summary>
    public Task AddAsync(int message, FeedbackSender sender, CancellationToken cancellationToken) =>
        database.WriteAsync(
            connection => connection.RunAsync(
                Upsert, new { message = (long)message, chat = sender.Chat, language = sender.Language, at = Times.Write(clock.GetUtcNow()) }, cancellationToken),
            cancellationToken);

    /// <summary>Whose feedback a message holds, or null.</summary>
    public Task<FeedbackSender?> FindAsync(int message, CancellationToken cancellationToken) =>
        database.ReadAsync(c => c.FirstAsync<FeedbackSender>("select chat, language from feedback where message = @message", new { message = (long)message }, cancellationToken), cancellationToken);

    /// <summary>Forgets whose feedback it was that is older than a time.</summary>
    /// <returns>How many there were.</returns>
    public Task<int> ForgetAsync(TimeSpan life, CancellationToken cancellationToken) =>
        database.WriteAsync(
            connection => connection.RunAsync("delete from feedback where sent_at < @before", new { before = Times.Write(clock.GetUtcNow() - life) }, cancellationToken), cancellationToken);
}

/// <summary>Somebody who has sent feedback.</summary>
/// <param name="Chat">Their private chat.</param>
/// <param name="Language">Their language.</param>
internal sealed record FeedbackSender(long Chat, string Language);
