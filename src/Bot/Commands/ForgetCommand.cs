namespace BotDigest.Bot.Commands;

/// <summary><c>/forget</c>: deletes what is stored about the person, after a second look.</summary>
internal sealed class ForgetCommand : ICommand
{
    /// <inheritdoc/>
    public string Name => "forget";

    /// <inheritdoc/>
    public CommandPlace Place => CommandPlace.PrivateOnly;

    /// <inheritdoc/>
    public Task<Reply> AnswerAsync(CommandRequest request, CancellationToken cancellationToken) => Task.FromResult<Reply>(new Reply.Handover("privacy", "forget"));
}
