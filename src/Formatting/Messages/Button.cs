namespace BotDigest.Formatting.Messages;

/// <summary>A button of an inline keyboard.</summary>
/// <param name="Text">Its caption; never empty.</param>
public abstract record Button(string Text)
{
    /// <summary>Opens an address.</summary>
    /// <param name="Text">The caption.</param>
    /// <param name="Url">An absolute address.</param>
    public sealed record Link(string Text, string Url) : Button(Text);

    /// <summary>Sends data back to the bot.</summary>
    /// <param name="Text">The caption.</param>
    /// <param name="Data">1 to 64 bytes of UTF-8 (TELEGRAM 2.12).</param>
    public sealed record Callback(string Text, string Data) : Button(Text);

    /// <summary>Starts an inline query.</summary>
    /// <param name="Text">The caption.</param>
    /// <param name="Query">The query that is filled in; may be empty.</param>
    /// <param name="InCurrentChat">True to stay in the chat, false to choose one.</param>
    public sealed record InlineQuery(string Text, string Query, bool InCurrentChat) : Button(Text);
}
