using BotDigest.Bot.Sending;
using Telegram.Bot.Types.Enums;

namespace BotDigest.Bot.Updates;

/// <summary>Shows that the bot types while an answer takes longer than people wait without a sign.</summary>
internal sealed class Typing(Sender sender, TimeProvider clock)
{
    private static readonly TimeSpan After = TimeSpan.FromMilliseconds(500);

    /// <summary>Waits for work on an answer to a chat.</summary>
    internal async Task<T> WhileAsync<T>(ReplyTarget target, Task<T> work, CancellationToken cancellationToken)
    {
        if (work.IsCompleted)
            return await work;
        using var done = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var isSlow = await Task.WhenAny(work, Task.Delay(After, clock, done.Token)) != work;
        await done.CancelAsync();
        if (isSlow && !cancellationToken.IsCancellationRequested)
            await sender.SendActionAsync(target.Chat, ChatAction.Typing, target.Topic, cancellationToken);
        return await work;
    }
}
