using System.Diagnostics.Metrics;
using BotDigest.Bot.Web;
using Telegram.Bot.Types;

namespace BotDigest.Bot.Updates;

/// <summary>Figures of updates and answers. None of them names a person, a chat or what was asked.</summary>
internal sealed class UpdateMetrics
{
    private readonly Meter _meter;
    private readonly Counter<long> _updates;
    private readonly Histogram<double> _answers;

    /// <summary>Announces the figures.</summary>
    public UpdateMetrics(IMeterFactory meters)
    {
        _meter = meters.Create(MeterReadings.MeterName);
        _updates = _meter.CreateCounter<long>("botdigest_updates_total", description: "Updates by their kind and what became of them; a repeated one had been handled before.");
        _answers = _meter.CreateHistogram(
            "botdigest_answer_duration_seconds",
            "s",
            "How long an answer took from the asking to its arrival, by the command that gave it.",
            tags: null,
            new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] });
    }

    /// <summary>Shows how many updates have come and are not handled yet.</summary>
    internal void Watch(Func<int> waiting) =>
        _meter.CreateObservableGauge("botdigest_updates_waiting", () => (long)waiting(), description: "Updates that have come and are not handled yet.");

    /// <summary>An update is through.</summary>
    /// <param name="update">The update.</param>
    /// <param name="outcome"><c>handled</c>, <c>repeated</c> or <c>failed</c>.</param>
    internal void Took(Update update, string outcome)
    {
        var kind = update switch
        {
            { Message: not null } => "message",
            { CallbackQuery: not null } => "callback_query",
            { InlineQuery: not null } => "inline_query",
            { MyChatMember: not null } => "my_chat_member",
            _ => "other",
        };
        _updates.Add(1, KeyValuePair.Create<string, object?>("kind", kind), KeyValuePair.Create<string, object?>("outcome", outcome));
    }

    /// <summary>An answer was brought.</summary>
    /// <param name="command">The command that gave it; <c>inline</c> for an inline query.</param>
    /// <param name="duration">How long it took.</param>
    internal void Answered(string command, TimeSpan duration) => _answers.Record(duration.TotalSeconds, KeyValuePair.Create<string, object?>("command", command));
}
