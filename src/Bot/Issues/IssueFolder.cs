using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using BotDigest.Bot.Web;
using Microsoft.Extensions.Options;

namespace BotDigest.Bot.Issues;

/// <summary>Watches the folder of issues: by events where the file system has them, by looking again where it has not. An entry is reported once it has been quiet for the settle time.</summary>
internal sealed partial class IssueFolder : IDisposable
{
    /// <summary>What readiness calls the folder.</summary>
    internal const string Part = "folder";

    private const int SettleTimesAtFirst = 3;

    private static readonly EnumerationOptions TopLevel = new() { AttributesToSkip = FileAttributes.None, IgnoreInaccessible = false, MatchCasing = MatchCasing.CaseInsensitive };

    private readonly PostsOptions _options;
    private readonly Readiness _readiness;
    private readonly TimeProvider _time;
    private readonly ILogger<IssueFolder> _log;
    private readonly long _origin;
    private readonly Signal _touched = new();
    private readonly Lock _gate = new();
    private readonly Dictionary<string, TimeSpan> _touches = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Sighting> _sightings = new(StringComparer.Ordinal);
    private ImmutableHashSet<string> _atStart = [];
    private FileSystemWatcher? _watcher;
    private bool _overflowed;
    private string? _fault;

    /// <summary>Announces a part that has to report before the service is ready.</summary>
    public IssueFolder(IOptions<PostsOptions> options, Readiness readiness, TimeProvider time, ILogger<IssueFolder> log)
    {
        (_options, _readiness, _time, _log, _origin) = (options.Value, readiness, time, log, time.GetTimestamp());
        readiness.Expect(Part);
    }

    private TimeSpan Now => _time.GetElapsedTime(_origin);

    /// <summary>True for a name that an issue may have.</summary>
    internal static bool IsIssueName(string name) => name.EndsWith(".md", StringComparison.OrdinalIgnoreCase) && name[0] is not ('_' or '.');

    /// <summary>Begins to watch, and takes note of what is there.</summary>
    public void Begin()
    {
        if (Look() is { } seen)
            _atStart = [.. seen.Keys];
    }

    /// <summary>True for an entry that was there when watching began.</summary>
    public bool WasThere(string name) => _atStart.Contains(name);

