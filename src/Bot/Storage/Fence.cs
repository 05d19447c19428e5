using System.Data.Common;

namespace BotDigest.Bot.Storage;

/// <summary>Lets the ledger be written only by whoever holds the right to publish, to the end of the transaction.</summary>
internal sealed class Fence
{
    private volatile Post? _post;

    /// <summary>From now on only this holder writes; without a fence, nobody.</summary>
    public void Set(string name, long? fence) => _post = new Post(name, fence);

    /// <summary>Makes sure, within a transaction, that what is written next may be written.</summary>
    /// <exception cref="LeaseLostException">It may not.</exception>
    public async Task PassAsync(DbConnection connection, Dialect dialect, CancellationToken cancellationToken)
    {
        // a database of one's own
        if (_post is not { } post)
            return;
        var check = "select 1 from leases where name = @name and fence = @fence" + dialect.HoldRow;
        if (post.Fence is not { } fence || await connection.ValueAsync<int?>(check, new { name = post.Name, fence }, cancellationToken) is null)
            throw new LeaseLostException(post.Name);
    }

    private sealed record Post(string Name, long? Fence);
}
