using Telegram.Bot;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace BotDigest.Bot.Sending;

/// <summary>What the bot asks Telegram, and what it tells Telegram about itself; none of it is seen in a chat.</summary>
/// <param name="client">The client; made when it is first needed, because some verbs have no token.</param>
/// <param name="policy">How calls are made.</param>
/// <param name="mode">Whether anything is really told.</param>
/// <param name="log">Says what was unusual.</param>
internal sealed partial class BotAccount(Lazy<ITelegramBotClient> client, SendPolicy policy, RunMode mode, ILogger<BotAccount> log)
{
    private ITelegramBotClient Client => client.Value;

    /// <summary>Registers commands with Telegram.</summary>
    /// <returns>True where Telegram took them.</returns>
    public async Task<bool> SetCommandsAsync(IEnumerable<BotCommand> commands, BotCommandScope? scope, string? languageCode, CancellationToken cancellationToken)
    {
        if (mode.DryRun)
            return true;
        var result = await policy.ExecuteAsync(
            null, SendPriority.Answer, repeatable: true, token => Client.SetMyCommands(commands, scope, languageCode, cancellationToken: token), cancellationToken);
        if (result.Fault is not { } fault)
            return true;
        NotRegistered(fault);
        return false;
    }

    /// <summary>Asks which commands are registered.</summary>
    public Task<CallResult<BotCommand[]>> GetCommandsAsync(BotCommandScope? scope, string? languageCode, CancellationToken cancellationToken) =>
        policy.ExecuteAsync(null, SendPriority.Answer, repeatable: true, token => Client.GetMyCommands(scope, languageCode, cancellationToken: token), cancellationToken);

    /// <summary>Asks who the bot is.</summary>
    public Task<CallResult<User>> GetMeAsync(CancellationToken cancellationToken) =>
        policy.ExecuteAsync(null, SendPriority.Channel, repeatable: true, token => Client.GetMe(cancellationToken: token), cancellationToken);

    /// <summary>Asks about a chat.</summary>
    public Task<CallResult<ChatFullInfo>> GetChatAsync(ChatTarget chat, CancellationToken cancellationToken) =>
        policy.ExecuteAsync(null, SendPriority.Channel, repeatable: true, token => Client.GetChat(chat.ToChatId(), cancellationToken: token), cancellationToken);

    /// <summary>Asks what a user may do in a chat.</summary>
    public Task<CallResult<ChatMember>> GetChatMemberAsync(ChatTarget chat, long userId, CancellationToken cancellationToken) =>
        policy.ExecuteAsync(null, SendPriority.Channel, repeatable: true, token => Client.GetChatMember(chat.ToChatId(), userId, cancellationToken: token), cancellationToken);

    /// <summary>Asks where updates go.</summary>
    public Task<CallResult<WebhookInfo>> GetWebhookAsync(CancellationToken cancellationToken) =>
        policy.ExecuteAsync(null, SendPriority.Channel, repeatable: true, token => Client.GetWebhookInfo(cancellationToken: token), cancellationToken);

    /// <summary>Has updates posted to an address.</summary>
    public async Task<CallResult<bool>> SetWebhookAsync(string url, string secret, IEnumerable<UpdateType> wanted, CancellationToken cancellationToken) => mode.DryRun
        ? new CallResult<bool>.NotDone(DryRunLog.Reason)
        : await policy.ExecuteAsync(
            null, SendPriority.Answer, repeatable: true, token => Client.SetWebhook(url, allowedUpdates: wanted, secretToken: secret, cancellationToken: token), cancellationToken);

    /// <summary>Has updates no longer posted; those that wait are kept for polling.</summary>
    public async Task<CallResult<bool>> DeleteWebhookAsync(CancellationToken cancellationToken) => mode.DryRun
        ? new CallResult<bool>.NotDone(DryRunLog.Reason)
        : await policy.ExecuteAsync(null, SendPriority.Answer, repeatable: true, token => Client.DeleteWebhook(cancellationToken: token), cancellationToken);

    [LoggerMessage(2017, LogLevel.Warning, "Commands were not registered: {Reason}")]
    private partial void NotRegistered(string reason);
}
