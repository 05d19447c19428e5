using System.Globalization;
using BotDigest.Bot.Storage;
using Microsoft.Data.Sqlite;

namespace BotDigest.Bot.Tests.Commands;

public sealed class ForgetCommandTests : ConversationTests
{
    [Fact]
    public async Task Whoever_is_forgotten_is_in_no_table_no_file_no_later_backup_and_no_log_line()
    {
        await Talk.ListAsync(Issue("2026-01-15").Tagged("芯片").With("国产芯片发布"));
        foreach (var command in (string[])["/subscribe 08:00", "/watch 芯片", "/follow 芯片", "/new", "/settings zone=Asia/Tokyo", "/feedback 你好", "/search"])
            await Talk.WriteAsync(Chinese, command);
        await Talk.SaveAsync("2026-01-16", "今日芯片");
        await Talk.PressAsync(Chinese, await Talk.AskAsync(Chinese, "/forget"), "确定删除");
        Assert.Null(await Services<PersonalDataStore>().ReadAsync(Chinese, Cancellation));

        var backup = Path.Combine(Path.GetDirectoryName(Talk.Database)!, "backup.db");
        await Services<DatabaseBackup>().BackupAsync(backup, Cancellation);
        foreach (var file in (string[])[Talk.Database, backup])
            Assert.Empty(await TablesWithAsync(file, Chinese));
        var id = Chinese.ToString(CultureInfo.InvariantCulture);
        Assert.DoesNotContain(Talk.Log.Lines, l => l.Text.Contains(id, StringComparison.Ordinal));
    }

    /// <summary>Every table of which a column holds the number, in whatever form.</summary>
    private static async Task<List<string>> TablesWithAsync(string file, long id)
    {
        var found = new List<string>();
        await using var connection = new SqliteConnection($"Data Source={file};Mode=ReadOnly;Pooling=false");
        await connection.OpenAsync(Cancellation);
        foreach (var table in await ReadAsync("select name from sqlite_master where type = 'table' and name not like 'sqlite_%' and name not like '%\\_data' escape '\\'"))
        {
            foreach (var column in await ReadAsync($"select name from pragma_table_info('{table}')"))
            {
                if (await ReadAsync($"select 1 from \"{table}\" where instr(cast(\"{column}\" as text), '{id}') > 0 limit 1") is { Count: > 0 })
                    found.Add($"{table}.{column}");
            }
        }

        return found;

        async Task<List<string>> ReadAsync(string sql)
        {
            await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // the names come from the database itself
            command.CommandText = sql;
#pragma warning restore CA2100
            await using var reader = await command.ExecuteReaderAsync(Cancellation);
            var values = new List<string>();
            while (await reader.ReadAsync(Cancellation))
                values.Add(reader.GetValue(0).ToString()!);
            return values;
        }
    }
}
