using System.Diagnostics.Metrics;
using BotDigest.Bot.Web;

namespace BotDigest.Bot.Sending;

/// <summary>Figures of sending. None of them names a chat.</summary>
internal sealed class SendMetrics
{
    private readonly Counter<long> _messages;
    private readonly Histogram<double> _calls;
    private readonly Histogram<double> _turns;
    private readonly Counter<long> _pauses;
    private readonly Counter<long> _pauseSeconds;

    /// <summary>Announces the figures, those that are to be watched for from the start with their zeros.</summary>
    public SendMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(MeterReadings.MeterName);
        _messages = meter.CreateCounter<long>("botdigest_messages_total", description: "Messages by what they were and what became of them.");
        _calls = meter.CreateHistogram("botdigest_call_duration_seconds", "s", "How long Telegram took to answer a call.", tags: null, Limits(0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30));
        _turns = meter.CreateHistogram("botdigest_turn_duration_seconds", "s", "How long a call waited for its turn.", tags: null, Limits(0.001, 0.01, 0.1, 0.5, 1, 5, 10, 30, 60, 300));
        _pauses = meter.CreateCounter<long>("botdigest_pauses_total", description: "How often Telegram has asked for a pause (429).");
        _pauseSeconds = meter.CreateCounter<long>("botdigest_pause_seconds_total", description: "The length of the pauses that Telegram has asked for.");
        _pauses.Add(0);
        _pauseSeconds.Add(0);
        foreach (var priority in Enum.GetValues<SendPriority>())
        {
            foreach (var outcome in (string[])["sent", "rejected", "unknown", "postponed"])
                _messages.Add(0, Kind(priority), Outcome(outcome));
        }
    }

    /// <summary>A message was tried.</summary>
    internal void Tried(SendPriority priority, SendOutcome outcome)
    {
        var word = outcome switch
        {
            SendOutcome.Sent => "sent",
            SendOutcome.Rejected => "rejected",
            SendOutcome.Unknown => "unknown",
            _ => "postponed",
        };
        _messages.Add(1, Kind(priority), Outcome(word));
    }

    /// <summary>A call had its turn.</summary>
    internal void Entered(SendPriority priority, TimeSpan wait) => _turns.Record(wait.TotalSeconds, Kind(priority));

    /// <summary>A call has ended.</summary>
    internal void Called<T>(SendPriority priority, CallResult<T> result, TimeSpan duration)
    {
        var word = result switch
        {
            CallResult<T>.Done => "done",
            CallResult<T>.Refused => "refused",
            CallResult<T>.Doubtful => "unknown",
            _ => "not_done",
        };
        _calls.Record(duration.TotalSeconds, Kind(priority), Outcome(word));
    }

    /// <summary>Telegram has asked for a pause.</summary>
    internal void Paused(int seconds)
    {
        _pauses.Add(1);
        _pauseSeconds.Add(seconds);
    }

    private static InstrumentAdvice<double> Limits(params double[] limits) => new() { HistogramBucketBoundaries = limits };

    private static KeyValuePair<string, object?> Kind(SendPriority priority) => KeyValuePair.Create<string, object?>("kind", priority switch
    {
        SendPriority.Answer => "answer",
        SendPriority.Channel => "channel",
        SendPriority.Broadcast => "push",
        _ => throw new ArgumentOutOfRangeException(nameof(priority), priority, null),
    });

    private static KeyValuePair<string, object?> Outcome(string word) => KeyValuePair.Create<string, object?>("outcome", word);
}
