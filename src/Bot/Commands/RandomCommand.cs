using BotDigest.Bot.Commands.Cards;
using BotDigest.Bot.Storage;
using BotDigest.Formatting.Messages;

namespace BotDigest.Bot.Commands;

/// <summary><c>/random</c>: any story of any issue, and a button that brings another one in its place.</summary>
internal sealed class RandomCommand(IssueStore issues, StoryCard card, Random random) : ICommand
{
    // An issue may hold no story at all.
    private const int Tries = 5;

    /// <inheritdoc/>
    public string Name => "random";

    /// <inheritdoc/>
    public CommandPlace Place => CommandPlace.Everywhere;

    /// <inheritdoc/>
    public async Task<Reply> AnswerAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        var count = await issues.CountListedAsync(cancellationToken);
        for (var attempt = 0; count > 0 && attempt < Tries; attempt++)
        {
            if (await issues.ListNewestAsync(1, Next(count), cancellationToken) is not [var issue])
                continue;
            var stories = await issues.StoriesOfAsync(issue.Id, cancellationToken);
            if (stories.Count == 0)
                continue;
            var another = new Button.Callback(request.Texts[Phrase.AnotherButton], ButtonWords.Edit(Name));
            return new Reply.Card(await card.ComposeAsync(stories[Next(stories.Count)], request, another, cancellationToken));
        }

        return new Reply.Card(new MessageContent(new CardText().Add(request.Texts[Phrase.NoIssues]).ToFormattedText()));
    }

    // Chats are answered side by side, and a source of chance takes one at a time.
    private int Next(int count)
    {
        lock (random)
            return random.Next(count);
    }
}
