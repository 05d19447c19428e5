using System.Collections.Immutable;

namespace BotDigest.Bot.Issues;

/// <summary>What an entry of the folder is.</summary>
internal enum EntryKind
{
    /// <summary>A file that can be read.</summary>
    File,

    /// <summary>A symbolic link, which is not followed.</summary>
    SymbolicLink,

    /// <summary>A folder whose name ends like an issue's.</summary>
    Directory,
}

/// <summary>An entry of the folder that has settled.</summary>
/// <param name="Path">Its path.</param>
/// <param name="Kind">What it is.</param>
internal sealed record FolderEntry(string Path, EntryKind Kind)
{
    /// <summary>Its name.</summary>
    public string Name => System.IO.Path.GetFileName(Path);
}

/// <summary>What a look into the folder has shown.</summary>
/// <param name="Changed">Entries that are new, or that were written to, by name.</param>
/// <param name="Removed">Names of entries that are gone.</param>
/// <param name="IsFirst">True for what was there when watching began.</param>
internal sealed record FolderBatch(ImmutableArray<FolderEntry> Changed, ImmutableArray<string> Removed, bool IsFirst)
{
    /// <summary>The folder could not be read.</summary>
    public static FolderBatch Unreadable { get; } = new([], [], IsFirst: false) { IsReadable = false };

    /// <summary>False where the folder could not be read.</summary>
    public bool IsReadable { get; private init; } = true;

    /// <summary>The names of all entries, settled or not.</summary>
    public ImmutableHashSet<string> Names { get; init; } = [];

    /// <summary>True where nothing has changed.</summary>
    public bool IsEmpty => Changed.IsEmpty && Removed.IsEmpty;
}
