namespace BotDigest.Bot.Storage;

/// <summary>The stories that readers keep for later, by their addresses.</summary>
/// <param name="database">The database.</param>
/// <param name="clock">Stamps what is saved.</param>
internal sealed class SavedStore(Database database, TimeProvider clock)
{
    /// <summary>How many stories one reader may keep.</summary>
    internal const int MostSaved = 500;

    private const string Insert = """
        insert into saved (chat, story, saved_at)
        select @chat, @key, @at where (select count(*) from saved where chat = @chat) < @most
        on conflict (chat, story) do nothing
        """;

    private const string From = "from saved join stories on stories.key = saved.story join issues on issues.id = stories.issue_id where saved.chat = @chat and issues.listed = 1";

    private const string SelectPage = $"select {StoryRow.Columns} {From} order by saved.saved_at desc, stories.recency desc limit @limit offset @offset";

    /// <summary>Keeps a story for a reader.</summary>
    /// <param name="chat">The reader's private chat.</param>
    /// <param name="ownLanguage">The language that Telegram gives for the person.</param>
    /// <param name="key">The story's address.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>False where the reader keeps as many as can be kept already.</returns>
    public Task<bool> SaveAsync(long chat, string ownLanguage, string key, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async connection =>
            {
                var at = Times.Write(clock.GetUtcNow());
                await SubscriberStore.KnowAsync(connection, chat, ownLanguage, at, cancellationToken);
                return await connection.RunAsync(Insert, new { chat, key, at, most = MostSaved }, cancellationToken) > 0
                    || await connection.ValueAsync<long>("select count(*) from saved where chat = @chat and story = @key", new { chat, key }, cancellationToken) > 0;
            },
            cancellationToken);

    /// <summary>Keeps a story no longer.</summary>
    public Task RemoveAsync(long chat, string key, CancellationToken cancellationToken) =>
        database.WriteAsync(connection => connection.RunAsync("delete from saved where chat = @chat and story = @key", new { chat, key }, cancellationToken), cancellationToken);

    /// <summary>True where a reader keeps a story.</summary>
    public async Task<bool> IsSavedAsync(long chat, string key, CancellationToken cancellationToken) =>
        await database.ReadAsync(c => c.ValueAsync<long>("select count(*) from saved where chat = @chat and story = @key", new { chat, key }, cancellationToken), cancellationToken) > 0;

    /// <summary>What a reader keeps, the last saved first; not those whose issue has been taken back.</summary>
    public Task<StoryPage> ListAsync(long chat, int offset, int limit, CancellationToken cancellationToken) =>
        database.ReadAsync(
            async connection =>
            {
                var total = await connection.ValueAsync<int>($"select count(*) {From}", new { chat }, cancellationToken);
                var rows = await connection.ListAsync<StoryRow>(SelectPage, new { chat, limit, offset }, cancellationToken);
                return new StoryPage(total, [.. rows.Select(r => r.ToStory())]);
            },
            cancellationToken);
}
