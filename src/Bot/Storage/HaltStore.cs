using BotDigest.Bot.Publishing;

namespace BotDigest.Bot.Storage;

/// <summary>Which channels an editor has paused.</summary>
/// <param name="database">The database.</param>
internal sealed class HaltStore(Database database)
{
    private const string Upsert = """
        insert into halts (channel, editor, editor_name, at) values (@channel, @editor, @name, @at)
        on conflict (channel) do update set editor = excluded.editor, editor_name = excluded.editor_name, at = excluded.at
        """;

    /// <summary>Who has paused a channel; null where it is not paused.</summary>
    public async Task<Halt?> FindAsync(string channel, CancellationToken cancellationToken)
    {
        const string select = "select editor as Editor, editor_name as EditorName, at as At from halts where channel = @channel";
        var row = await database.ReadAsync(c => c.FirstAsync<HaltRow>(select, new { channel }, cancellationToken), cancellationToken);
        return row is null ? null : new Halt(DateTimeOffset.FromUnixTimeMilliseconds(row.At), row.Editor, row.EditorName);
    }

    /// <summary>Pauses a channel.</summary>
    public Task SetAsync(string channel, Halt halt, CancellationToken cancellationToken) =>
        database.WriteAsync(c => c.RunAsync(Upsert, new { channel, editor = halt.Editor, name = halt.EditorName, at = Times.Write(halt.At) }, cancellationToken), cancellationToken);

    /// <summary>Lets a channel go on.</summary>
    public Task RemoveAsync(string channel, CancellationToken cancellationToken) =>
        database.WriteAsync(c => c.RunAsync("delete from halts where channel = @channel", new { channel }, cancellationToken), cancellationToken);

    private sealed record HaltRow(long Editor, string EditorName, long At);
}
