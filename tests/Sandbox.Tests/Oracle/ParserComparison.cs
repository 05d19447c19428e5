using System.Diagnostics;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using BotDigest.Sandbox.BotApi;
using BotDigest.Sandbox.BotApi.Text;
using BotDigest.Sandbox.World.Text;
using BotDigest.Sandbox.World.Text.Automatic;

namespace BotDigest.Sandbox.Tests.Oracle;

/// <summary>Puts texts to the sandbox's parser and to Telegram's own (<c>oracle.sh parse</c>) and keeps what differs.</summary>
internal sealed partial class ParserComparison(string oracle)
{
    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>How often Telegram complained in which words, numbers and names left out.</summary>
    public Dictionary<string, int> Complaints { get; } = new(StringComparer.Ordinal);

    /// <summary>The texts that the two see differently, with both answers.</summary>
    public List<string> Differences { get; } = [];

    /// <summary>How many texts were compared.</summary>
    public int Count { get; private set; }

    /// <summary>How many of them Telegram refused.</summary>
    public int Refused { get; private set; }

    /// <summary>Half of a surrogate pair in an address or a language: Telegram's library ends its process when it writes that answer.</summary>
    public static bool AbortsTelegram(string text)
    {
        try
        {
            CallTexts.Parse(text, "HTML", null);
            return false;
        }
        catch (Refusal refusal)
        {
            return refusal.Message.EndsWith("must be encoded in UTF-8", StringComparison.Ordinal);
        }
    }

    /// <summary>Compares.</summary>
    public async Task RunAsync(IReadOnlyList<(string Text, string ParseMode)> texts, CancellationToken cancellationToken)
    {
        using var process = Process.Start(new ProcessStartInfo(oracle, "parse") { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, StandardOutputEncoding = Encoding.UTF8, StandardInputEncoding = new UTF8Encoding(false) })!;
        var writing = WriteAsync(process.StandardInput, texts, cancellationToken);
        foreach (var (text, mode) in texts)
        {
            var line = await process.StandardOutput.ReadLineAsync(cancellationToken) ?? throw new InvalidOperationException("The oracle ended early.");
            Compare(text, mode, JsonNode.Parse(line)!.AsObject());
        }

        await writing;
        await process.WaitForExitAsync(cancellationToken);
    }

    private static async Task WriteAsync(StreamWriter input, IEnumerable<(string Text, string ParseMode)> texts, CancellationToken cancellationToken)
    {
        foreach (var (text, mode) in texts)
            await input.WriteLineAsync(new JsonObject { ["text"] = text, ["parse_mode"] = mode }.ToJsonString(Relaxed).AsMemory(), cancellationToken);
        input.Close();
    }

    private void Compare(string text, string mode, JsonObject truth)
    {
        Count++;
        string expected;
        string actual;
        if (truth["error"] is { } error)
        {
            Refused++;
            expected = (string)error!;
            var complaint = Specifics().Replace(expected, "…");
            Complaints[complaint] = Complaints.GetValueOrDefault(complaint) + 1;
            actual = Ours(text, mode, withFound: true);
        }
        else
        {
            // the oracle also looks for times such as 12:30, which bots never get and which may hide a number beside them
            var withFound = !Times().IsMatch((string)truth["text"]!);
            expected = Line((string)truth["text"]!, Entities(truth["entities"]!), withFound ? Entities(truth["auto_entities"]!) : "");
            actual = Ours(text, mode, withFound);
        }

        if (expected != actual)
            Differences.Add($"{JsonSerializer.Serialize(text, Relaxed)} ({mode})\n    Telegram: {expected}\n    sandbox:  {actual}");
    }

    private static string Ours(string text, string mode, bool withFound)
    {
        try
        {
            var clean = Cleaned(text, mode);
            if (clean.Text.EnumerateRunes().Count() > 4096)
                throw Refusal.Bad("message is too long");
            var found = EntityRules.Compatible(clean.Entities, AutomaticEntities.Find(clean.Text));
            return Line(clean.Text, Entities(clean.Entities), withFound ? Entities(found) : "");
        }
        catch (Refusal refusal)
        {
            return (string)Envelope.Failure(refusal).Envelope["description"]!;
        }
    }

    private static StyledText Cleaned(string text, string mode)
    {
        if (text.Length == 0)
            throw Refusal.Bad("Message text is empty");
        var parsed = CallTexts.Parse(text, mode, null);
        try
        {
            return TextCleaner.Clean(parsed.Text, parsed.Entities, mayBeEmpty: false);
        }
        catch (TextRefusal refusal)
        {
            throw Refusal.Bad(refusal.Message);
        }
    }

    private static string Line(string text, string entities, string found) => $"{JsonSerializer.Serialize(text, Relaxed)} [{entities}] [{found}]";

    private static string Entities(JsonNode entities) => string.Join(' ', entities.AsArray().Select(e => e!.AsObject()).Select(e =>
        $"{e["type"]}@{e["offset"]}+{e["length"]}={e["url"] ?? e["language"] ?? e["user_id"] ?? e["custom_emoji_id"] ?? (e["unix_time"] is { } t ? $"{t}|{e["date_time_format"]}" : "")}").Order(StringComparer.Ordinal));

    private static string Entities(IEnumerable<Entity> entities) =>
        string.Join(' ', entities.Select(e => $"{e.Type.WireName()}@{e.Offset}+{e.Length}={e.Argument}").Order(StringComparer.Ordinal));

    [GeneratedRegex("\"[^\"]*\"(?= at byte| with| \\(|$|, found)|(?<=tag )\".*?\"|\\d+", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Specifics();

    [GeneratedRegex("[0-9]:[0-9]", RegexOptions.CultureInvariant)]
    private static partial Regex Times();
}
