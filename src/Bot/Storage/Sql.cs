using System.Data.Common;
using System.Globalization;
using Dapper;

namespace BotDigest.Bot.Storage;

/// <summary>The few ways in which stores run a statement. Parameters are the properties of an anonymous object, named as in the text (<c>@name</c>).</summary>
internal static class Sql
{
    // SQLite looks for each parameter among all of them.
    private const int RowsAtOnce = 10;

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

    /// <summary>Runs a statement over many rows, some at a time: its <c>{0}</c> becomes their values, in brackets and with commas between them.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="sql">The statement.</param>
    /// <param name="rows">The rows, all with as many values.</param>
    /// <param name="cancellationToken">Gives up.</param>
    internal static async Task RunRowsAsync(this DbConnection connection, string sql, IEnumerable<object?[]> rows, CancellationToken cancellationToken)
    {
        foreach (var some in rows.Chunk(RowsAtOnce))
        {
            await using var command = connection.CreateCommand();
            var values = some.Select(row => $"({string.Join(", ", row.Select(value => Add(command, value)))})");
            command.CommandText = sql.Replace("{0}", string.Join(", ", values), StringComparison.Ordinal);
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    /// <summary>Runs a long statement that never comes again with the same text, so that nothing keeps it.</summary>
    /// <returns>The number of rows that it touched.</returns>
    internal static Task<int> RunOnceAsync(this DbConnection connection, string sql, object? parameters, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(sql, parameters, flags: CommandFlags.NoCache, cancellationToken: cancellationToken));

    /// <summary>All rows of a long statement that never comes again with the same text, so that nothing keeps it.</summary>
    internal static async Task<List<T>> ListOnceAsync<T>(this DbConnection connection, string sql, CancellationToken cancellationToken) =>
        (await connection.QueryAsync<T>(new CommandDefinition(sql, flags: CommandFlags.Buffered | CommandFlags.NoCache, cancellationToken: cancellationToken))).AsList();

    private static string Add(DbCommand command, object? value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = string.Create(CultureInfo.InvariantCulture, $"@p{command.Parameters.Count}");
        parameter.Value = value ?? DBNull.Value;
        command.Parameters.Add(parameter);
        return parameter.ParameterName;
    }
}
