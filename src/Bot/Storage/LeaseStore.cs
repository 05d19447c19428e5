namespace BotDigest.Bot.Storage;

/// <summary>Who holds which right, by the database's own clock: those of the machines may differ.</summary>
/// <param name="database">The database.</param>
internal sealed class LeaseStore(Database database)
{
    private string Now => database.Dialect.Now;

    /// <summary>Takes a right that nobody holds any more.</summary>
    /// <param name="name">The right.</param>
    /// <param name="holder">Who takes it, for people to read.</param>
    /// <param name="life">For how long it holds unless it is renewed.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The fence of this holder; null where somebody holds it.</returns>
    public Task<long?> TakeAsync(string name, string holder, TimeSpan life, CancellationToken cancellationToken)
    {
        var take = $"""
            insert into leases (name, holder, fence, until_at) values (@name, @holder, 1, {Now} + @life)
            on conflict (name) do update set holder = excluded.holder, fence = leases.fence + 1, until_at = excluded.until_at where leases.until_at <= {Now}
            returning fence
            """;
        return database.WriteAsync(c => c.ValueAsync<long?>(take, new { name, holder, life = (long)life.TotalMilliseconds }, cancellationToken), cancellationToken);
    }

    /// <summary>Keeps a right, even one that has run out, as long as nobody else has taken it.</summary>
    /// <returns>False where somebody has.</returns>
    public async Task<bool> RenewAsync(string name, long fence, TimeSpan life, CancellationToken cancellationToken)
    {
        var renew = $"update leases set until_at = {Now} + @life where name = @name and fence = @fence";
        return await database.WriteAsync(c => c.RunAsync(renew, new { name, fence, life = (long)life.TotalMilliseconds }, cancellationToken), cancellationToken) == 1;
    }

    /// <summary>Gives a right back, so that the next one need not wait until it runs out.</summary>
    public Task GiveBackAsync(string name, long fence, CancellationToken cancellationToken) =>
        database.WriteAsync(c => c.RunAsync("update leases set until_at = 0 where name = @name and fence = @fence", new { name, fence }, cancellationToken), cancellationToken);

    /// <summary>Who holds a right; null where nobody does.</summary>
    public Task<string?> FindHolderAsync(string name, CancellationToken cancellationToken) =>
        database.ReadAsync(c => c.ValueAsync<string>($"select holder from leases where name = @name and until_at > {Now}", new { name }, cancellationToken), cancellationToken);
}
