using BotDigest.Bot.Sending;
using BotDigest.Bot.Web;

namespace BotDigest.Bot.Publishing.Editors;

/// <summary>Tells of a database that cannot be used, without using it: one alert, changed when it is over. After a restart it is not remembered.</summary>
internal sealed class StorageAlarm(Sender sender, SendPolicy policy, Readiness readiness, TimeProvider time)
{
    private static readonly TimeSpan LongFault = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Soon = TimeSpan.FromHours(1);

    private DateTimeOffset? _downSince;
    private DateTimeOffset _begun;
    private DateTimeOffset? _ended;
    private int? _message;
    private int _times;
    private int _failures;
    private DateTimeOffset _rest;

    /// <summary>Looks whether the database works, and tells of a change.</summary>
    public async Task WatchAsync(long chat, EditorTexts texts, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (now < _rest)
            return;
        var fault = readiness.ReasonOf(Publisher.Part);
        _downSince = fault is null ? null : _downSince ?? now;
        var isTold = _message is not null && _ended is null;
        if (fault is not null && !isTold && now - _downSince >= LongFault)
            await BeginAsync(chat, fault, texts, now, cancellationToken);
        else if (fault is null && isTold)
            await EndAsync(chat, texts, now, cancellationToken);
    }

    private async Task BeginAsync(long chat, string fault, EditorTexts texts, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var isAgain = _message is not null && now - _ended <= Soon;
        (_times, _begun) = isAgain ? (_times + 1, _begun) : (1, now);
        var content = new IncidentWriter(texts).Write(new Incident(Incident.Storage, texts.IncidentFaultHow(fault)), _begun, _times);
        if (isAgain && await sender.EditAsync(chat, _message!.Value, content, SendPriority.Answer, cancellationToken) is ChangeOutcome.Done)
            _ended = null;
        else if (await sender.SendAsync(chat, content, SendOptions.Answer, cancellationToken) is SendOutcome.Sent sent)
            (_message, _ended, _failures) = (sent.MessageId, null, 0);
        else
            // whatever kept it away, or its answer, must not make it a hundred alerts
            _rest = now + policy.DelayAfter(++_failures);
    }

    private async Task EndAsync(long chat, EditorTexts texts, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var content = new IncidentWriter(texts).WriteOver(Incident.Storage, _begun, now, _times);
        if (await sender.EditAsync(chat, _message!.Value, content, SendPriority.Answer, cancellationToken) is not ChangeOutcome.Postponed)
            _ended = now;
    }
}
