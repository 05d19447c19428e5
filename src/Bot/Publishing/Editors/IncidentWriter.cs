using BotDigest.Bot.Commands.Cards;
using BotDigest.Formatting.Messages;

namespace BotDigest.Bot.Publishing.Editors;

/// <summary>Writes alerts. Pure.</summary>
/// <param name="texts">The language.</param>
internal sealed class IncidentWriter(EditorTexts texts)
{
    /// <summary>An incident that lasts.</summary>
    internal MessageContent Write(Incident incident, DateTimeOffset since, int times)
    {
        var from = texts.Moment(since);
        var card = new CardText().AddBold(Incident.Title(incident.Name, texts)).Line().Add(times > 1 ? texts.IncidentTimes(times, from) : texts.IncidentSince(from));
        return new MessageContent(card.Line().Line().Add(incident.Advice).ToFormattedText());
    }

    /// <summary>An incident that is over.</summary>
    internal MessageContent WriteOver(string name, DateTimeOffset from, DateTimeOffset to, int times)
    {
        var card = new CardText().AddBold(texts.IncidentOver(Incident.Title(name, texts))).Line().Add(texts.IncidentSpan(texts.Moment(from), texts.Moment(to)));
        if (times > 1)
            card.Line().Add(texts.IncidentTimes(times, texts.Moment(from)));
        return new MessageContent(card.ToFormattedText());
    }
}
