using System.Globalization;
using BotDigest.Formatting.Messages;
using BotDigest.Formatting.Text;

namespace BotDigest.Formatting.Digests;

/// <summary>What a channel shows where an issue's messages are not simply its digest's: later additions, and messages that Telegram no longer lets go.</summary>
public static class ChannelNotices
{
    /// <summary>The message headed with the date and 续: an addition to an issue that others have followed.</summary>
    /// <param name="content">The message.</param>
    /// <param name="date">The date.</param>
    /// <param name="culture">The language.</param>
    public static MessageContent Late(MessageContent content, DateOnly date, CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(content);
        var texts = new DigestTexts(culture);
        var text = new FormattedTextBuilder().Append(texts.Late(texts.Date(date)), EntityKind.Bold).Append("\n\n").Append(content.Text);
        return content with { Text = text.ToFormattedText() };
    }

    /// <summary>What stands in the place of an issue that was taken back too late for its messages to be deleted.</summary>
    /// <param name="date">The date.</param>
    /// <param name="culture">The language.</param>
    public static MessageContent Retracted(DateOnly date, CultureInfo culture)
    {
        var texts = new DigestTexts(culture);
        return new MessageContent(FormattedText.Plain(texts.Retracted(texts.Date(date))));
    }

    /// <summary>What stands in a message that an issue no longer needs.</summary>
    /// <param name="culture">The language.</param>
    public static MessageContent Merged(CultureInfo culture) => new(FormattedText.Plain(new DigestTexts(culture).Merged));
}
