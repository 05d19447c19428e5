using BotDigest.Bot.Commands;
using BotDigest.Bot.Storage;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace BotDigest.Bot.Updates;

/// <summary>Finds the command that a message or a pressed button asks for, and has its answer sent. It knows commands by their names only.</summary>
internal sealed class CommandRouter
{
    private const int MaxHandovers = 3;

    private readonly Dictionary<string, ICommand> _commands;
    private readonly ICommand _plainText;
    private readonly ICommand _menu;
    private readonly RequestReader _requests;
    private readonly DialogueStore _dialogues;
    private readonly GroupAdministrators _administrators;
    private readonly Replier _replier;
    private readonly RouterCards _cards;
    private readonly RequestLimits _limits;
    private readonly Typing _typing;
    private readonly FeedbackAnswers _feedback;
    private readonly UpdateMetrics _metrics;
    private readonly TimeProvider _clock;

    public CommandRouter(
        IEnumerable<ICommand> commands, RequestReader requests, DialogueStore dialogues, GroupAdministrators administrators, Replier replier, RouterCards cards, RequestLimits limits, Typing typing, FeedbackAnswers feedback, UpdateMetrics metrics, TimeProvider clock)
    {
        (_requests, _dialogues, _administrators, _replier, _cards, _limits, _typing, _feedback, _metrics, _clock) = (requests, dialogues, administrators, replier, cards, limits, typing, feedback, metrics, clock);
        _commands = commands.ToDictionary(c => c.Name, StringComparer.Ordinal);
        _plainText = _commands.Values.Single(c => c.Role == CommandRole.PlainText);
        _menu = _commands.Values.Single(c => c.Role == CommandRole.Menu);
    }

    /// <summary>Answers a message, if it asks this bot.</summary>
    internal async Task TakeAsync(Message message, CancellationToken cancellationToken)
    {
        if (message is not { From: { } user, Text.Length: > 0, ViaBot: null, IsAutomaticForward: false, Chat.Type: ChatType.Private or ChatType.Group or ChatType.Supergroup })
            return;

        // Administrators of a group may speak as the group itself; Telegram then names a bot as the sender.
        if (user.IsBot && message.SenderChat?.Id != message.Chat.Id)
            return;
        var words = CommandWords.Read(message);
        if (!IsForUs(message, words) || !await HasTurnAsync(message, user, cancellationToken))
            return;
        var request = (await _requests.ReadAsync(message.Chat, user, cancellationToken)) with
        {
            Speaker = message.SenderChat?.Id ?? user.Id,
            Topic = message.IsTopicMessage ? message.MessageThreadId : null,
        };
        var target = new ReplyTarget(request.Chat, request.User, request.IsPrivate, message.IsTopicMessage ? message.MessageThreadId : null, message.Id);
        var dialogue = await _dialogues.FindAsync(request.Chat, request.User, cancellationToken);
        if (words is null)
            await TakeTextAsync(message, request, target, dialogue, cancellationToken);
        else
            await TakeCommandAsync(words, request, target, dialogue, cancellationToken);
    }

    /// <summary>Answers a pressed button.</summary>
    internal async Task TakeAsync(CallbackQuery query, CancellationToken cancellationToken)
    {
        var message = query.Message;
        if (TurnOf(message?.Chat, query.From, query.From.Id) is not Turn.Granted and var turn)
        {
            await _replier.NoteAsync(query.Id, turn == Turn.TooMany ? _cards.TooMany(query.From.LanguageCode) : null, cancellationToken);
            return;
        }

        var request = (await _requests.ReadAsync(message?.Chat ?? new Chat { Id = query.From.Id, Type = ChatType.Private }, query.From, cancellationToken)) with
        {
            IsButton = true,
            Speaker = query.From.Id,
            Topic = message?.IsTopicMessage == true ? message.MessageThreadId : null,
        };
        var data = ButtonWords.Parse(query.Data);
        var argument = data?.Argument ?? MessageTitle.Of(message);
        var press = new Press(query.Id, message is { Date.Ticks: > 0 } && data?.InPlace == true ? message.Id : null);
        var target = new ReplyTarget(request.Chat, request.User, request.IsPrivate, message?.IsTopicMessage == true ? message.MessageThreadId : null, Message: null);
        var command = data is null ? null : _commands.GetValueOrDefault(data.Command);
        if (command?.Place == CommandPlace.Editors && request is { IsEditor: false, IsEditorsChat: true })
        {
            await _replier.NoteAsync(query.Id, request.Texts[Phrase.EditorsOnly], cancellationToken);
            return;
        }

        if (data is null || argument is null || command is null || !IsFor(command, request))
        {
            var menu = await AnswerAsync(new CommandCall(_menu, request), target, cancellationToken);
            await _replier.ReplyAsync(menu, target, new Press(query.Id, InPlaceOf: null) { Note = request.Texts[Phrase.ButtonExpired] }, cancellationToken);
            return;
        }

        await ReplyAsync(new CommandCall(command, request with { Argument = argument, Page = data.Page, IsInPlace = press.InPlaceOf is not null }), target, press, cancellationToken);
    }

    /// <summary>Says that something went wrong, where an answer is waited for.</summary>
    internal Task ApologizeAsync(Update update, CancellationToken cancellationToken) => update switch
    {
        { CallbackQuery: { } query } => _replier.NoteAsync(query.Id, _cards.Failure(query.From.LanguageCode), cancellationToken),
        { Message: { From: { } user } message } when IsForUs(message, CommandWords.Read(message)) =>
            _replier.SendAsync(
                RouterCards.Plain(_cards.Failure(user.LanguageCode)),
                new ReplyTarget(message.Chat.Id, user.Id, message.Chat.Type == ChatType.Private, message.IsTopicMessage ? message.MessageThreadId : null, message.Id),
                cancellationToken),
        _ => Task.CompletedTask,
    };

