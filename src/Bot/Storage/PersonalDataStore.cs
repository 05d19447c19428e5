using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;

namespace BotDigest.Bot.Storage;

/// <summary>All that is stored about a person, in one place for whoever asks for it.</summary>
/// <param name="database">The database.</param>
internal sealed class PersonalDataStore(Database database)
{
    // what SubscriberStore.ForgetAsync deletes
    private static readonly (string Name, string Sql)[] Parts =
    [
        ("settings", "select chat, language, own_language, zone, push_minute, weekdays, whole, silent, topic, parked_at, created_at from subscribers where chat = @chat"),
        ("subscriptions", "select kind, argument, created_at from subscriptions where chat = @chat order by id"),
        ("saved", "select story, saved_at from saved where chat = @chat order by saved_at"),
        ("visits", "select at as visited_at, date, before_at, before_date from visits where chat = @chat"),
        ("pushes", "select b.kind as broadcast, b.date, p.kind, p.state, p.wanted_at, p.attempted_at, p.message_id, p.reason from broadcast_pushes p join broadcasts b on b.id = p.broadcast_id where p.chat = @chat order by p.id"),
        ("feedback", "select message, language, sent_at from feedback where chat = @chat order by sent_at"),
        ("decisions", "select date, verdict, editor_name as name, decided_at from approvals where editor = @chat order by date"),
        ("pauses", "select editor_name as name, at as paused_at from halts where editor = @chat order by at"),
        ("questions", "select command, begun_at from dialogues where member = @chat"),
    ];

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>A JSON document in UTF-8, or null where nothing is stored.</summary>
    public Task<byte[]?> ReadAsync(long chat, CancellationToken cancellationToken) =>
        database.ReadAsync(
            async connection =>
            {
                var document = new JsonObject();
                foreach (var (name, sql) in Parts)
                {
                    var rows = await connection.ListAsync<dynamic>(sql, new { chat }, cancellationToken);
                    document.Add(name, new JsonArray([.. rows.Select(row => (JsonNode)ToJson((IDictionary<string, object?>)row))]));
                }

                return document.All(p => p.Value is JsonArray { Count: 0 }) ? null : JsonSerializer.SerializeToUtf8Bytes(document, Readable);
            },
            cancellationToken);

    private static JsonObject ToJson(IDictionary<string, object?> row) => new JsonObject(row.Select(column => KeyValuePair.Create<string, JsonNode?>(column.Key, Value(column.Key, column.Value))));

    private static JsonValue? Value(string column, object? value) => value switch
    {
        null => null,
        long moment when column.EndsWith("_at", StringComparison.Ordinal) => JsonValue.Create(DateTimeOffset.FromUnixTimeMilliseconds(moment).ToString("O", CultureInfo.InvariantCulture)),
        long number => JsonValue.Create(number),
        _ => JsonValue.Create(value.ToString()),
    };
}
