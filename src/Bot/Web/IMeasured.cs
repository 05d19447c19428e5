namespace BotDigest.Bot.Web;

/// <summary>Figures that stand in the database: they are looked up when somebody asks for them, and only then.</summary>
internal interface IMeasured
{
    /// <summary>Looks up the figures. Where that fails there are none, rather than old ones.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="Storage.StorageException">The database cannot be used.</exception>
    Task MeasureAsync(CancellationToken cancellationToken);
}
