using BotDigest.Bot.Storage;

namespace BotDigest.Bot.Commands;

/// <summary><c>/save s_…</c>: keeps a story for later, <c>/save -s_…</c> keeps it no longer; without an address what is kept.</summary>
internal sealed class SaveCommand(IssueStore issues, SavedStore saved) : ICommand
{
    /// <inheritdoc/>
    public string Name => "save";

    /// <inheritdoc/>
    public CommandPlace Place => CommandPlace.Everywhere;

    /// <inheritdoc/>
    public bool InMenu => false;

    /// <inheritdoc/>
    public async Task<Reply> AnswerAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        if (request.Argument.Length == 0)
            return new Reply.Handover("saved");
        var isOff = request.Argument[0] == '-';
        var key = isOff ? request.Argument[1..] : request.Argument;
        if (await issues.FindStoryAsync(key, cancellationToken) is null)
            return new Reply.Note(request.Texts[Phrase.StoryGone]);
        if (isOff)
            await saved.RemoveAsync(request.User, key, cancellationToken);
        else if (!await saved.SaveAsync(request.User, request.OwnTexts.Culture.Name, key, cancellationToken))
            return new Reply.Note(request.Texts.Fill(Phrase.SavedFull, SavedStore.MostSaved));
        var words = request.Texts[isOff ? Phrase.UnsavedStory : Phrase.SavedStory];
        return request.IsInPlace ? new Reply.Handover("story", key, words) : new Reply.Note(words);
    }
}
