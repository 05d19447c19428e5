using BotDigest.Bot.Storage;

namespace BotDigest.Bot.Publishing.Editors;

/// <summary>Tells of files that are refused: a message a file, changed while the editor mends it; one for all of them where many came at once.</summary>
internal sealed class ProblemNotices(NoticeBoard board, FileStore files)
{
    private const string Prefix = "file:";
    private const string Together = "files";
    private const int MostAtOnce = 5;

    /// <summary>The name of a file's notice.</summary>
    internal static string NameOf(string file) => Prefix + file;

    /// <summary>Brings them to what is known now.</summary>
    /// <param name="texts">The language.</param>
    /// <param name="isReceived">True for a file whose issue has a receipt or is about to get one.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task KeepAsync(EditorTexts texts, Func<string, bool> isReceived, CancellationToken cancellationToken)
    {
        var refused = await files.ListRefusedAsync(cancellationToken);
        var (single, together) = Divide(refused);
        var writer = new ProblemWriter(texts);
        foreach (var file in single)
            await board.ShowAsync(new Notice(NameOf(file.Name), writer.Write(file)), cancellationToken);
        if (together.Count > 0)
            await board.ShowAsync(new Notice(Together, writer.Write(together)), cancellationToken);
        else if (board.Find(Together) is not null)
            await board.TakeDownAsync(Together, cancellationToken);

        var names = single.Select(f => NameOf(f.Name)).ToHashSet(StringComparer.Ordinal);
        foreach (var old in board.Posted.Where(p => p.Name.StartsWith(Prefix, StringComparison.Ordinal) && !names.Contains(p.Name)))
        {
            if (!isReceived(old.Name[Prefix.Length..]))
                await board.TakeDownAsync(old.Name, cancellationToken);
        }
    }

    /// <summary>Those that have a message of their own, or get one, and those that share one.</summary>
    private (IReadOnlyList<KnownFile> Single, IReadOnlyList<KnownFile> Together) Divide(IReadOnlyList<KnownFile> refused)
    {
        var isShared = board.Find(Together) is not null;
        var fresh = refused.Where(f => board.Find(NameOf(f.Name)) is null).ToList();
        if (!isShared && fresh.Count <= MostAtOnce)
            return (refused, []);
        return (refused.Where(f => board.Find(NameOf(f.Name)) is not null).ToList(), fresh);
    }
}
