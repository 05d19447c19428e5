using BotDigest.Bot.Storage;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace BotDigest.Bot.Updates;

/// <summary>Handles one update, once: what comes of it is finished before the update counts as handled, and no fault of one stops the others.</summary>
internal sealed partial class UpdateHandler(UpdateStore handled, CommandRouter router, InlineHandler inline, Membership membership, UpdateMetrics metrics, TimeProvider clock, ILogger<UpdateHandler> log)
{
    private static readonly Func<ILogger, int, IDisposable?> Scope = LoggerMessage.DefineScope<int>("update {UpdateId}");
    /// <summary>The kinds of updates that something comes of.</summary>
    internal static readonly IReadOnlyList<UpdateType> Wanted = [UpdateType.Message, UpdateType.CallbackQuery, UpdateType.InlineQuery, UpdateType.MyChatMember];

    private static readonly TimeSpan CommitAgainAfter = TimeSpan.FromSeconds(2);

    /// <summary>The chat whose order an update keeps; the person where it comes from no chat.</summary>
    internal static long ChatOf(Update update) =>
        update.Message?.Chat.Id ?? update.CallbackQuery?.Message?.Chat.Id ?? update.CallbackQuery?.From.Id ?? update.InlineQuery?.From.Id ?? update.MyChatMember?.Chat.Id ?? 0;

    /// <summary>Handles an update. When this returns it is kept as handled.</summary>
    /// <exception cref="OperationCanceledException">Cancelled; the update is to be handled again.</exception>
    internal async Task HandleAsync(Update update, CancellationToken cancellationToken)
    {
        using var scope = Scope(log, update.Id);
        var outcome = "handled";
        try
        {
            if (await handled.IsHandledAsync(update.Id, cancellationToken))
            {
                AnsweredBefore(update.Id);
                metrics.Took(update, "repeated");
                return;
            }

            await RouteAsync(update, cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            Failed(e, update.Id);
            outcome = "failed";
            await ApologizeAsync(update, cancellationToken);
        }

        await CommitAsync(update.Id, cancellationToken);
        metrics.Took(update, outcome);
    }

    private Task RouteAsync(Update update, CancellationToken cancellationToken) => update switch
    {
        { Message: { } message } => router.TakeAsync(message, cancellationToken),
        { CallbackQuery: { } query } => router.TakeAsync(query, cancellationToken),
        { InlineQuery: { } query } => inline.TakeAsync(query, cancellationToken),
        { MyChatMember: { } change } => membership.TakeAsync(change, cancellationToken),
        _ => Task.CompletedTask,
    };

    private async Task ApologizeAsync(Update update, CancellationToken cancellationToken)
    {
        try
        {
            await router.ApologizeAsync(update, cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            Failed(e, update.Id);
        }
    }

    /// <summary>Keeps the update as handled, however long the database needs: confirming it without that might answer it twice.</summary>
    private async Task CommitAsync(int id, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                await handled.HandledAsync(id, cancellationToken);
                return;
            }
            catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
            {
                NotKept(e, id, CommitAgainAfter);
            }

            await Task.Delay(CommitAgainAfter, clock, cancellationToken);
        }
    }

    [LoggerMessage(3010, LogLevel.Debug, "Update {UpdateId} was delivered again and has been answered before")]
    private partial void AnsweredBefore(int updateId);

    [LoggerMessage(3011, LogLevel.Error, "Update {UpdateId} could not be handled")]
    private partial void Failed(Exception exception, int updateId);

    [LoggerMessage(3012, LogLevel.Error, "Update {UpdateId} is handled but could not be kept as such; trying again in {Wait}")]
    private partial void NotKept(Exception exception, int updateId, TimeSpan wait);
}
