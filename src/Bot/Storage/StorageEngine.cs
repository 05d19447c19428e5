using System.Data.Common;
using Npgsql;

namespace BotDigest.Bot.Storage;

/// <summary>From the settings to an engine.</summary>
internal static class StorageEngine
{
    private const int PreparedStatements = 100;

    /// <summary>Opens connections to the database of the settings; nothing is opened yet.</summary>
    internal static DbDataSource CreateSource(StorageOptions options)
    {
        if (options.Provider == StorageProvider.Sqlite)
            return new SqliteDataSource(options.ConnectionString);
        var settings = new NpgsqlConnectionStringBuilder(options.ConnectionString);
        settings.ApplicationName ??= "botdigest";
        if (settings.MaxAutoPrepare == 0)
            settings.MaxAutoPrepare = PreparedStatements;
        return NpgsqlDataSource.Create(settings);
    }

    /// <summary>What is special about the engine of the settings.</summary>
    internal static Dialect CreateDialect(StorageOptions options)
    {
        if (options.Provider == StorageProvider.Sqlite)
        {
            using var source = new SqliteDataSource(options.ConnectionString);
            return new SqliteDialect(source.File);
        }

        var settings = new NpgsqlConnectionStringBuilder(options.ConnectionString);
        return new PostgresDialect($"{settings.Host}:{settings.Port}", settings.Database ?? settings.Username ?? "");
    }
}
