using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using BotDigest.Bot.Commands;
using BotDigest.Bot.Storage;
using BotDigest.Sandbox.BotApi.Faults;
using BotDigest.Sandbox.World;
using Microsoft.Data.Sqlite;

namespace BotDigest.Bot.Tests.Commands;

public sealed class ForgetCommandTests : ConversationTests
{
    // six bytes wide, so that nothing else looks like it
    private const long Reader = 91_312_345_678_901;

    [Fact]
    public async Task Whoever_is_forgotten_is_in_no_table_no_file_no_later_backup_no_log_line_and_no_figure()
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
        var figures = await Talk.MetricsAsync();
        Assert.Contains("botdigest_answer_duration_seconds_count{command=\"privacy\"}", figures, StringComparison.Ordinal);
        Assert.DoesNotContain(id, figures, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Not_one_byte_of_the_number_is_left_in_the_database_its_log_or_a_later_backup_even_where_a_push_was_under_way()
    {
        lock (Talk.World.Gate)
            Talk.World.PrivateChatOf(Talk.World.Add(new Person(Reader, "远山", "yuanshan", "zh-hans")));
        await Talk.ListAsync(Issue("2026-01-15").Tagged("芯片").With("国产芯片发布"));
        foreach (var command in (string[])["/subscribe what=issues", "/watch 芯片", "/follow 芯片", "/new", "/settings zone=Asia/Tokyo", "/feedback 你好", "/search", "/save s_" + await Talk.KeyAsync("2026-01-15", 0)])
            await Talk.WriteAsync(Reader, command);
        Assert.NotEmpty(Holding(Reader));
        Talk.Sandbox.Services.Faults.Add(new FaultRule { Kind = FaultKind.TooMany, Method = "sendMessage", Chat = Reader, Times = 1, RetryAfter = 1 });
        Talk.Sandbox.Services.Faults.Add(new FaultRule { Kind = FaultKind.Delay, Method = "sendMessage", Chat = Reader, Times = 1, MinMs = 500, MaxMs = 500 });
        await Talk.SaveAsync("2026-01-16", "今日芯片");
        await Wait.UntilAsync(async () => await Services<PauseStore>().FindAsync(Reader, Cancellation) is not null, Cancellation);
        var ask = Talk.PostWithButton(Reader, ButtonWords.Edit("privacy", "forget yes"));

        await Talk.PressAsync(Reader, ask, "old");
        await Wait.UntilAsync(async () => (await Services<PushStore>().ListSendingAsync(Cancellation)).Count == 0, Cancellation);
        await Services<Database>().CleanLogAsync(Cancellation);
        await Services<DatabaseBackup>().BackupAsync(Path.Combine(Path.GetDirectoryName(Talk.Database)!, "backup.db"), Cancellation);
        Assert.Empty(Holding(Reader));
        var id = Reader.ToString(CultureInfo.InvariantCulture);
        Assert.DoesNotContain(Talk.Log.Lines, l => l.Text.Contains(id, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Another_program_that_reads_the_database_meanwhile_delays_the_cleaning_of_its_log_until_it_stops_and_no_longer()
    {
        lock (Talk.World.Gate)
            Talk.World.PrivateChatOf(Talk.World.Add(new Person(Reader, "远山", "yuanshan", "zh-hans")));
        await Talk.WriteAsync(Reader, "/subscribe what=issues");
        await using (var other = new SqliteConnection($"Data Source={Talk.Database};Mode=ReadOnly;Pooling=false"))
        {
            await other.OpenAsync(Cancellation);
            await using var reading = await other.BeginTransactionAsync(Cancellation);
            await using (var command = other.CreateCommand())
            {
                command.CommandText = "select count(*) from subscribers";
                await command.ExecuteScalarAsync(Cancellation);
            }

            await Talk.PressAsync(Reader, Talk.PostWithButton(Reader, ButtonWords.Edit("privacy", "forget yes")), "old");
            Assert.True(Services<Database>().OwesCleaning);
            Assert.NotEmpty(Holding(Reader));
        }

        await Wait.UntilAsync(
            () =>
            {
                Talk.Sandbox.Services.Clock.Advance(TimeSpan.FromSeconds(1));
                return !Services<Database>().OwesCleaning;
            },
            Cancellation);
        Assert.Empty(Holding(Reader));
    }

    /// <summary>Every file of the bot that holds the number: in digits, or as SQLite writes a number of that size.</summary>
    private List<string> Holding(long id)
    {
        var bytes = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(bytes, id);
        byte[][] forms = [Encoding.ASCII.GetBytes(id.ToString(CultureInfo.InvariantCulture)), bytes[2..]];
        return [.. Directory.EnumerateFiles(Path.GetDirectoryName(Talk.Database)!, "*", SearchOption.AllDirectories).Where(f => !f.EndsWith(".lock", StringComparison.Ordinal) && Array.Exists(forms, form => Read(f).AsSpan().IndexOf(form) >= 0))];

        static byte[] Read(string file)
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var content = new byte[stream.Length];
            stream.ReadExactly(content);
            return content;
        }
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
