using BotDigest.Bot.Search;

namespace BotDigest.Bot.Storage;

/// <summary>The tags that readers follow: subscriptions to a tag.</summary>
/// <param name="database">The database.</param>
/// <param name="clock">Stamps what is followed.</param>
internal sealed class FollowStore(Database database, TimeProvider clock)
{
    /// <summary>How many tags one reader may follow.</summary>
    internal const int MostTags = 50;

    private const string Insert = $"""
        insert into subscriptions (chat, kind, argument, created_at)
        select @chat, '{SubscriptionKinds.Tag}', @folded, @at where (select count(*) from subscriptions where chat = @chat and kind = '{SubscriptionKinds.Tag}') < @most
        on conflict (chat, kind, argument) do nothing
        """;

    private const string Count = $"select count(*) from subscriptions where chat = @chat and kind = '{SubscriptionKinds.Tag}' and argument = @folded";

    // A tag without a listed story keeps its name.
    private const string SelectNames = $"""
        select tags.name from subscriptions join tags on tags.folded = subscriptions.argument
        where subscriptions.chat = @chat and subscriptions.kind = '{SubscriptionKinds.Tag}' order by subscriptions.created_at, subscriptions.id
        """;

    /// <summary>Follows a tag.</summary>
    /// <param name="chat">The reader's private chat.</param>
    /// <param name="ownLanguage">The language that Telegram gives for the person.</param>
    /// <param name="tag">The tag's name.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>False where the reader follows as many as can be followed already.</returns>
    public Task<bool> FollowAsync(long chat, string ownLanguage, string tag, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async connection =>
            {
                var (folded, at) = (TagName.Of(tag).Folded, Times.Write(clock.GetUtcNow()));
                await SubscriberStore.KnowAsync(connection, chat, ownLanguage, at, cancellationToken);
                return await connection.RunAsync(Insert, new { chat, folded, at, most = MostTags }, cancellationToken) > 0
                    || await connection.ValueAsync<long>(Count, new { chat, folded }, cancellationToken) > 0;
            },
            cancellationToken);

    /// <summary>Follows a tag no longer.</summary>
    public Task UnfollowAsync(long chat, string tag, CancellationToken cancellationToken) =>
        database.WriteAsync(
            connection => connection.RunAsync($"delete from subscriptions where chat = @chat and kind = '{SubscriptionKinds.Tag}' and argument = @folded", new { chat, folded = TagName.Of(tag).Folded }, cancellationToken),
            cancellationToken);

    /// <summary>True where a reader follows a tag.</summary>
    public async Task<bool> IsFollowedAsync(long chat, string tag, CancellationToken cancellationToken) =>
        await database.ReadAsync(c => c.ValueAsync<long>(Count, new { chat, folded = TagName.Of(tag).Folded }, cancellationToken), cancellationToken) > 0;

    /// <summary>The names of the tags that a reader follows, in the order in which that began.</summary>
    public Task<List<string>> ListAsync(long chat, CancellationToken cancellationToken) =>
        database.ReadAsync(c => c.ListAsync<string>(SelectNames, new { chat }, cancellationToken), cancellationToken);
}