    /// <summary>Everything that is there, as the first batch, and then a batch for every look, which may be empty. The first batch waits a little for files that were written just now: what comes with it is in the order of dates.</summary>
    public async IAsyncEnumerable<FolderBatch> WatchAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        lock (_gate)
            _sightings.Clear();
        var (isFirst, begun) = (true, Now);
        FolderBatch? first = null;
        while (true)
        {
            var (lookedAt, seen) = (Now, Look());
            if (seen is null)
            {
                yield return FolderBatch.Unreadable;
            }
            else if (!isFirst)
            {
                yield return Settled(seen, lookedAt, isFirst);
            }
            else
            {
                var batch = Settled(seen, lookedAt, isFirst);
                first = first is null ? batch : batch with { Changed = first.Changed.AddRange(batch.Changed), Removed = first.Removed.AddRange(batch.Removed) };
                isFirst = IsUnsettled() && Now - begun < _options.SettleFor * SettleTimesAtFirst;
                if (!isFirst)
                    yield return first;
            }

            await WaitAsync(seen is not null, cancellationToken);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _watcher?.Dispose();

    /// <summary>Waits until an entry may have settled, an event has come, or it is time to look anyway; in a folder that cannot be read nothing settles.</summary>
    private async Task WaitAsync(bool isReadable, CancellationToken cancellationToken)
    {
        var look = Now + _options.RescanEvery;
        if (!isReadable)
            await Task.Delay(_options.RescanEvery, _time, cancellationToken);
        while (isReadable)
        {
            var next = look;
            lock (_gate)
            {
                if (_overflowed)
                    return;
                foreach (var quietSince in _sightings.Values.Where(s => !s.IsReported).Select(s => s.QuietSince).Concat(_touches.Values))
                    next = quietSince + _options.SettleFor < next ? quietSince + _options.SettleFor : next;
            }

            if (next <= Now)
                return;
            await _touched.WaitAsync(next - Now, _time, cancellationToken);
        }
    }

    /// <summary>Takes stock of the folder.</summary>
    /// <returns>What is there; null where the folder cannot be read.</returns>
    private Dictionary<string, Stamp>? Look()
    {
        try
        {
            Watch();
            var seen = new Dictionary<string, Stamp>(StringComparer.Ordinal);
            foreach (var entry in new DirectoryInfo(_options.Folder).EnumerateFileSystemInfos("*.md", TopLevel))
            {
                if (IsIssueName(entry.Name) && Stamp.Of(entry) is { } stamp)
                    seen[entry.Name] = stamp;
            }

            Report(null);
            return seen;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _watcher?.Dispose();
            _watcher = null;
            Report(e.Message);
            return null;
        }
    }

    /// <summary>Follows the entries from look to look.</summary>
    private FolderBatch Settled(Dictionary<string, Stamp> seen, TimeSpan lookedAt, bool isFirst)
    {
        lock (_gate)
        {
            _overflowed = false;
            var (now, today) = (Now, _time.GetUtcNow());
            foreach (var (name, stamp) in seen)
                See(name, stamp, isFirst && today.UtcDateTime - stamp.WrittenAt >= _options.SettleFor ? now - _options.SettleFor : now);
            foreach (var (name, sighting) in _sightings)
            {
                if (!seen.ContainsKey(name) && sighting.Stamp is not null)
                    _sightings[name] = new Sighting(null, now, IsReported: false);
            }

            // what was touched after the look was begun may not have been seen
            foreach (var name in _touches.Where(t => t.Value <= lookedAt).Select(t => t.Key).ToList())
                _touches.Remove(name);
            var settled = _sightings.Where(s => !s.Value.IsReported && now - s.Value.QuietSince >= _options.SettleFor).OrderBy(s => s.Key, StringComparer.Ordinal).ToList();
            foreach (var (name, sighting) in settled)
            {
                if (sighting.Stamp is null)
                    _sightings.Remove(name);
                else
                    _sightings[name] = sighting with { IsReported = true };
            }

            var changed = settled.Where(s => s.Value.Stamp is not null).Select(s => new FolderEntry(Path.Combine(_options.Folder, s.Key), s.Value.Stamp!.Kind));
            return new FolderBatch([.. changed], [.. settled.Where(s => s.Value.Stamp is null).Select(s => s.Key)], isFirst) { Names = [.. seen.Keys] };
        }
    }

    private bool IsUnsettled()
    {
        lock (_gate)
            return _sightings.Values.Any(s => !s.IsReported);
    }

    private void See(string name, Stamp stamp, TimeSpan quietSince)
    {
        if (_touches.TryGetValue(name, out var touched))
            _sightings[name] = new Sighting(stamp, touched, IsReported: false);
        else if (!_sightings.TryGetValue(name, out var known) || known.Stamp != stamp)
            _sightings[name] = new Sighting(stamp, quietSince, IsReported: false);
    }

    private void Watch()
    {
        if (_watcher is not null)
            return;
        try
        {
            _watcher = new FileSystemWatcher(_options.Folder)
            {
                NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite | NotifyFilters.Size | NotifyFilters.Attributes,
            };
            _watcher.Created += (_, e) => Touch(e.Name);
            _watcher.Changed += (_, e) => Touch(e.Name);
            _watcher.Deleted += (_, e) => Touch(e.Name);
            _watcher.Renamed += (_, e) =>
            {
                Touch(e.OldName);
                Touch(e.Name);
            };
            _watcher.Error += (_, _) => Overflow();
            _watcher.EnableRaisingEvents = true;
        }
        catch (Exception e) when (e is ArgumentException && !Directory.Exists(_options.Folder))
        {
            throw new DirectoryNotFoundException($"the folder {Path.GetFullPath(_options.Folder)} does not exist", e);
        }
        catch (IOException e)
        {
            NoEvents(_options.RescanEvery, e);
        }
    }

    private void Touch(string? name)
    {
        if (name is null || !IsIssueName(name))
            return;
        lock (_gate)
            _touches[name] = Now;
        _touched.Set();
    }

    private void Overflow()
    {
        lock (_gate)
            _overflowed = true;
        _touched.Set();
    }

    private void Report(string? fault)
    {
        if (fault is null)
            _readiness.Up(Part);
        else
            _readiness.Down(Part, fault);
        if (fault is not null && fault != _fault)
            Unreadable(fault);
        else if (fault is null && _fault is not null)
            Readable(_options.Folder);
        _fault = fault;
    }

    [LoggerMessage(6001, LogLevel.Error, "The folder of issues cannot be read: {Reason}. Create it, or set Posts:Folder; it is looked at again and again")]
    private partial void Unreadable(string reason);

    [LoggerMessage(6002, LogLevel.Information, "The folder of issues {Folder} can be read again")]
    private partial void Readable(string folder);

    [LoggerMessage(6003, LogLevel.Warning, "The system reports no changes of files; the folder is read every {RescanEvery} instead")]
    private partial void NoEvents(TimeSpan rescanEvery, Exception exception);

    /// <summary>What tells one state of an entry from another.</summary>
    private sealed record Stamp(EntryKind Kind, long Length, DateTime WrittenAt)
    {
        private const FileAttributes Gone = (FileAttributes)(-1);

        /// <summary>The state of an entry; null where it has gone meanwhile.</summary>
        internal static Stamp? Of(FileSystemInfo entry)
        {
            try
            {
                return entry switch
                {
                    { Attributes: Gone } => null,
                    _ when entry.Attributes.HasFlag(FileAttributes.ReparsePoint) => new Stamp(EntryKind.SymbolicLink, 0, entry.LastWriteTimeUtc),
                    FileInfo file => new Stamp(EntryKind.File, file.Length, file.LastWriteTimeUtc),
                    _ => new Stamp(EntryKind.Directory, 0, default),
                };
            }
            catch (FileNotFoundException)
            {
                return null;
            }
        }
    }

    /// <summary>What is known of an entry.</summary>
    /// <param name="Stamp">Its state; null where it is gone.</param>
    /// <param name="QuietSince">Since when nothing has happened to it.</param>
    /// <param name="IsReported">True once that state was reported.</param>
    private sealed record Sighting(Stamp? Stamp, TimeSpan QuietSince, bool IsReported);
}
