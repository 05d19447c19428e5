using BotDigest.Bot.Search;
using BotDigest.Bot.Subscribers;

namespace BotDigest.Bot.Storage;

/// <summary>The words that readers watch for: subscriptions to a word.</summary>
/// <param name="database">The database.</param>
/// <param name="clock">Stamps what is watched for.</param>
internal sealed class WatchStore(Database database, TimeProvider clock)
{
    private const string Select = "select argument from subscriptions where chat = @chat and kind = 'watch' order by created_at, id";

    private const string Insert = "insert into subscriptions (chat, kind, argument, created_at) values (@chat, 'watch', @word, @at) on conflict (chat, kind, argument) do nothing";

    /// <summary>Watches for a word; one that search does not tell apart from it counts as the same.</summary>
    /// <param name="chat">The reader's private chat.</param>
    /// <param name="ownLanguage">The language that Telegram gives for the person.</param>
    /// <param name="word">The word as it was typed.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>False where the reader watches for as many as can be watched for already.</returns>
    public Task<bool> AddAsync(long chat, string ownLanguage, string word, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async connection =>
            {
                var at = Times.Write(clock.GetUtcNow());
                await SubscriberStore.KnowAsync(connection, chat, ownLanguage, at, cancellationToken);
                var known = await connection.ListAsync<string>(Select, new { chat }, cancellationToken);
                if (known.Exists(k => IsSame(k, word)))
                    return true;
                if (known.Count >= Watch.Most)
                    return false;
                await connection.RunAsync(Insert, new { chat, word, at }, cancellationToken);
                return true;
            },
            cancellationToken);

    /// <summary>Watches for a word no longer; alerts that wait go with the last one.</summary>
    public Task RemoveAsync(long chat, string word, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async connection =>
            {
                var known = await connection.ListAsync<string>(Select, new { chat }, cancellationToken);
                foreach (var same in known.Where(k => IsSame(k, word)))
                    await connection.RunAsync("delete from subscriptions where chat = @chat and kind = 'watch' and argument = @same", new { chat, same }, cancellationToken);
                if (known.TrueForAll(k => IsSame(k, word)))
                    await connection.RunAsync("delete from broadcast_pushes where chat = @chat and kind = 'watch' and state = 'planned'", new { chat }, cancellationToken);
            },
            cancellationToken);

    /// <summary>The words that a reader watches for, in the order in which that began.</summary>
    public Task<List<string>> ListAsync(long chat, CancellationToken cancellationToken) =>
        database.ReadAsync(c => c.ListAsync<string>(Select, new { chat }, cancellationToken), cancellationToken);

    private static bool IsSame(string one, string other) => FoldedText.Of(one) == FoldedText.Of(other);
}
