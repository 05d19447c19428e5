using BotDigest.Bot.Commands.Cards;
using BotDigest.Bot.Storage;
using BotDigest.Formatting.Messages;

namespace BotDigest.Bot.Commands;

/// <summary><c>/follow</c>: follows a tag, <c>/follow -tag</c> follows it no longer; without a tag those that are followed.</summary>
internal sealed class FollowCommand(FollowStore follows, TagStore tags) : ICommand
{
    private const int ButtonsARow = 3;

    /// <inheritdoc/>
    public string Name => "follow";

    /// <inheritdoc/>
    public CommandPlace Place => CommandPlace.Everywhere;

    /// <inheritdoc/>
    public async Task<Reply> AnswerAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        if (request.Argument.Length == 0)
            return request.IsPrivate ? await ListAsync(request, cancellationToken) : new Reply.Handover("tags");
        var isOff = request.Argument[0] == '-';
        var words = (isOff ? request.Argument[1..] : request.Argument).TrimStart('#', '＃');
        if (await tags.FindAsync(words, cancellationToken) is not { Name: var tag })
            return new Reply.Handover("tag", words);
        if (isOff)
            await follows.UnfollowAsync(request.User, tag, cancellationToken);
        else if (!await follows.FollowAsync(request.User, request.OwnTexts.Culture.Name, tag, cancellationToken))
            return new Reply.Note(request.Texts.Fill(Phrase.FollowsFull, FollowStore.MostTags));
        var done = request.Texts.Fill(isOff ? Phrase.UnfollowedTag : Phrase.FollowedTag, tag);
        return request.IsInPlace ? new Reply.Handover("tag", tag, done) : new Reply.Note(done);
    }

    private async Task<Reply> ListAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        var texts = request.Texts;
        var followed = await follows.ListAsync(request.User, cancellationToken);
        var card = new CardText();
        if (followed.Count == 0)
            card.Add(texts[Phrase.NothingFollowed]);
        else
            card.AddBold(texts[Phrase.FollowedTitle]).Add(" · " + texts.Fill(Phrase.ManyTags, followed.Count)).Line().Line().Add(texts[Phrase.FollowedHint]);
        var keys = new Keys()
            .Grid(ButtonsARow, followed.Where(TagButton.Fits).Select(TagButton.New))
            .Row(followed.Count == 0 ? new Button.Callback(texts[Phrase.TagsButton], ButtonWords.Edit("tags")) : null);
        return new Reply.Card(new MessageContent(card.ToFormattedText()) { Keyboard = keys.ToKeyboard() });
    }
}
