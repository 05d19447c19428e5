using System.Collections.Immutable;
using BotDigest.Bot.Sending;
using BotDigest.Bot.Storage;
using BotDigest.Formatting.Problems;

namespace BotDigest.Bot.Publishing.Editors;

/// <summary>Keeps a receipt for each issue: found, waiting, due, published, taken back.</summary>
internal sealed class ReceiptNotices(
    NoticeBoard board,
    PublicationStore publications,
    DeliveryStore deliveries,
    IssueStore issues,
    FileStore files,
    ChannelLinks links)
{
    private const string Prefix = "issue:";

    /// <summary>The name of an issue's receipt.</summary>
    internal static string NameOf(DateOnly date) => Prefix + Dates.Write(date);

    /// <summary>Those of all issues that have a receipt or are to get one.</summary>
    /// <param name="all">All issues.</param>
    /// <param name="since">Since when there are receipts; issues that ended before it have none.</param>
    /// <param name="touched">Issues whose files have just been read.</param>
    public IReadOnlyList<ReceiptFacts> Select(IReadOnlyList<ReceiptFacts> all, DateTimeOffset since, IReadOnlySet<DateOnly> touched) =>
        [.. all.Where(f => WantsReceipt(f.Stage, f.File, since, touched))];

    /// <summary>Brings the receipts to the facts.</summary>
    public async Task KeepAsync(IReadOnlyList<ReceiptFacts> all, EditorTexts texts, CancellationToken cancellationToken)
    {
        var writer = new ReceiptWriter(texts);
        foreach (var facts in all)
        {
            var name = NameOf(facts.Stage.Date);
            var problem = ProblemNotices.NameOf(facts.Stage.File);
            if (board.Find(problem) is not null)
                await ReplaceAsync(problem, name, cancellationToken);
            var stamp = facts.ToStamp();
            if (!board.Shows(name, stamp) && await WriteAsync(facts, writer, cancellationToken) is { } content)
                await board.ShowAsync(new Notice(name, content) { Stamp = stamp, Silent = !facts.Asks }, cancellationToken);
        }

        var known = all.Select(f => NameOf(f.Stage.Date)).ToHashSet(StringComparer.Ordinal);
        foreach (var old in board.Posted.Where(p => p.Name.StartsWith(Prefix, StringComparison.Ordinal) && !known.Contains(p.Name)))
            await board.ShowAsync(new Notice(old.Name, writer.WriteForgotten(Dates.Read(old.Name[Prefix.Length..]))) { IsLastWord = true }, cancellationToken);
    }

    /// <summary>What was a problem's message becomes the receipt; where there is one already, it just goes.</summary>
    private Task ReplaceAsync(string problem, string receipt, CancellationToken cancellationToken) =>
        board.Find(receipt) is null ? board.HandOverAsync(problem, receipt, cancellationToken) : board.TakeDownAsync(problem, cancellationToken);

    private bool WantsReceipt(PublicationStage stage, FileMark? mark, DateTimeOffset since, IReadOnlySet<DateOnly> touched)
    {
        if (stage.Paused is not null || stage.State is PublicationState.Scheduled or PublicationState.Publishing or PublicationState.Retracting)
            return true;
        if (board.Find(NameOf(stage.Date)) is not null || stage.PublishedAt >= since)
            return true;
        return mark?.FirstSeenAt >= since || (touched.Contains(stage.Date) && stage.State != PublicationState.Indexed);
    }

    private async Task<Formatting.Messages.MessageContent?> WriteAsync(ReceiptFacts facts, ReceiptWriter writer, CancellationToken cancellationToken)
    {
        if (await publications.FindAsync(facts.Stage.Id, cancellationToken) is not { } publication || publication.Revision != facts.Stage.Revision)
            return null;
        var posts = (await deliveries.ListAsync(publication.Id, cancellationToken)).Where(d => d is { State: DeliveryState.Sent, MessageId: not null }).Select(d => links.Post(d.MessageId!.Value)).ToImmutableArray();
        var title = (await issues.FindAsync(facts.Stage.Date, cancellationToken))?.Title ?? facts.Stage.File;
        var warnings = (await files.FindAsync(facts.Stage.File, cancellationToken))?.Problems.Where(p => p.Severity == Severity.Warning).ToImmutableArray() ?? [];
        return writer.Write(facts, new ReceiptBody(title, publication.Digest.Messages, posts, warnings));
    }
}
