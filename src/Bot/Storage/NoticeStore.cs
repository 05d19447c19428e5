using BotDigest.Bot.Publishing.Editors;

namespace BotDigest.Bot.Storage;

/// <summary>The messages of the editors' chat that are kept in step with the facts.</summary>
/// <param name="database">The database.</param>
internal sealed class NoticeStore(Database database)
{
    private const string Select = "select name as Name, message_id as MessageId, shown as Shown, times as Times, begun_at as BegunAt, ended_at as EndedAt from notices where chat = @chat";

    private const string Upsert = """
        insert into notices (chat, name, message_id, shown, times, begun_at, ended_at) values (@chat, @name, @messageId, @shown, @times, @begun, @ended)
        on conflict (chat, name) do update set
            message_id = excluded.message_id, shown = excluded.shown, times = excluded.times, begun_at = excluded.begun_at, ended_at = excluded.ended_at
        """;

    /// <summary>All notices of a chat.</summary>
    public async Task<IReadOnlyList<PostedNotice>> ListAsync(long chat, CancellationToken cancellationToken)
    {
        var rows = await database.ReadAsync(c => c.ListAsync<NoticeRow>(Select, new { chat }, cancellationToken), cancellationToken);
        return [.. rows.Select(r => new PostedNotice(r.Name, (int?)r.MessageId, r.Shown, (int)r.Times, DateTimeOffset.FromUnixTimeMilliseconds(r.BegunAt), Times.Read(r.EndedAt)))];
    }

    /// <summary>Keeps what a notice says.</summary>
    public Task SaveAsync(long chat, PostedNotice notice, CancellationToken cancellationToken) =>
        database.WriteAsync(
            c => c.RunAsync(
                Upsert,
                new
                {
                    chat,
                    name = notice.Name,
                    messageId = (long?)notice.MessageId,
                    shown = notice.Shown,
                    times = (long)notice.Times,
                    begun = Times.Write(notice.BegunAt),
                    ended = Times.Write(notice.EndedAt),
                },
                cancellationToken),
            cancellationToken);

    /// <summary>Forgets a notice.</summary>
    public Task RemoveAsync(long chat, string name, CancellationToken cancellationToken) =>
        database.WriteAsync(c => c.RunAsync("delete from notices where chat = @chat and name = @name", new { chat, name }, cancellationToken), cancellationToken);

    private sealed record NoticeRow(string Name, long? MessageId, string Shown, long Times, long BegunAt, long? EndedAt);
}
