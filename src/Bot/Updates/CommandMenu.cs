using BotDigest.Bot.Commands;
using BotDigest.Bot.Sending;
using Telegram.Bot.Types;

namespace BotDigest.Bot.Updates;

/// <summary>Registers the commands with Telegram, in each language and for private chats and groups, where what Telegram has differs.</summary>
internal sealed partial class CommandMenu(IEnumerable<ICommand> commands, Sender sender, BotIdentity identity, TimeProvider clock, ILogger<CommandMenu> log) : BackgroundService
{
    private static readonly TimeSpan AgainAfter = TimeSpan.FromMinutes(5);

    /// <summary>The languages by Telegram's codes; those without one of their own get English.</summary>
    private static readonly (string? Code, Texts Texts)[] Languages =
        [(null, Texts.In(Commands.Languages.English)), ("zh", Texts.In(Commands.Languages.Chinese))];

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
            if (!await RegisterAsync(BotCommandScope.AllPrivateChats(), code, Menu(texts, _ => true), cancellationToken)
                || !await RegisterAsync(BotCommandScope.AllGroupChats(), code, Menu(texts, c => c.Place == CommandPlace.Everywhere), cancellationToken))
            {
                return false;
            }
        }

        return true;
    }

    private async Task<bool> RegisterAsync(BotCommandScope scope, string? code, List<BotCommand> menu, CancellationToken cancellationToken)
    {
        if (await sender.GetCommandsAsync(scope, code, cancellationToken) is not CallResult<BotCommand[]>.Done { Value: var registered })
            return false;
        if (registered.Select(c => (c.Command, c.Description)).SequenceEqual(menu.Select(c => (c.Command, c.Description))))
            return true;
        if (!await sender.SetCommandsAsync(menu, scope, code, cancellationToken))
            return false;
        var (kind, language) = (scope.GetType().Name, code ?? "any");
        Registered(menu.Count, kind, language);
        return true;
    }

    private List<BotCommand> Menu(Texts texts, Func<ICommand, bool> has) =>
        [.. commands.Where(c => c.InMenu && has(c)).Select(c => new BotCommand { Command = c.Name, Description = texts.Summary(c.Name) })];

    [LoggerMessage(3040, LogLevel.Information, "Registered {Count} commands for {Scope} in {Language}")]
    private partial void Registered(int count, string scope, string language);
}
