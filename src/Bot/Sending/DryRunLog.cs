using BotDigest.Formatting.Messages;
using BotDigest.Formatting.Text;

namespace BotDigest.Bot.Sending;

/// <summary>Says what would be done, where nothing is done.</summary>
/// <param name="log">Where it is said.</param>
internal sealed partial class DryRunLog(ILogger<DryRunLog> log)
{
    internal const string Reason = "nothing is sent in a dry run";

    private const int FirstLine = 60;

    /// <summary>A message would be sent.</summary>
    public void Send(ChatTarget chat, MessageContent content)
    {
        var (length, start) = (content.Text.Length, Start(content));
        WouldSend(chat, length, start);
    }

    /// <summary>A message would be edited.</summary>
    public void Edit(ChatTarget chat, int messageId, MessageContent content)
    {
        var (length, start) = (content.Text.Length, Start(content));
        WouldEdit(messageId, chat, length, start);
    }

    /// <summary>A message would be deleted.</summary>
    public void Delete(ChatTarget chat, int messageId) => WouldDelete(messageId, chat);

    /// <summary>A message would be pinned.</summary>
    public void Pin(ChatTarget chat, int messageId) => WouldPin(messageId, chat);

    /// <summary>The beginning of the first line as plain text, links with their addresses.</summary>
    private static string Start(MessageContent content)
    {
        var line = PlainText.Write(content.Text);
        if (line.IndexOf('\n', StringComparison.Ordinal) is var end and >= 0)
            line = line[..end];
        return line.Length <= FirstLine ? line : line[..(char.IsHighSurrogate(line[FirstLine - 1]) ? FirstLine - 1 : FirstLine)] + "…";
    }

    [LoggerMessage(2010, LogLevel.Information, "Dry run: would send {Length} characters to {ChatId}: {Start}")]
    private partial void WouldSend(ChatTarget chatId, int length, string start);

    [LoggerMessage(2011, LogLevel.Information, "Dry run: would edit message {MessageId} in {ChatId} to {Length} characters: {Start}")]
    private partial void WouldEdit(int messageId, ChatTarget chatId, int length, string start);

    [LoggerMessage(2012, LogLevel.Information, "Dry run: would delete message {MessageId} in {ChatId}")]
    private partial void WouldDelete(int messageId, ChatTarget chatId);

    [LoggerMessage(2016, LogLevel.Information, "Dry run: would pin message {MessageId} in {ChatId}")]
    private partial void WouldPin(int messageId, ChatTarget chatId);
}
