namespace Telegram.Bot;

/// <summary>The token, for the one purpose of keeping it out of whatever leaves the client in an exception.</summary>
internal sealed class Secret(string token)
{
    private const string Mask = "[token]";

    // The part after the colon is what must not leak; a short one is a made-up token, which only counts as a whole.
    private readonly string _words = token.Length - token.IndexOf(':', StringComparison.Ordinal) > 16 ? token[(token.IndexOf(':', StringComparison.Ordinal) + 1)..] : token;

    /// <summary>The text without the token.</summary>
    public string Hide(string text) => text.Replace(_words, Mask, StringComparison.Ordinal);

    /// <summary>The fault itself, or one of the same kind without its words where they hold the token.</summary>
    public Exception Hide(Exception fault)
    {
        if (!fault.ToString().Contains(_words, StringComparison.Ordinal))
            return fault;
        var message = Hide(fault.Message);
        return fault is HttpRequestException http
            ? new HttpRequestException(http.HttpRequestError, message, inner: null, http.StatusCode)
            : new IOException(message);
    }
}