    /// <summary>True where a message asks this bot; among themselves editors need not name it.</summary>
    private bool IsForUs(Message message, CommandWords? words) =>
        _requests.IsForUs(message, words)
        || (words is { Bot: null } && message.From is { } user && _requests.IsEditor(message.Chat, user) && _commands.GetValueOrDefault(words.Name)?.Place == CommandPlace.Editors);

    /// <summary>True where the command exists for the one who asks.</summary>
    private static bool IsFor(ICommand command, CommandRequest request) => command.Place != CommandPlace.Editors || request.IsEditor;

    private async Task TakeTextAsync(Message message, CommandRequest request, ReplyTarget target, Dialogue? dialogue, CancellationToken cancellationToken)
    {
        var answers = dialogue is not null && (request.IsPrivate || message.ReplyToMessage?.Id == dialogue.Question);
        if (answers)
            await _dialogues.EndAsync(request.Chat, request.User, cancellationToken);
        else if (request.IsEditor && message.ReplyToMessage is { } asked && await _feedback.TakeAsync(asked.Id, message.Text!, request, target, cancellationToken))
            return;
        else if (!request.IsPrivate)
            return;
        var command = answers && _commands.TryGetValue(dialogue!.Command, out var asker) ? asker : _plainText;
        await ReplyAsync(new CommandCall(command, request with { Argument = message.Text!.Trim() }), target, press: null, cancellationToken);
    }

    private async Task TakeCommandAsync(CommandWords words, CommandRequest request, ReplyTarget target, Dialogue? dialogue, CancellationToken cancellationToken)
    {
        var argument = words.Argument;
        if (!_commands.TryGetValue(words.Name, out var command) && (command = PrefixOf(words.Name)) is not null)
            argument = words.Name;
        if (command is null || !IsFor(command, request))
        {
            var known = _commands.Values.Where(c => IsFor(c, request)).Select(c => c.Name);
            await _replier.SendAsync(_cards.Unknown(words.Name, EditDistance.Nearest(words.Name, known), request.Texts), target, cancellationToken);
            return;
        }

        await ReplyAsync(new CommandCall(command, request with { Argument = argument }), target, press: null, cancellationToken);

        // Whoever turns to something else has left the question.
        if (dialogue is not null && await _dialogues.FindAsync(request.Chat, request.User, cancellationToken) == dialogue)
            await _dialogues.EndAsync(request.Chat, request.User, cancellationToken);
    }

    /// <summary>The command that takes words which begin so, or null.</summary>
    private ICommand? PrefixOf(string name) => _commands.Values.FirstOrDefault(c => c.Prefix is { } prefix && name.Length > prefix.Length && name.StartsWith(prefix, StringComparison.Ordinal));

    private async Task ReplyAsync(CommandCall call, ReplyTarget target, Press? press, CancellationToken cancellationToken)
    {
        var began = _clock.GetTimestamp();
        var answer = await AnswerAsync(call, target, cancellationToken);
        await _replier.ReplyAsync(answer, target, press, cancellationToken);
        _metrics.Answered(answer.Command, _clock.GetElapsedTime(began));
    }

    /// <summary>True where somebody may ask once more; where that ends, it is said once.</summary>
    private async Task<bool> HasTurnAsync(Message message, User user, CancellationToken cancellationToken)
    {
        // all who speak as their group come as one user
        var turn = TurnOf(message.Chat, user, message.SenderChat?.Id ?? user.Id);
        if (turn == Turn.TooMany)
        {
            var target = new ReplyTarget(message.Chat.Id, user.Id, message.Chat.Type == ChatType.Private, message.IsTopicMessage ? message.MessageThreadId : null, message.Id);
            await _replier.SendAsync(RouterCards.Plain(_cards.TooMany(user.LanguageCode)), target, cancellationToken);
        }

        return turn == Turn.Granted;
    }

    /// <summary>Whether somebody may ask once more; editors may always.</summary>
    private Turn TurnOf(Chat? chat, User user, long speaker) =>
        chat is not null && _requests.IsEditor(chat, user) ? Turn.Granted : _limits.Take(speaker, chat is null or { Type: ChatType.Private } ? null : chat.Id);

    private Task<Answer> AnswerAsync(CommandCall call, ReplyTarget target, CancellationToken cancellationToken) =>
        _typing.WhileAsync(target, AnswerAsync(call, cancellationToken), cancellationToken);

    private async Task<Answer> AnswerAsync(CommandCall call, CancellationToken cancellationToken)
    {
        string? toast = null;
        for (var handovers = 0; ; handovers++)
        {
            if (call.Command.Place == CommandPlace.PrivateOnly && !call.Request.IsPrivate)
                return new Answer(call.Command.Name, new Reply.Card(_cards.PrivateOnly(call.Command.Name, call.Request.Texts)));
            if (call.Command.Place == CommandPlace.Administrators && !call.Request.IsPrivate && !await _administrators.IsAsync(call.Request.Chat, call.Request.Speaker, cancellationToken))
                return new Answer(call.Command.Name, new Reply.Note(call.Request.Texts[Phrase.AdministratorsOnly]));
            var reply = await call.Command.AnswerAsync(call.Request, cancellationToken);
            if (reply is not Reply.Handover next)
                return new Answer(call.Command.Name, toast is not null && reply is Reply.Card card ? card with { Toast = toast } : reply);
            toast = next.Toast ?? toast;
            if (handovers == MaxHandovers || !_commands.TryGetValue(next.Command, out var command))
                throw new InvalidOperationException($"/{call.Command.Name} hands over to /{next.Command}, which does not answer.");
            call = new CommandCall(command, call.Request with { Argument = next.Argument });
        }
    }
}
