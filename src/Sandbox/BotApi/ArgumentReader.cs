using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace BotDigest.Sandbox.BotApi;

/// <summary>Collects the arguments of a call from the query and from whatever kind of body there is (TELEGRAM 0).</summary>
internal static class ArgumentReader
{
    private const int LargestParameters = 1 << 20;
    private const int HeadLength = 16;

    /// <summary>Reads them.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="Refusal">They are too large.</exception>
    public static async Task<CallArguments> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        var files = new Dictionary<string, UploadedFile>(StringComparer.Ordinal);
        foreach (var (name, value) in request.Query)
            values[name] = value.ToString();

        var type = MediaTypeHeaderValue.TryParse(request.ContentType, out var parsed) ? parsed : null;
        if (type is null)
            return new CallArguments(values);
        if (type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase))
            AddJson(values, await BodyAsync(request.Body, cancellationToken));
        else if (type.MediaType.Equals("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase))
            AddForm(values, await BodyAsync(request.Body, cancellationToken));
        else if (type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase))
            await AddPartsAsync(values, files, new MultipartReader(HeaderUtilities.RemoveQuotes(type.Boundary).ToString(), request.Body), cancellationToken);
        return new CallArguments(values, files);
    }

    private static void AddJson(Dictionary<string, string> values, byte[] body)
    {
        JsonObject? root;
        try
        {
            root = JsonNode.Parse(body) as JsonObject;
        }
        catch (JsonException)
        {
            // Telegram notes a broken body in its log and goes on without arguments
            return;
        }

        foreach (var (name, value) in root ?? [])
        {
            if (value is null)
                continue;
            values[name] = value.GetValueKind() == JsonValueKind.String ? Text(value) : value.ToJsonString();
        }
    }

    private static string Text(JsonNode value)
    {
        try
        {
            return value.GetValue<string>();
        }
        catch (InvalidOperationException)
        {
            // half of a surrogate pair, which no UTF-8 can hold
            throw Refusal.Bad("Strings must be encoded in UTF-8");
        }
    }

    private static void AddForm(Dictionary<string, string> values, byte[] body)
    {
        foreach (var (name, value) in QueryHelpers.ParseQuery(System.Text.Encoding.UTF8.GetString(body)))
            values[name] = value.ToString();
    }

    private static async Task AddPartsAsync(Dictionary<string, string> values, Dictionary<string, UploadedFile> files, MultipartReader reader, CancellationToken cancellationToken)
    {
        while (await reader.ReadNextSectionAsync(cancellationToken) is { } section)
        {
            if (section.GetContentDispositionHeader() is not { } disposition)
                continue;
            var name = HeaderUtilities.RemoveQuotes(disposition.Name).ToString();
            if (disposition.IsFileDisposition())
                files[name] = await FileAsync(HeaderUtilities.RemoveQuotes(disposition.FileName).ToString(), section.Body, cancellationToken);
            else
                values[name] = System.Text.Encoding.UTF8.GetString(await BodyAsync(section.Body, cancellationToken));
        }
    }

    private static async Task<UploadedFile> FileAsync(string name, Stream body, CancellationToken cancellationToken)
    {
        var head = new byte[HeadLength];
        var got = await body.ReadAtLeastAsync(head, HeadLength, throwOnEndOfStream: false, cancellationToken);
        var size = (long)got;
        var rest = new byte[16 * 1024];
        for (int read; (read = await body.ReadAsync(rest, cancellationToken)) > 0;)
            size += read;
        return new UploadedFile(name, size, head[..got]);
    }

    private static async Task<byte[]> BodyAsync(Stream body, CancellationToken cancellationToken)
    {
        using var copy = new MemoryStream();
        var buffer = new byte[16 * 1024];
        for (int read; (read = await body.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            copy.Write(buffer, 0, read);
            if (copy.Length > LargestParameters)
                throw new Refusal(413, "Request Entity Too Large: parameters are too large");
        }

        return copy.ToArray();
    }
}
