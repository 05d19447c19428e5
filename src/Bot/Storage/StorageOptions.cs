using System.ComponentModel.DataAnnotations;

namespace BotDigest.Bot.Storage;

/// <summary>The kind of database.</summary>
internal enum StorageProvider
{
    /// <summary>One file beside the program.</summary>
    Sqlite,

    /// <summary>A PostgreSQL server, for several replicas.</summary>
    Postgres,
}

/// <summary>Section <c>Storage</c>.</summary>
internal sealed class StorageOptions
{
    internal const string Section = "Storage";

    /// <summary>The kind of database.</summary>
    public StorageProvider Provider { get; init; } = StorageProvider.Sqlite;

    /// <summary>The connection string; it may hold a password, so it is a secret.</summary>
    [Required]
    public string ConnectionString { get; init; } = "Data Source=data/botdigest.db";
}
