using BotDigest.Bot.Commands;
using BotDigest.Bot.Sending;
using Microsoft.Extensions.Options;
using Telegram.Bot.Types;

namespace BotDigest.Bot.Updates;

/// <summary>Registers the commands with Telegram, in each language and for private chats, groups and the administrators of groups, where what Telegram has differs.</summary>
internal sealed partial class CommandMenu(
    IEnumerable<ICommand> commands, BotAccount account, BotIdentity identity, KnownChats chats, IOptions<TelegramOptions> telegram, TimeProvider clock, ILogger<CommandMenu> log) : BackgroundService
{
    private static readonly TimeSpan AgainAfter = TimeSpan.FromMinutes(5);

    /// <summary>The languages by Telegram's codes; those without one of their own get English.</summary>
    private static readonly (string? Code, Texts Texts)[] Languages =
        [(null, Texts.In(Commands.Languages.English)), ("zh", Texts.In(Commands.Languages.Chinese))];

    private readonly IReadOnlyList<ICommand> _inGroups = [.. commands.Where(c => c.Place == CommandPlace.Everywhere)];

    private readonly IReadOnlyList<ICommand> _forAdministrators = [.. commands.Where(c => c.Place is CommandPlace.Everywhere or CommandPlace.Administrators)];

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await identity.WhenKnownAsync(stoppingToken);
        while (!await RegisterAsync(stoppingToken))
            await Task.Delay(AgainAfter, clock, stoppingToken);
    }

    /// <summary>Registers what differs.</summary>
    /// <returns>False where Telegram did not answer; what was registered stays.</returns>
    internal async Task<bool> RegisterAsync(CancellationToken cancellationToken)
    {
        foreach (var (code, texts) in Languages)
        {
            if (!await RegisterAsync(BotCommandScope.AllPrivateChats(), code, Menu(texts, commands.Where(c => c.Place != CommandPlace.Editors)), cancellationToken)
                || !await RegisterAsync(BotCommandScope.AllGroupChats(), code, Menu(texts, _inGroups), cancellationToken)
                || !await RegisterAsync(BotCommandScope.AllChatAdministrators(), code, Menu(texts, _forAdministrators), cancellationToken))
            {
                return false;
            }
        }

        return await RegisterForEditorsAsync(cancellationToken);
    }

    /// <summary>Registers what editors see in their chat and in private; one who has never written to the bot has no private chat with it yet, and is asked for again later.</summary>
    private async Task<bool> RegisterForEditorsAsync(CancellationToken cancellationToken)
    {
        if (telegram.Value is not { EditorsChat.Length: > 0, Editors.Length: > 0 })
            return true;
        var all = chats.Editors is not null;
        foreach (var (code, texts) in Languages)
        {
            var isDone = chats.Editors is not { } editors
                || await RegisterAsync(BotCommandScope.Chat(editors.Id), code, Menu(texts, commands.Where(c => c.Place == CommandPlace.Editors).Concat(_inGroups)), cancellationToken);
            all &= isDone;
            foreach (var editor in telegram.Value.Editors.Where(e => e != chats.Editors?.Id))
                all &= await RegisterAsync(BotCommandScope.Chat(editor), code, Menu(texts, commands), cancellationToken);
        }

        return all;
    }

    private async Task<bool> RegisterAsync(BotCommandScope scope, string? code, List<BotCommand> menu, CancellationToken cancellationToken)
    {
        if (await account.GetCommandsAsync(scope, code, cancellationToken) is not CallResult<BotCommand[]>.Done { Value: var registered })
            return false;
        if (registered.Select(c => (c.Command, c.Description)).SequenceEqual(menu.Select(c => (c.Command, c.Description))))
            return true;
        if (!await account.SetCommandsAsync(menu, scope, code, cancellationToken))
            return false;
        var (kind, language) = (scope.GetType().Name, code ?? "any");
        Registered(menu.Count, kind, language);
        return true;
    }

    private static List<BotCommand> Menu(Texts texts, IEnumerable<ICommand> shown) =>
        [.. shown.Where(c => c.InMenu).Select(c => new BotCommand { Command = c.Name, Description = texts.Summary(c.Name) })];

    [LoggerMessage(3040, LogLevel.Information, "Registered {Count} commands for {Scope} in {Language}")]
    private partial void Registered(int count, string scope, string language);
}
