using System.Globalization;
using BotDigest.Bot.Commands.Cards;
using BotDigest.Bot.Storage;
using BotDigest.Bot.Subscribers;
using BotDigest.Formatting.Messages;

namespace BotDigest.Bot.Commands;

/// <summary><c>/subscribe</c>: what is sent to this chat, when and how, in three taps; <c>/subscribe 07:30</c> at once, every issue at that hour.</summary>
internal sealed class SubscribeCommand(SubscriberStore subscribers, SubscriptionCard card) : ICommand
{
    /// <inheritdoc/>
    public string Name => "subscribe";

    /// <inheritdoc/>
    public CommandPlace Place => CommandPlace.Administrators;

    /// <inheritdoc/>
    public async Task<Reply> AnswerAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        var now = await subscribers.FindAsync(request.Chat, cancellationToken) ?? new Subscriber(request.Chat) { OwnLanguage = request.OwnLanguageFor(null) };
        if (now.Parked)
            await subscribers.ReviveAsync(request.Chat, cancellationToken);
        var minute = SettingsCard.Quarters.Contains(request.Page) ? request.Page : 0;
        if (request.IsButton && Step(request.Argument, now, request.Texts, minute) is { } step)
            return new Reply.Card(step);
        var change = SettingsChange.Read(request.Argument);
        if (change is null && SettingsCard.Near(request.Argument, Name, request.Texts) is { } near)
            return new Reply.Card(near);
        if (change is null && request.Argument.Length > 0)
            return new Reply.Card(card.NotUnderstood(request.Argument, now, request.Texts));
        if (change is null)
            return new Reply.Card(now.Wants == Wants.None ? card.What(request.Texts) : card.Summary(Phrase.AlreadySubscribed, now, request));
        var next = change(now) with { OwnLanguage = request.OwnLanguageFor(now), Topic = request.Topic };

        // here a tap only adds: a second one on the same button, or one that Telegram delivers again, takes nothing away
        if (SettingsChange.NameOf(request.Argument) == SettingsWords.What)
            next = next with { Wants = now.Wants | next.Wants };

        // whoever names but an hour wants every issue
        if (next.Wants == Wants.None)
            next = next with { Wants = Wants.Issues };
        await KeepAsync(now, next, request, cancellationToken);
        return new Reply.Card(SettingsChange.NameOf(request.Argument) switch
        {
            SettingsWords.What when request.IsButton => card.When(next, request.Texts),
            SettingsWords.Days when request.IsButton && IsDaySet(request.Argument) => card.When(next, request.Texts, minute),
            SettingsWords.Days when request.IsButton => SubscriptionCard.Days(next, request.Texts, minute),
            SettingsWords.Zone when request.IsButton && now.Wants != Wants.None => card.When(next, request.Texts, minute),
            SettingsWords.Hours when request.IsButton => card.How(request.Texts),
            _ => card.Summary(now.Wants == Wants.None || request.IsButton ? Phrase.Subscribed : Phrase.Saved, next, request),
        });
    }

    /// <summary>A page of the second step that sets nothing.</summary>
    private MessageContent? Step(string argument, Subscriber now, Texts texts, int chosen) => argument switch
    {
        SettingsWords.Days => SubscriptionCard.Days(now, texts, chosen),
        SettingsWords.Zone => card.Zone(now, texts, chosen),
        _ when SettingsCard.Quarters.FirstOrDefault(m => argument == string.Create(CultureInfo.InvariantCulture, $"{SettingsWords.Minute}={m}"), -1) is var minute and >= 0 => card.When(now, texts, minute),
        _ => null,
    };

    private static bool IsDaySet(string argument) => SettingsWords.DaySets.Any(d => argument == $"{SettingsWords.Days}={d.Word}");

    private async Task KeepAsync(Subscriber now, Subscriber next, CommandRequest request, CancellationToken cancellationToken)
    {
        if (next.Wants != now.Wants)
            await subscribers.WantAsync(request.Chat, request.OwnLanguageFor(now), next.Wants, cancellationToken);
        if (next with { Wants = now.Wants } != now)
            await subscribers.SaveAsync(next, card.ChannelZone, cancellationToken);
    }
}
