using BotDigest.Bot.Commands.Cards;
using BotDigest.Bot.Search;
using BotDigest.Bot.Storage;

namespace BotDigest.Bot.Commands;

/// <summary><c>/issue</c>: the issue of a date in brief; without a date the newest ones to choose from.</summary>
internal sealed class IssueCommand(IssueStore issues, IssueCard card, ArchiveCard archive, TimeProvider clock) : ICommand
{
    /// <inheritdoc/>
    public string Name => "issue";

    /// <inheritdoc/>
    public CommandPlace Place => CommandPlace.Everywhere;

    /// <inheritdoc/>
    public async Task<Reply> AnswerAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        var texts = request.Texts;
        if (request.Argument.Length == 0)
            return await ChooseAsync(request, lead: null, cancellationToken);
        if (!DateWords.TryParse(request.Argument, clock.Today(request.Zone), out var date))
            return await ChooseAsync(request, texts.Fill(Phrase.BadDate, request.Argument.Shorten(40)), cancellationToken);
        if (await issues.FindAsync(date, cancellationToken) is not { Listed: true } issue)
            return await ChooseAsync(request, texts.Fill(Phrase.NoIssueOn, texts.LongDate(date)), cancellationToken);
        var content = await card.ComposeAsync(issue, texts, lead: null, cancellationToken);
        return new Reply.Card(content with { Keyboard = card.Browse(issue, request) });
    }

    private async Task<Reply> ChooseAsync(CommandRequest request, string? lead, CancellationToken cancellationToken) =>
        new Reply.Card(await archive.ComposeAsync(request.Page, request.Texts, lead, cancellationToken));
}
