using System.ComponentModel.DataAnnotations;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

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
internal sealed class StorageOptions : IValidatableObject
{
    internal const string Section = "Storage";

    private static readonly string[] Passwords = ["Password", "Pwd", "SSL Password"];

    /// <summary>The kind of database.</summary>
    public StorageProvider Provider { get; init; } = StorageProvider.Sqlite;

    /// <summary>The connection string; it may hold a password, so it is a secret.</summary>
    [Required]
    public string ConnectionString { get; init; } = "Data Source=data/botdigest.db";

    // The messages do not repeat the value or what the driver says of it: both may hold the password.

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!Enum.IsDefined(Provider))
            yield return new ValidationResult("Storage:Provider must be Sqlite or Postgres.");
        else if (Provider == StorageProvider.Sqlite && !NamesFile(ConnectionString))
            yield return new ValidationResult("Storage:ConnectionString names no SQLite file. Write it as Data Source=data/botdigest.db; a database in memory cannot be shared between connections.");
        else if (Provider == StorageProvider.Postgres && !NamesServer(ConnectionString))
            yield return new ValidationResult("Storage:ConnectionString cannot be read for PostgreSQL. Write it as Host=…;Database=…;Username=…;Password=… (an address postgres://… is not read).");
    }

    /// <summary>A connection string that can be shown: its passwords are masked.</summary>
    /// <param name="connectionString">One that <see cref="Validate"/> finds no fault with.</param>
    internal static string Masked(string connectionString)
    {
        var settings = new DbConnectionStringBuilder { ConnectionString = connectionString };
        foreach (var key in Passwords.Where(settings.ContainsKey))
            settings[key] = "***";
        return settings.ConnectionString;
    }

    private static bool NamesFile(string text)
    {
        try
        {
            var settings = new SqliteConnectionStringBuilder(text);
            return settings.DataSource.Length > 0 && settings.Mode != SqliteOpenMode.Memory && !settings.DataSource.StartsWith(':') && !settings.DataSource.StartsWith("file:", StringComparison.Ordinal);
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static bool NamesServer(string text)
    {
        try
        {
            return !string.IsNullOrEmpty(new NpgsqlConnectionStringBuilder(text).Host);
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
