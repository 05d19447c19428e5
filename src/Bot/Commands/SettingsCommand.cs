using BotDigest.Bot.Commands.Cards;
using BotDigest.Bot.Storage;
using BotDigest.Bot.Subscribers;

namespace BotDigest.Bot.Commands;

/// <summary><c>/settings</c>: language, push hour, time zone and sound, changed by buttons in place or by a word after the command.</summary>
internal sealed class SettingsCommand(SubscriberStore subscribers, SettingsCard card) : ICommand
{
    /// <inheritdoc/>
    public string Name => "settings";

    /// <inheritdoc/>
    public CommandPlace Place => CommandPlace.PrivateOnly;

    /// <inheritdoc/>
    public async Task<Reply> AnswerAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        var now = await subscribers.FindAsync(request.Chat, cancellationToken) ?? new Subscriber(request.Chat);
        if (request.Argument.Length == 0)
            return new Reply.Card(card.Overview(now, request.Texts, lead: null));
        if (card.Choices(request.Argument, now, request.Texts) is { } choices)
            return new Reply.Card(choices);
        if (SettingsChange.Read(request.Argument) is not { } change)
            return new Reply.Card(card.Overview(now, request.Texts, request.Texts.Fill(Phrase.BadSetting, request.Argument.Shorten(40))));
        var next = change(now) with { OwnLanguage = request.OwnTexts.Culture.Name };
        if (next != now)
            await subscribers.SaveAsync(next, card.ChannelZone, cancellationToken);
        var texts = next.Language is { } language ? Texts.In(Languages.Of(language)) : request.OwnTexts;
        return new Reply.Card(card.Overview(next, texts, lead: null), texts[Phrase.Saved]);
    }
}
