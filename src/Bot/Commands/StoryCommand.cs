using BotDigest.Bot.Commands.Cards;
using BotDigest.Bot.Storage;

namespace BotDigest.Bot.Commands;

/// <summary><c>/story s_…</c>, or just <c>/s_…</c>: one story whole, by its address; the newest issue where none is given.</summary>
internal sealed class StoryCommand(IssueStore issues, StoryCard card) : ICommand
{
    /// <inheritdoc/>
    public string Name => "story";

    /// <inheritdoc/>
    public CommandPlace Place => CommandPlace.Everywhere;

    /// <inheritdoc/>
    public string? Prefix => "s_";

    /// <inheritdoc/>
    public bool InMenu => false;

    /// <inheritdoc/>
    public async Task<Reply> AnswerAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        if (request.Argument.Length == 0)
            return new Reply.Handover("latest");
        return await issues.FindStoryAsync(request.Argument, cancellationToken) is { } story
            ? new Reply.Card(await card.ComposeAsync(story, request, another: null, cancellationToken))
            : new Reply.Note(request.Texts[Phrase.StoryGone]);
    }
}
