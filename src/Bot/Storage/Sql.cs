using System.Data.Common;
using Dapper;

namespace BotDigest.Bot.Storage;

/// <summary>The few ways in which stores run a statement. Parameters are the properties of an anonymous object, named as in the text (<c>@name</c>).</summary>
internal static class Sql
{
    /// <summary>All rows.</summary>
    internal static async Task<List<T>> ListAsync<T>(this DbConnection connection, string sql, object? parameters, CancellationToken cancellationToken) =>
        (await connection.QueryAsync<T>(new CommandDefinition(sql, parameters, cancellationToken: cancellationToken))).AsList();

    /// <summary>The first row, or null (a value type's default).</summary>
    internal static Task<T?> FirstAsync<T>(this DbConnection connection, string sql, object? parameters, CancellationToken cancellationToken) =>
        connection.QueryFirstOrDefaultAsync<T?>(new CommandDefinition(sql, parameters, cancellationToken: cancellationToken));

    /// <summary>The first column of the first row, or null (a value type's default).</summary>
    internal static Task<T?> ValueAsync<T>(this DbConnection connection, string sql, object? parameters, CancellationToken cancellationToken) =>
        connection.ExecuteScalarAsync<T>(new CommandDefinition(sql, parameters, cancellationToken: cancellationToken));

    /// <summary>Runs a statement, once for each element where <paramref name="parameters"/> is a list.</summary>
    /// <returns>The number of rows that it touched.</returns>
    internal static Task<int> RunAsync(this DbConnection connection, string sql, object? parameters, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(sql, parameters, cancellationToken: cancellationToken));

    /// <summary>Runs a long statement that never comes again with the same text, so that nothing keeps it.</summary>
    /// <returns>The number of rows that it touched.</returns>
    internal static Task<int> RunOnceAsync(this DbConnection connection, string sql, object? parameters, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(sql, parameters, flags: CommandFlags.NoCache, cancellationToken: cancellationToken));
}
