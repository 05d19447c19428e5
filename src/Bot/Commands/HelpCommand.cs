using BotDigest.Bot.Commands.Cards;
using BotDigest.Formatting.Messages;

namespace BotDigest.Bot.Commands;

/// <summary><c>/help</c>: every command with a line about it, and the buttons that most people want.</summary>
/// <param name="commands">All commands; late, because this is one of them.</param>
/// <param name="names">The bot's name.</param>
internal sealed class HelpCommand(Lazy<IEnumerable<ICommand>> commands, PrivateLinks names) : ICommand
{
    /// <inheritdoc/>
    public string Name => "help";

    /// <inheritdoc/>
    public CommandPlace Place => CommandPlace.Everywhere;

    /// <inheritdoc/>
    public CommandRole Role => CommandRole.Menu;

    /// <inheritdoc/>
    public Task<Reply> AnswerAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        var texts = request.Texts;
        var card = new CardText().AddBold(texts[Phrase.HelpTitle]).Line();
        foreach (var command in commands.Value.Where(c => c.Place is CommandPlace.Everywhere or CommandPlace.Administrators || (c.Place == CommandPlace.PrivateOnly && request.IsPrivate)))
            card.Line().Add($"{Typed(command.Name, request)}  {texts.Summary(command.Name)}");
        if (request.IsEditor)
            AddForEditors(card, texts);
        card.Line().Line().Add(request.IsPrivate ? texts[Phrase.HelpPlainText] : texts.Fill(Phrase.HelpGroups, names.InGroup("today")));
        var keys = new Keys()
            .Row(
                new Button.Callback(texts[Phrase.TodayButton], ButtonWords.New("today")),
                new Button.Callback(texts[Phrase.ArchiveButton], ButtonWords.New("issue")),
                new Button.Callback(texts[Phrase.TagsButton], ButtonWords.New("tags")));
        if (request.IsPrivate)
            keys.Row(new Button.Callback(texts[Phrase.SubscribeButton], ButtonWords.New("subscribe")), new Button.Callback(texts[Phrase.SettingsButton], ButtonWords.New("settings")));
        return Task.FromResult<Reply>(new Reply.Card(new MessageContent(card.ToFormattedText()) { Keyboard = keys.ToKeyboard() }));
    }

    private void AddForEditors(CardText card, Texts texts)
    {
        card.Line().Line().AddBold(texts[Phrase.HelpEditors]).Line();
        foreach (var command in commands.Value.Where(c => c.Place == CommandPlace.Editors))
            card.Line().Add($"/{command.Name}  {texts.Summary(command.Name)}");
    }

    private string Typed(string command, CommandRequest request) => request.IsPrivate ? "/" + command : names.InGroup(command);
}
