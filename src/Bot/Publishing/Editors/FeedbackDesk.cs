using BotDigest.Bot.Sending;
using BotDigest.Bot.Storage;
using BotDigest.Formatting.Messages;
using BotDigest.Formatting.Text;
using Microsoft.Extensions.Options;

namespace BotDigest.Bot.Publishing.Editors;

/// <summary>Brings what readers have to say to the editors' chat: a few an hour from each, and no more in all than editors can read.</summary>
internal sealed class FeedbackDesk(Sender sender, KnownChats chats, DeskLanguage language, FeedbackStore store, IOptions<TelegramOptions> telegram, TimeProvider clock)
{
    private const int OfOne = 3;
    private const int OfAll = 30;
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private readonly Lock _gate = new();
    private readonly Queue<(long Person, long At)> _lately = new();

    /// <summary>True where there are editors to read it.</summary>
    internal bool IsOpen => telegram.Value.EditorsChat is { Length: > 0 };

    /// <summary>Brings it.</summary>
    /// <param name="from">Who says it.</param>
    /// <param name="name">What they are called.</param>
    /// <param name="words">What they say.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    internal async Task<FeedbackOutcome> DeliverAsync(FeedbackSender from, string name, string words, CancellationToken cancellationToken)
    {
        if (!TryCount(from.Chat))
            return FeedbackOutcome.TooMuch;
        var editors = chats.Editors;
        var texts = editors is null ? language.Texts : await language.ReadAsync(editors.Id, cancellationToken);
        var text = new FormattedTextBuilder()
            .Append(texts.FeedbackFrom(name), EntityKind.Bold)
            .Append(FormattedText.Plain("\n\n"))
            .Append(AutomaticEntities.Guard(words))
            .Append(FormattedText.Plain("\n\n" + texts.FeedbackHow));
        var outcome = await sender.SendAsync(editors?.Id ?? ChatTarget.Parse(telegram.Value.EditorsChat!), new MessageContent(text.ToFormattedText()), SendOptions.Answer, cancellationToken);
        if (outcome is not SendOutcome.Sent sent)
            return FeedbackOutcome.NotDelivered;
        await store.AddAsync(sent.MessageId, from, cancellationToken);
        return FeedbackOutcome.Delivered;
    }

    private bool TryCount(long person)
    {
        lock (_gate)
        {
            while (_lately.TryPeek(out var oldest) && clock.GetElapsedTime(oldest.At) >= Hour)
                _lately.Dequeue();
            if (_lately.Count >= OfAll || _lately.Count(l => l.Person == person) >= OfOne)
                return false;
            _lately.Enqueue((person, clock.GetTimestamp()));
            return true;
        }
    }
}
