using System.Globalization;
using BotDigest.Bot.Sending;
using BotDigest.Bot.Storage;
using Microsoft.Extensions.Options;

namespace BotDigest.Bot.Publishing;

/// <summary>What the command line can have done: by the running service, which finds the request in the database, or here where none runs.</summary>
internal sealed class PublicationCommands(
    InstanceLock instance,
    Leases leases,
    RequestStore requests,
    PublicationStore publications,
    PublicationDesk desk,
    VerificationDesk verifications,
    Reconciler reconciler,
    DeliverySettlement settlement,
    ChannelReader reader,
    TelegramGreeting greeting,
    KnownChats chats,
    IOptions<TelegramOptions> telegram,
    TimeProvider time)
{
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(50);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly string _channel = ChannelKey.Of(telegram.Value);

    /// <summary>Publishes an issue now.</summary>
    public Task<RequestAnswer> PublishAsync(DateOnly date, CancellationToken cancellationToken) => RunAsync(PublicationVerbs.Publish, Dates.Write(date), cancellationToken);

    /// <summary>Takes an issue back.</summary>
    public Task<RequestAnswer> RetractAsync(DateOnly date, CancellationToken cancellationToken) => RunAsync(PublicationVerbs.Retract, Dates.Write(date), cancellationToken);

    /// <summary>Composes an issue anew, with the settings and the program of today, and brings the channel to it.</summary>
    public Task<RequestAnswer> RepublishAsync(DateOnly date, CancellationToken cancellationToken) => RunAsync(PublicationVerbs.Republish, Dates.Write(date), cancellationToken);

    /// <summary>Tells the ledger that an issue is on the channel already.</summary>
    public Task<RequestAnswer> AdoptAsync(DateOnly date, IEnumerable<int> messageIds, CancellationToken cancellationToken) =>
        RunAsync(PublicationVerbs.Adopt, string.Join(' ', messageIds.Select(id => id.ToString(CultureInfo.InvariantCulture)).Prepend(Dates.Write(date))), cancellationToken);

    /// <summary>Takes a file into the index without publishing it; the answer's text holds its problems, a line each.</summary>
    public Task<RequestAnswer> ImportAsync(string path, CancellationToken cancellationToken) => RunAsync(PublicationVerbs.Import, Path.GetFullPath(path), cancellationToken);

    /// <summary>Compares file, ledger and channel.</summary>
    /// <param name="date">The issue; every issue without it.</param>
    /// <param name="mend">True to mend what differs.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<RequestAnswer> VerifyAsync(DateOnly? date, bool mend, CancellationToken cancellationToken) =>
        RunAsync(PublicationVerbs.Verify, VerificationDesk.Argument(date, mend), cancellationToken);

    private async Task<RequestAnswer> RunAsync(string verb, string argument, CancellationToken cancellationToken)
    {
        using var hold = instance.TryTake();
        if ((hold is null || !await leases.Publisher.TryHoldAsync(cancellationToken)) && await AskServiceAsync(verb, argument, hold is not null, cancellationToken) is { } answer)
            return answer;
        try
        {
            return await leases.Publisher.DuringAsync(() => CarryOutAsync(verb, argument, cancellationToken), cancellationToken);
        }
        catch (LeaseLostException)
        {
            return new RequestAnswer("A service has begun to publish meanwhile and goes on with what the ledger says. Ask it again.", Failed: true);
        }
    }

    /// <summary>Does what a service would do, where none runs.</summary>
    private async Task<RequestAnswer> CarryOutAsync(string verb, string argument, CancellationToken cancellationToken)
    {
        if (verb is PublicationVerbs.Adopt or PublicationVerbs.Verify && await greeting.GreetAsync(attempts: 1, cancellationToken) is { } reason)
            return new RequestAnswer($"Telegram cannot be reached now: {reason}.", Failed: true);
        if (verb == PublicationVerbs.Verify)
        {
            await settlement.TakeUpAsync(_channel, cancellationToken);
            var answer = await verifications.VerifyAsync(argument, chats.Channel!, date => FollowAsync(date, cancellationToken), cancellationToken);
            await reader.CleanUpAsync(cancellationToken);
            return answer;
        }

        var taken = await desk.TakeAsync(verb, argument, cancellationToken);
        return taken.Answer ?? await FollowAsync(taken.Date!.Value, cancellationToken);
    }

    /// <summary>Leaves a request and waits for its answer.</summary>
    /// <returns>The answer; null where the service has gone without one, and the work is ours.</returns>
    private async Task<RequestAnswer?> AskServiceAsync(string verb, string argument, bool mayTakeOver, CancellationToken cancellationToken)
    {
        var id = await requests.AddAsync(verb, argument, time.GetUtcNow(), cancellationToken);
        while (true)
        {
            if (await requests.FindAnswerAsync(id, cancellationToken) is { } answer)
            {
                await leases.Publisher.GiveBackAsync(cancellationToken);
                return answer;
            }

            // a service that is busy answers in its time; only one that has gone leaves its right behind
            if (mayTakeOver && await leases.Publisher.TryHoldAsync(cancellationToken) && await requests.WithdrawAsync(id, cancellationToken))
                return null;
            await Task.Delay(Glance, time, cancellationToken);
        }
    }

    /// <summary>Brings the channel to what the ledger says of one issue.</summary>
    private async Task<RequestAnswer> FollowAsync(DateOnly date, CancellationToken cancellationToken)
    {
        if (await greeting.GreetAsync(attempts: 1, cancellationToken) is { } reason)
            return new RequestAnswer($"Noted, but Telegram cannot be reached now: {reason}. `botdigest run` does it.", Failed: true);
        await settlement.TakeUpAsync(_channel, cancellationToken);
        while (await settlement.SettleAllAsync(_channel, cancellationToken) is { } later)
        {
            if (later - time.GetUtcNow() is var wait && wait > Patience)
                return new RequestAnswer($"Noted, but a message whose answer was lost has to be settled first, at {later:u}. `botdigest run` does it.", Failed: true);
            await Task.Delay(wait > TimeSpan.Zero ? wait : Glance, time, cancellationToken);
        }

        var publication = (await publications.FindAsync(_channel, date, cancellationToken))!;
        await reconciler.ReconcileAsync(publication.Id, chats.Channel!, _ => Task.FromResult(false), cancellationToken);
        return await desk.DescribeAsync(date, cancellationToken);
    }
}
