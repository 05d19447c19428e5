using System.Diagnostics;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace BotDigest.Formatting.Tests.Oracle;

/// <summary>Telegram's own text parser as a child process: an HTML text in, what becomes of it out.</summary>
internal sealed class OracleProcess : IDisposable
{
    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Process _process;

    internal OracleProcess(string script)
    {
        var start = new ProcessStartInfo(script, "parse")
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            StandardInputEncoding = new UTF8Encoding(false),
            StandardOutputEncoding = new UTF8Encoding(false),
        };
        _process = Process.Start(start) ?? throw new InvalidOperationException($"{script} did not start.");
    }

    /// <summary>Parses texts, as many at a time as there are.</summary>
    internal List<JsonObject> Parse(IReadOnlyCollection<string> html)
    {
        var writing = Task.Run(() =>
        {
            foreach (var text in html)
                _process.StandardInput.WriteLine(new JsonObject { ["text"] = text, ["parse_mode"] = "HTML" }.ToJsonString(Relaxed));
            _process.StandardInput.Close();
        });
        var answers = new List<JsonObject>(html.Count);
        while (_process.StandardOutput.ReadLine() is { } line)
            answers.Add(JsonNode.Parse(line)!.AsObject());
        writing.GetAwaiter().GetResult();
        return answers.Count == html.Count ? answers : throw new InvalidOperationException($"{html.Count} texts, {answers.Count} answers.");
    }

    public void Dispose() => _process.Dispose();
}
