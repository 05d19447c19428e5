using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace BotDigest.Sandbox.BotApi;

/// <summary>The arguments of a call, read as leniently as Telegram reads them: everything is text until a method wants more.</summary>
internal sealed class CallArguments(IReadOnlyDictionary<string, string> values, IReadOnlyDictionary<string, UploadedFile>? files = null)
{
    private readonly IReadOnlyDictionary<string, UploadedFile> _files = files ?? new Dictionary<string, UploadedFile>(StringComparer.Ordinal);

    /// <summary>All of them by name.</summary>
    public IReadOnlyDictionary<string, string> Values => values;

    /// <summary>The text of an argument; empty when it is absent.</summary>
    public string this[string name] => values.GetValueOrDefault(name, "");

    /// <summary>True when the argument is there and not empty.</summary>
    public bool Has(string name) => this[name].Length > 0;

    /// <summary><c>true</c>, <c>yes</c> and <c>1</c> are true, everything else is not.</summary>
    public bool Flag(string name) => IsTrue(this[name]);

    /// <summary>A whole number by Telegram's lenient reading, kept within bounds.</summary>
    public int Integer(string name, int otherwise, int min, int max) =>
        Has(name) ? (int)Math.Clamp(Lenient(this[name]), min, max) : otherwise;

    /// <summary>A message number; 0 when it is absent or none.</summary>
    public int MessageId(string name = "message_id") => (int)Math.Clamp(Lenient(this[name]), 0, int.MaxValue);

    /// <summary>The JSON of an argument, or null when it is absent.</summary>
    /// <param name="name">The argument.</param>
    /// <param name="fault">What Telegram says when it is no JSON.</param>
    public JsonNode? Json(string name, string fault)
    {
        if (!Has(name))
            return null;
        try
        {
            return JsonNode.Parse(this[name]);
        }
        catch (JsonException)
        {
            throw Refusal.Bad(fault);
        }
    }

    /// <summary>An uploaded file: the part of that name, or the one that <c>attach://</c> points to; null when there is none.</summary>
    public UploadedFile? File(string name)
    {
        const string Attach = "attach://";
        var value = this[name];
        return value.StartsWith(Attach, StringComparison.Ordinal) ? _files.GetValueOrDefault(value[Attach.Length..]) : _files.GetValueOrDefault(name);
    }

    /// <summary>The truth of a text.</summary>
    public static bool IsTrue(string text) => text.Trim().ToUpperInvariant() is "TRUE" or "YES" or "1";

    private static long Lenient(string text)
    {
        var trimmed = text.AsSpan().Trim();
        var end = trimmed.Length > 0 && trimmed[0] is '-' or '+' ? 1 : 0;
        while (end < trimmed.Length && char.IsAsciiDigit(trimmed[end]))
            end++;
        return long.TryParse(trimmed[..end], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : 0;
    }
}
