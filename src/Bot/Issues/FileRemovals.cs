using System.Collections.Immutable;
using BotDigest.Bot.Publishing;
using BotDigest.Bot.Sending;
using BotDigest.Bot.Storage;
using Microsoft.Extensions.Options;

namespace BotDigest.Bot.Issues;

/// <summary>Takes issues back whose files are gone, where the settings say so: not before the files have been gone for a while, and never when several went at once.</summary>
internal sealed partial class FileRemovals(
    FileStore files,
    PublicationStore publications,
    IssueStore issues,
    Transaction transaction,
    IOptions<PublishingOptions> options,
    IOptions<TelegramOptions> telegram,
    TimeProvider time,
    ILogger<FileRemovals> log)
{
    // a disk that goes away, or a slip with a whole folder, may take the watcher several looks to see
    private static readonly TimeSpan AtOnce = TimeSpan.FromMinutes(1);

    private readonly string _channel = ChannelKey.Of(telegram.Value);

    private bool IsFollowed => options.Value.OnRemoved == OnRemoved.Retract;

    /// <summary>Files that were there when the service last ran, and are not among those of today.</summary>
    public async Task<ImmutableArray<string>> ListVanishedAsync(ImmutableHashSet<string> names, CancellationToken cancellationToken) =>
        [.. (await files.ListAsync(cancellationToken)).Where(f => f.MissingSince is null && !names.Contains(f.Name)).Select(f => f.Name)];

    /// <summary>Takes note of how files went that are known to be missing.</summary>
    public async Task NoteAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var gone = new List<KnownFile>();
        foreach (var file in await files.ListGoneAsync(cancellationToken))
        {
            if (now - file.MissingSince < AtOnce && !await IsRenamedAsync(file, cancellationToken))
                gone.Add(file);
        }

        var removal = gone.Count > 1 ? FileRemoval.Together : FileRemoval.Alone;
        foreach (var file in gone.Where(f => f.Removal is null || (f.Removal == FileRemoval.Alone && removal == FileRemoval.Together)))
            await files.SetRemovalAsync(file.Name, removal, cancellationToken);
        if (!IsFollowed || removal == FileRemoval.Alone || gone.TrueForAll(f => f.Removal == FileRemoval.Together))
            return;
        VanishedTogether(gone.Count);
    }

    /// <summary>Counts anew how long files have been gone: for a while nobody could look.</summary>
    public Task RestartAsync(CancellationToken cancellationToken) => files.RestartRemovalsAsync(time.GetUtcNow(), cancellationToken);

    /// <summary>Takes back the issues of files that have been gone for long enough. The folder has just been read.</summary>
    /// <returns>True where there was one.</returns>
    public async Task<bool> RetractAsync(CancellationToken cancellationToken)
    {
        var any = false;
        foreach (var file in IsFollowed ? await files.ListGoneAsync(cancellationToken) : [])
        {
            if (file.Removal != FileRemoval.Alone || time.GetUtcNow() - file.MissingSince < options.Value.RemovedFor)
                continue;
            if (await publications.FindByFileAsync(_channel, file.Name, cancellationToken) is not { State: PublicationState.Indexed or PublicationState.Publishing or PublicationState.Published } publication)
                continue;
            await transaction.RunAsync(
                async () =>
                {
                    await issues.SetListedAsync(publication.Date, listed: false, cancellationToken);
                    await publications.SetStateAsync(publication.Id, PublicationState.Retracting, publication.DueAt, RetractedBy.Removal, cancellationToken);
                    await files.SetRemovalAsync(file.Name, FileRemoval.Followed, cancellationToken);
                },
                cancellationToken);
            Followed(file.Name, publication.Date);
            any = true;
        }

        return any;
    }

    private async Task<bool> IsRenamedAsync(KnownFile file, CancellationToken cancellationToken) =>
        file.Date is { } date && await publications.FindAsync(_channel, date, cancellationToken) is { } publication && publication.File != file.Name;

    [LoggerMessage(6030, LogLevel.Warning, "{Count} files went at once, which looks like an accident: their issues stay on the channel. Take them back with `botdigest retract` if it was meant")]
    private partial void VanishedTogether(int count);

    [LoggerMessage(6031, LogLevel.Information, "{File} is gone, so the issue of {Date:yyyy-MM-dd} is taken back; it returns with the file")]
    private partial void Followed(string file, DateOnly date);
}
