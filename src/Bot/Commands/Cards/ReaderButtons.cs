using BotDigest.Bot.Storage;
using BotDigest.Formatting.Messages;
using BotDigest.Formatting.Text;

namespace BotDigest.Bot.Commands.Cards;

/// <summary>The buttons by which a reader keeps a story and follows a tag. In a private chat they show what is so already; in a group, where all see one message, they only do it for whoever presses.</summary>
/// <param name="saved">What is kept.</param>
/// <param name="follows">What is followed.</param>
internal sealed class ReaderButtons(SavedStore saved, FollowStore follows)
{
    /// <summary>Keeps a story, or keeps it no longer.</summary>
    internal async Task<Button> SaveAsync(string key, CommandRequest request, CancellationToken cancellationToken)
    {
        if (!request.IsPrivate)
            return new Button.Callback(request.Texts[Phrase.SaveButton], ButtonWords.New("save", key));
        return await saved.IsSavedAsync(request.User, key, cancellationToken)
            ? new Button.Callback(request.Texts[Phrase.UnsaveButton], ButtonWords.Edit("save", "-" + key))
            : new Button.Callback(request.Texts[Phrase.SaveButton], ButtonWords.Edit("save", key));
    }

    /// <summary>Follows the tag whose stories are shown, or follows it no longer; null for a tag that no button can carry.</summary>
    internal async Task<Button?> FollowAsync(string tag, CommandRequest request, CancellationToken cancellationToken)
    {
        if (!TagButton.Fits(tag))
            return null;
        if (!request.IsPrivate)
            return new Button.Callback(request.Texts.Fill(Phrase.FollowButton, Caption(tag)), ButtonWords.New("follow", tag));
        return await follows.IsFollowedAsync(request.User, tag, cancellationToken)
            ? new Button.Callback(request.Texts.Fill(Phrase.UnfollowButton, Caption(tag)), ButtonWords.Edit("follow", "-" + tag))
            : new Button.Callback(request.Texts.Fill(Phrase.FollowButton, Caption(tag)), ButtonWords.Edit("follow", tag));
    }

    /// <summary>Follows the tag that a story is most about: one in its headline before others; null where it has none, or where it is followed.</summary>
    internal async Task<Button?> FollowAsync(StoredStory story, CommandRequest request, CancellationToken cancellationToken)
    {
        var tag = story.Tags.Where(TagButton.Fits).OrderByDescending(t => story.Headline.Contains(t, StringComparison.OrdinalIgnoreCase)).FirstOrDefault();
        if (tag is null || (request.IsPrivate && await follows.IsFollowedAsync(request.User, tag, cancellationToken)))
            return null;
        return new Button.Callback(request.Texts.Fill(Phrase.FollowButton, Caption(tag)), ButtonWords.New("follow", tag));
    }

    private static string Caption(string tag) => Hashtag.Of(tag) ?? tag;
}
