using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using BotDigest.Bot.Sending;
using BotDigest.Bot.Storage;
using Microsoft.Extensions.Options;

namespace BotDigest.Bot.Publishing;

/// <summary>Carries out <c>verify</c> and words its answer: a line a difference, and what was done about it.</summary>
internal sealed class VerificationDesk(PublicationStore publications, Verification verification, Repair repair, ChannelReader reader, IOptions<TelegramOptions> telegram)
{
    /// <summary>In a request's argument: every issue.</summary>
    internal const string All = "all";

    /// <summary>In a request's argument, after the date: mend what is wrong.</summary>
    internal const string Mend = "repair";

    private readonly string _channel = ChannelKey.Of(telegram.Value);

    /// <summary>The argument of a request.</summary>
    internal static string Argument(DateOnly? date, bool mend) => (date is { } day ? Dates.Write(day) : All) + (mend ? " " + Mend : "");

    /// <summary>Verifies, and mends where that is asked for.</summary>
    /// <param name="argument">As <see cref="Argument"/> writes it.</param>
    /// <param name="channel">The channel.</param>
    /// <param name="follow">Brings the channel to what the ledger says of an issue.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<RequestAnswer> VerifyAsync(string argument, KnownChat channel, Func<DateOnly, Task> follow, CancellationToken cancellationToken)
    {
        var words = argument.Split(' ');
        var (chosen, mends) = (words[0], words.Contains(Mend));
        var issues = (await publications.ListAsync(_channel, cancellationToken)).Where(p => chosen == All || Dates.Write(p.Date) == chosen).ToImmutableArray();
        if (issues.IsEmpty && chosen != All)
            return new RequestAnswer($"There is no issue of {chosen}.", Failed: true);
        var answer = new StringBuilder();
        var (messages, failed) = (0, false);
        foreach (var publication in issues)
        {
            var result = await verification.CheckAsync(publication, cancellationToken);
            Write(answer, result);
            if (mends && !result.Differences.IsEmpty)
                result = await MendAsync(publication, result, channel, follow, answer, cancellationToken);
            messages += result.Messages;
            failed |= result.IsBad;
        }

        if (!reader.CanRead)
            answer.Append("Without Telegram:EditorsChat a bot cannot read the channel: only files and ledger were compared.\n");
        if (!failed)
            answer.Append(CultureInfo.InvariantCulture, $"{issues.Length} issue(s), {messages} message(s): all as it should be.\n");
        return new RequestAnswer(answer.ToString().TrimEnd('\n'), failed);
    }

    private async Task<VerificationResult> MendAsync(
        Publication publication, VerificationResult found, KnownChat channel, Func<DateOnly, Task> follow, StringBuilder answer, CancellationToken cancellationToken)
    {
        var day = Dates.Write(publication.Date);
        foreach (var line in await repair.MendAsync(publication, found, channel, () => follow(publication.Date), cancellationToken))
            answer.Append(CultureInfo.InvariantCulture, $"{day}: mended: {line}\n");
        if (await publications.FindAsync(publication.Id, cancellationToken) is not { } now)
            return found with { Differences = [] };
        var result = await verification.CheckAsync(now, cancellationToken);
        foreach (var difference in result.Differences)
            answer.Append(CultureInfo.InvariantCulture, $"{day}: still: {difference.Text}\n");
        return result;
    }

    private static void Write(StringBuilder answer, VerificationResult result)
    {
        var day = Dates.Write(result.Date);
        foreach (var difference in result.Differences)
            answer.Append(CultureInfo.InvariantCulture, $"{day}: {difference.Text}\n");
        foreach (var note in result.Notes)
            answer.Append(CultureInfo.InvariantCulture, $"{day}: note: {note}\n");
    }
}
