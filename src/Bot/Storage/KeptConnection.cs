using System.Data.Common;

namespace BotDigest.Bot.Storage;

/// <summary>A connection whose statements stay prepared: to prepare a short search takes longer than to run it.</summary>
/// <param name="connection">The connection.</param>
/// <param name="isOwner">True where the connection is closed with this.</param>
internal sealed class KeptConnection(DbConnection connection, bool isOwner) : IDisposable
{
    private readonly Dictionary<string, DbCommand> _statements = new(StringComparer.Ordinal);

    /// <summary>The connection itself, for statements that are not worth keeping.</summary>
    internal DbConnection Connection => connection;

    /// <summary>The first column of all rows.</summary>
    /// <param name="sql">The statement; there must be few of these.</param>
    /// <param name="parameters">Parameters by name; those that the statement does not have do not count.</param>
    /// <param name="cancellationToken">Gives up.</param>
    internal async Task<List<long>> NumbersAsync(string sql, IReadOnlyList<(string Name, object Value)> parameters, CancellationToken cancellationToken)
    {
        if (!_statements.TryGetValue(sql, out var statement))
            _statements.Add(sql, statement = Statement(sql, parameters));
        foreach (DbParameter parameter in statement.Parameters)
            parameter.Value = ValueOf(parameter.ParameterName, parameters);
        var numbers = new List<long>();
        await using var reader = await statement.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            numbers.Add(reader.GetInt64(0));
        return numbers;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var statement in _statements.Values)
            statement.Dispose();
        if (isOwner)
            connection.Dispose();
    }

    private DbCommand Statement(string sql, IReadOnlyList<(string Name, object Value)> parameters)
    {
        var statement = connection.CreateCommand();
        statement.CommandText = sql;
        foreach (var (name, _) in parameters)
        {
            if (!sql.Contains("@" + name, StringComparison.Ordinal))
                continue;
            var parameter = statement.CreateParameter();
            parameter.ParameterName = "@" + name;
            statement.Parameters.Add(parameter);
        }

        return statement;
    }

    private static object ValueOf(string name, IReadOnlyList<(string Name, object Value)> parameters)
    {
        foreach (var parameter in parameters)
        {
            if (name.AsSpan(1).SequenceEqual(parameter.Name))
                return parameter.Value;
        }

        throw new ArgumentException($"The statement was run with {name} before, and now without it.", nameof(parameters));
    }
}
