using BotDigest.Bot.Commands;
using BotDigest.Bot.Sending;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace BotDigest.Bot.Updates;

/// <summary>Answers inline queries.</summary>
internal sealed class InlineHandler(RequestReader requests, RequestLimits limits, InlineStories stories, Sender sender, UpdateMetrics metrics, TimeProvider clock)
{
    /// <summary>Answers a query; it comes from whatever chat the person is in, which nobody tells us.</summary>
    internal async Task TakeAsync(InlineQuery query, CancellationToken cancellationToken)
    {
        var began = clock.GetTimestamp();
        if (limits.TakeInline(query.From.Id) != Turn.Granted)
            return;
        var request = await requests.ReadAsync(new Chat { Id = query.From.Id, Type = ChatType.Private }, query.From, cancellationToken);
        var page = await stories.AnswerAsync(request with { Argument = query.Query }, query.Offset, cancellationToken);
        await sender.AnswerInlineAsync(query.Id, page, cancellationToken);
        metrics.Answered("inline", clock.GetElapsedTime(began));
    }
}
