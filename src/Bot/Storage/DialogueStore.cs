namespace BotDigest.Bot.Storage;

/// <summary>The questions that the bot has asked and that wait for an answer; of the answers nothing is stored.</summary>
/// <param name="database">The database.</param>
/// <param name="clock">Tells which questions are too old.</param>
internal sealed class DialogueStore(Database database, TimeProvider clock)
{
    private static readonly TimeSpan Life = TimeSpan.FromHours(1);

    /// <summary>Keeps that a question waits; an earlier one to the same person in the same chat is given up.</summary>
    /// <param name="chat">The chat.</param>
    /// <param name="member">Who was asked.</param>
    /// <param name="command">The command that asked and takes the answer.</param>
    /// <param name="question">The message that asks.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task BeginAsync(long chat, long member, string command, int question, CancellationToken cancellationToken) =>
        database.WriteAsync(
            connection => connection.RunAsync(
                """
                insert into dialogues (chat, member, command, question, begun_at) values (@chat, @member, @command, @question, @at)
                on conflict (chat, member) do update set command = excluded.command, question = excluded.question, begun_at = excluded.begun_at
                """,
                new { chat, member, command, question = (long)question, at = clock.GetUtcNow().ToUnixTimeMilliseconds() },
                cancellationToken),
            cancellationToken);

    /// <summary>The question that waits for this person in this chat, or null.</summary>
    public Task<Dialogue?> FindAsync(long chat, long member, CancellationToken cancellationToken) =>
        database.ReadAsync(
            connection => connection.FirstAsync<Dialogue>(
                "select command, question from dialogues where chat = @chat and member = @member and begun_at > @since",
                new { chat, member, since = (clock.GetUtcNow() - Life).ToUnixTimeMilliseconds() },
                cancellationToken),
            cancellationToken);

    /// <summary>Ends the question, answered or not.</summary>
    /// <returns>False where none waited.</returns>
    public Task<bool> EndAsync(long chat, long member, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async connection => await connection.RunAsync("delete from dialogues where chat = @chat and member = @member", new { chat, member }, cancellationToken) > 0,
            cancellationToken);
}

/// <summary>A question that waits for an answer.</summary>
/// <param name="Command">The command that takes the answer.</param>
/// <param name="Question">The message that asks.</param>
internal sealed record Dialogue(string Command, long Question);
