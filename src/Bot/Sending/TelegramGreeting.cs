using BotDigest.Bot.Web;
using Microsoft.Extensions.Options;
using Telegram.Bot.Types;

namespace BotDigest.Bot.Sending;

/// <summary>The first words with Telegram: is the token good, what is the bot called, who are the channel and the editors' chat?</summary>
internal sealed partial class TelegramGreeting : BackgroundService
{
    private const string Part = "telegram";
    private const string TokenRefused =
        "Telegram does not know the bot's token. Ask @BotFather for it (/token) and set Telegram__Token, or the file that Telegram:TokenFile names, to it.";

    // a minute: whoever mends the cause wants to see it work soon
    private const int LongestWait = 6;

    private readonly BotAccount _account;
    private readonly SendPolicy _policy;
    private readonly ChatMoves _moves;
    private readonly BotIdentity _identity;
    private readonly KnownChats _chats;
    private readonly TelegramOptions _options;
    private readonly Readiness _readiness;
    private readonly TimeProvider _time;
    private readonly ILogger<TelegramGreeting> _log;

    /// <summary>Announces a part that has to report before the service is ready.</summary>
    public TelegramGreeting(
        BotAccount account,
        SendPolicy policy,
        ChatMoves moves,
        BotIdentity identity,
        KnownChats chats,
        IOptions<TelegramOptions> options,
        Readiness readiness,
        TimeProvider time,
        ILogger<TelegramGreeting> log)
    {
        (_account, _policy, _moves, _identity, _chats, _options, _readiness, _time, _log) = (account, policy, moves, identity, chats, options.Value, readiness, time, log);
        readiness.Expect(Part);
    }

    /// <summary>Asks Telegram who is who.</summary>
    /// <param name="attempts">How often each question is asked at most.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Why there is no answer; null where there is.</returns>
    /// <exception cref="TelegramRefusedException">Telegram does not know the token.</exception>
    public async Task<string?> GreetAsync(int attempts, CancellationToken cancellationToken)
    {
        // before anybody can send: whoever waits for the name may be next
        await _policy.RestorePausesAsync(cancellationToken);
        if (_options.Username is { Length: > 0 } username)
            _identity.Learn(username);
        var (me, fault) = await AskAsync("getMe", _account.GetMeAsync, attempts, cancellationToken);
        if (me is null)
            return fault;
        _identity.Learn(me.Username!, me.Id);
        (var channel, fault) = await AskAsync(_options.Channel, token => _account.GetChatAsync(ChatTarget.Parse(_options.Channel), token), attempts, cancellationToken);
        if (channel is null)
            return fault;
        _chats.LearnChannel(Known(channel));
        Greeted(me.Username!, channel.Title, channel.Id);
        if (_options.EditorsChat is not { Length: > 0 } setting)
            return null;
        var target = await _moves.FollowAsync(ChatTarget.Parse(setting), cancellationToken);
        (var editors, fault) = await AskAsync(setting, token => _account.GetChatAsync(target, token), attempts, cancellationToken);
        if (editors is not null)
            _chats.LearnEditors(Known(editors));
        return fault;
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await GreetAsync(int.MaxValue, stoppingToken);
        _identity.Greeted();
        _readiness.Up(Part);
        // from now on Telegram may still take the token back
        await _identity.WhenRefusedAsync(stoppingToken);
        throw new TelegramRefusedException(TokenRefused);
    }

    private static KnownChat Known(ChatFullInfo chat) => new(chat.Id, chat.Username, chat.Title);

    /// <summary>Asks until there is an answer, or the attempts are used up.</summary>
    private async Task<(T? Answer, string? Fault)> AskAsync<T>(string subject, Func<CancellationToken, Task<CallResult<T>>> ask, int attempts, CancellationToken cancellationToken)
        where T : class
    {
        for (var failures = 1; ; failures++)
        {
            var result = await ask(cancellationToken);
            if (result is CallResult<T>.Done { Value: var value })
                return (value, null);
            var reason = Reason(subject, result);

            // a chat that the bot may not enter is for people to mend: readers are answered meanwhile
            if (result is CallResult<T>.Refused && _identity.Id is not null)
                _identity.Greeted();
            _readiness.Down(Part, reason);
            if (failures == attempts)
                return (null, reason);
            var wait = _policy.DelayAfter(Math.Min(failures, LongestWait));
            NoAnswer(reason, wait);
            await Task.Delay(wait, _time, cancellationToken);
        }
    }

    private static string Reason<T>(string subject, CallResult<T> result) => result switch
    {
        // 421: a server of one's own that serves other bots only
        CallResult<T>.Refused { Refusal.Code: 401 or 404 or 421 } => throw new TelegramRefusedException(TokenRefused),
        CallResult<T>.Refused { Refusal: var refusal } => $"Telegram refuses {subject}: {refusal}. Check the name in the settings, and add the bot to that chat as an administrator who may post",
        _ => result.Fault!,
    };

    [LoggerMessage(2020, LogLevel.Information, "@{Username} posts to {Title} ({ChatId})")]
    private partial void Greeted(string username, string? title, long chatId);

    [LoggerMessage(2021, LogLevel.Warning, "{Reason}; asking again in {Wait}")]
    private partial void NoAnswer(string reason, TimeSpan wait);
}
