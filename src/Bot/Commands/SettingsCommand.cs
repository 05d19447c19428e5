using BotDigest.Bot.Commands.Cards;
using BotDigest.Bot.Storage;
using BotDigest.Bot.Subscribers;

namespace BotDigest.Bot.Commands;

/// <summary><c>/settings</c>: language, what is pushed, when, where that is, in which form and with which sound; changed by buttons in place or by a word after the command.</summary>
internal sealed class SettingsCommand(SubscriberStore subscribers, SettingsCard card) : ICommand
{
    /// <inheritdoc/>
    public string Name => "settings";

    /// <inheritdoc/>
    public CommandPlace Place => CommandPlace.Administrators;

    /// <inheritdoc/>
    public async Task<Reply> AnswerAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        var now = await subscribers.FindAsync(request.Chat, cancellationToken) ?? new Subscriber(request.Chat);
        if (request.Argument.Length == 0)
            return new Reply.Card(card.Overview(now, request.Texts, lead: null));
        if (card.Choices(request.Argument, now, request.Texts) is { } choices)
            return new Reply.Card(choices);
        if (SettingsChange.Read(request.Argument) is not { } change)
            return SettingsCard.Near(request.Argument, Name, request.Texts) is { } near
                ? new Reply.Card(near)
                : new Reply.Card(card.Overview(now, request.Texts, request.Texts.Fill(Phrase.BadSetting, request.Argument.Shorten())));
        var next = change(now) with { OwnLanguage = request.OwnLanguageFor(now) };
        if (next.Wants != now.Wants)
            await subscribers.WantAsync(request.Chat, request.OwnLanguageFor(now), next.Wants, cancellationToken);
        if (next with { Wants = now.Wants } != now)
            await subscribers.SaveAsync(next, card.ChannelZone, cancellationToken);
        var texts = next.Language is { } language ? Texts.In(Languages.Of(language)) : request.OwnTexts;
        var name = SettingsChange.NameOf(request.Argument);
        var shown = request.IsButton && SettingsCard.HasSeveral(name) ? card.Choices(name, next, texts)! : card.Overview(next, texts, lead: null);
        return new Reply.Card(shown, texts[Phrase.Saved]);
    }
}
