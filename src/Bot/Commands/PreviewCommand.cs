using BotDigest.Bot.Commands.Cards;
using BotDigest.Bot.Publishing;
using BotDigest.Bot.Sending;
using BotDigest.Bot.Storage;
using BotDigest.Formatting.Messages;

namespace BotDigest.Bot.Commands;

/// <summary><c>/preview</c>: the messages of an issue as the channel shows them or will show them.</summary>
internal sealed class PreviewCommand(EditorIssues choice, DeliveryStore deliveries, ChannelLinks links) : ICommand
{
    /// <inheritdoc/>
    public string Name => "preview";

    /// <inheritdoc/>
    public CommandPlace Place => CommandPlace.Editors;

    /// <inheritdoc/>
    public async Task<Reply> AnswerAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        var (found, instead) = await choice.FindAsync(Name, request, _ => true, cancellationToken);
        if (found is not { } issue)
            return instead!;
        var texts = request.Texts;
        var wanted = issue.Digest.Messages;
        var count = wanted.Length == 1 ? texts[Phrase.OneMessage] : texts.Fill(Phrase.ManyMessages, wanted.Length);
        var lead = new CardText().AddBold(texts.Fill(Phrase.PreviewOf, texts.LongDate(issue.Date))).Add(" · " + count);

        // on the channel the map's lines lead to the posts; before that they lead nowhere
        var posts = (await deliveries.ListAsync(issue.Id, cancellationToken)).Where(d => d is { State: DeliveryState.Sent, MessageId: not null }).Select(d => d.MessageId!.Value).ToList();
        return new Reply.Series(
        [
            new MessageContent(lead.ToFormattedText()),
            .. wanted.Select(m => m.Link(part => posts.Count == wanted.Length ? links.Post(posts[part - 1]) : null)),
        ]);
    }
}
