namespace Telegram.Bot.Types;

/// <summary>A file to send: an upload, an address that Telegram fetches, or a file that it already has.</summary>
[JsonConverter(typeof(InputFileConverter))]
public abstract class InputFile
{
    private protected InputFile()
    {
    }

    /// <summary>An upload.</summary>
    /// <param name="stream">Its content from where the stream stands; it stays open.</param>
    /// <param name="fileName">The name that is shown.</param>
    public static InputFileStream FromStream(Stream stream, string? fileName = null) => new(stream, fileName);

    /// <summary>A file that Telegram fetches.</summary>
    /// <param name="url">An http or https address.</param>
    public static InputFileUrl FromUri(Uri url) => new(url);

    /// <summary>A file that Telegram fetches.</summary>
    /// <param name="url">An http or https address.</param>
    public static InputFileUrl FromUri(string url) => new(url);

    /// <summary>A file that Telegram already has.</summary>
    /// <param name="fileId">Its id, as this bot knows it.</param>
    public static InputFileId FromFileId(string fileId) => new(fileId);
}

/// <summary>An upload.</summary>
/// <param name="content">Its content from where the stream stands; it stays open.</param>
/// <param name="fileName">The name that is shown.</param>
[JsonConverter(typeof(InputFileConverter))]
public sealed class InputFileStream(Stream content, string? fileName = null) : InputFile
{
    /// <summary>Its content.</summary>
    public Stream Content { get; set; } = content;

    /// <summary>The name that is shown.</summary>
    public string? FileName { get; } = fileName;
}

/// <summary>A file that Telegram fetches.</summary>
[JsonConverter(typeof(InputFileConverter))]
public sealed class InputFileUrl : InputFile
{
    /// <summary>By its address.</summary>
    /// <param name="url">An http or https address.</param>
    public InputFileUrl(string url) => Url = new Uri(url);

    /// <summary>By its address.</summary>
    /// <param name="uri">An http or https address.</param>
    public InputFileUrl(Uri uri) => Url = uri;

    /// <summary>Its address.</summary>
    public Uri Url { get; set; }
}

/// <summary>A file that Telegram already has.</summary>
/// <param name="id">Its id, as this bot knows it.</param>
[JsonConverter(typeof(InputFileConverter))]
public sealed class InputFileId(string id) : InputFile
{
    /// <summary>Its id.</summary>
    public string Id { get; set; } = id;
}
