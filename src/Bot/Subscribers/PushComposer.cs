using System.Collections.Concurrent;
using System.Collections.Immutable;
using BotDigest.Bot.Commands;
using BotDigest.Bot.Commands.Cards;
using BotDigest.Bot.Publishing;
using BotDigest.Bot.Sending;
using BotDigest.Bot.Storage;
using BotDigest.Formatting.Messages;
using Microsoft.Extensions.Options;

namespace BotDigest.Bot.Subscribers;

/// <summary>Composes what pushes say. What many get alike is composed once and kept for a moment.</summary>
internal sealed class PushComposer(
    IssueStore issues,
    PublicationStore publications,
    DeliveryStore deliveries,
    SubscriberStore subscribers,
    IssueCard brief,
    PushCard card,
    WeekCard week,
    ChannelLinks links,
    ChannelZone channelZone,
    TimeProvider clock,
    IOptions<TelegramOptions> options)
{
    // an issue that is mended while it is pushed goes on as it is then
    private static readonly TimeSpan KeptFor = TimeSpan.FromSeconds(10);

    // pushes that come this much after their time say so; a large broadcast at the free pace takes more than an hour
    private static readonly TimeSpan LateAfter = TimeSpan.FromHours(2);

    private readonly string _channel = ChannelKey.Of(options.Value);
    private Kept _kept = new(clock.GetTimestamp());

    /// <summary>The messages of a push, in order; none where there is nothing to say any more.</summary>
    internal async Task<ImmutableArray<MessageContent>> ComposeAsync(Push push, CancellationToken cancellationToken)
    {
        var texts = Texts.In(Languages.Of(push.Subscriber.Language ?? push.Subscriber.OwnLanguage));
        var lead = Late(push, texts);
        if (push.Kind is PushKind.Tags or PushKind.Watch)
            return await OwnAsync(push, texts, lead, cancellationToken);
        var (alike, kept) = (new Alike(push.Kind, push.Date, texts.Culture.Name, push.Subscriber.Whole, lead), Fresh());
        var messages = kept.Messages.GetOrAdd(alike, _ => new Lazy<Task<ImmutableArray<MessageContent>>>(() => SharedAsync(push, texts, lead, CancellationToken.None)));
        try
        {
            return await messages.Value;
        }
        catch
        {
            kept.Messages.TryRemove(KeyValuePair.Create(alike, messages));
            throw;
        }
    }

    private Kept Fresh()
    {
        var kept = _kept;
        return clock.GetElapsedTime(kept.Since) < KeptFor ? kept : _kept = new Kept(clock.GetTimestamp());
    }

    /// <summary>The line that says when it should have come; null where it comes in time.</summary>
    private string? Late(Push push, Texts texts)
    {
        if (push.Part > 0 || clock.GetUtcNow() - push.WantedAt < LateAfter)
            return null;
        var wanted = TimeZoneInfo.ConvertTime(push.WantedAt, push.Subscriber.ZoneOr(channelZone.Value)).DateTime;
        return texts.Fill(Phrase.PushLate, [$"{texts.ShortDate(DateOnly.FromDateTime(wanted))} {texts.Clock(TimeOnly.FromDateTime(wanted))}"]);
    }

    private async Task<ImmutableArray<MessageContent>> SharedAsync(Push push, Texts texts, string? lead, CancellationToken cancellationToken)
    {
        if (push.Kind == PushKind.Weekly)
            return [await week.ComposeAsync(push.Date, PushCard.WeekKeys(texts), texts, lead, cancellationToken)];
        if (await issues.FindAsync(push.Date, cancellationToken) is not { Listed: true } issue)
            return [];
        var keyboard = card.IssueKeys(issue, texts);
        if (push.Subscriber.Whole && await publications.FindAsync(_channel, push.Date, cancellationToken) is { } publication)
            return await WholeAsync(publication, lead, keyboard, cancellationToken);
        var content = await brief.ComposeAsync(issue, texts, lead, cancellationToken);
        return [content with { Keyboard = keyboard }];
    }

    /// <summary>The messages of the channel, their links leading to the posts; the way out hangs on the last.</summary>
    private async Task<ImmutableArray<MessageContent>> WholeAsync(Publication publication, string? lead, Keyboard? keyboard, CancellationToken cancellationToken)
    {
        var wanted = publication.Digest.Messages;
        var posts = (await deliveries.ListAsync(publication.Id, cancellationToken)).Where(d => d is { State: DeliveryState.Sent, MessageId: not null }).Select(d => d.MessageId!.Value).ToList();
        var messages = wanted.Select(m => m.Link(part => posts.Count == wanted.Length ? links.Post(posts[part - 1]) : null) with { Keyboard = null }).ToList();
        if (lead is not null && new CardText().Add(lead).Line().Line() is var first && first.TryAdd(messages[0].Text, reserve: 0))
            messages[0] = messages[0] with { Text = first.ToFormattedText() };
        messages[^1] = messages[^1] with { Keyboard = keyboard };
        return [.. messages];
    }

    /// <summary>What one subscriber alone gets of an issue.</summary>
    private async Task<ImmutableArray<MessageContent>> OwnAsync(Push push, Texts texts, string? lead, CancellationToken cancellationToken)
    {
        if (await issues.FindAsync(push.Date, cancellationToken) is not { Listed: true } issue || await subscribers.FindInterestsAsync(push.Chat, cancellationToken) is not { } interests)
            return [];
        var topics = new IssueTopics(await issues.StoriesOfAsync(issue.Id, cancellationToken));
        if (push.Kind == PushKind.Tags)
            return topics.With(interests.Tags).ToList() is { Count: > 0 } stories ? [card.Tags(issue, stories, texts, lead)] : [];
        return topics.Hits(interests.Watches).ToList() is { Count: > 0 } hits ? [card.Watch(issue, hits, texts, lead)] : [];
    }

    private sealed record Alike(PushKind Kind, DateOnly Date, string Language, bool Whole, string? Lead);

    private sealed class Kept(long since)
    {
        internal long Since => since;

        internal ConcurrentDictionary<Alike, Lazy<Task<ImmutableArray<MessageContent>>>> Messages { get; } = new();
    }
}
