using BotDigest.Bot.Commands.Cards;
using BotDigest.Bot.Sending;
using BotDigest.Formatting.Messages;

namespace BotDigest.Bot.Commands;

/// <summary><c>/start</c>: a greeting, or what a deep link asks for. Payloads are looked up, never trusted.</summary>
/// <param name="links">The channel's address.</param>
internal sealed class StartCommand(ChannelLinks links) : ICommand
{
    /// <summary>Payloads that are commands of their own.</summary>
    private static readonly string[] Commands = ["search", "subscribe", "unsubscribe", "settings", "privacy", "today", "latest", "tags", "help", "saved", "new", "week", "random", "follow", "feedback"];

    /// <inheritdoc/>
    public string Name => "start";

    /// <inheritdoc/>
    public CommandPlace Place => CommandPlace.Everywhere;

    /// <inheritdoc/>
    public bool InMenu => false;

    /// <inheritdoc/>
    public Task<Reply> AnswerAsync(CommandRequest request, CancellationToken cancellationToken) => Task.FromResult(Answer(request));

    private Reply Answer(CommandRequest request)
    {
        var payload = request.Argument;
        return payload switch
        {
            _ when payload.StartsWith("i_", StringComparison.Ordinal) => new Reply.Handover("issue", payload[2..]),
            _ when payload.StartsWith("s_", StringComparison.Ordinal) => new Reply.Handover("story", payload),
            _ when payload.StartsWith("t_", StringComparison.Ordinal) => new Reply.Handover("tag", payload),
            _ when Commands.Contains(payload, StringComparer.OrdinalIgnoreCase) => new Reply.Handover(payload.ToLowerInvariant()),
            _ => new Reply.Card(Welcome(request)),
        };
    }

    private MessageContent Welcome(CommandRequest request)
    {
        var texts = request.Texts;
        var card = new CardText().AddBold(texts[Phrase.Welcome]).Line().Line().Add(texts[Phrase.WelcomeHow]);
        var keys = new Keys()
            .Row(
                new Button.Callback(texts[Phrase.TodayButton], ButtonWords.New("today")),
                new Button.Callback(texts[Phrase.ArchiveButton], ButtonWords.New("issue")),
                new Button.Callback(texts[Phrase.TagsButton], ButtonWords.New("tags")))
            .Row(
                request.IsPrivate ? new Button.Callback(texts[Phrase.SubscribeButton], ButtonWords.New("subscribe")) : null,
                links.Channel is { } channel ? new Button.Link(texts[Phrase.PostButton], channel) : null,
                new Button.Callback(texts[Phrase.HelpButton], ButtonWords.New("help")));
        return new MessageContent(card.ToFormattedText()) { Keyboard = keys.ToKeyboard() };
    }
}
