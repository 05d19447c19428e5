using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using BotDigest.Formatting.Problems;

namespace BotDigest.Bot.Issues;

/// <summary>The bytes of a file, or why there are none.</summary>
/// <param name="Content">The bytes; empty where they cannot be had.</param>
/// <param name="Hash">Of the bytes, or of what stands in their way.</param>
/// <param name="Problem">What stands in their way, or null.</param>
internal sealed record IssueFile(ImmutableArray<byte> Content, string Hash, Problem? Problem)
{
    private const int Limit = 256 * 1024;
    private const int Kibibyte = 1024;

    /// <summary>Reads an entry of the folder, no further than an issue may be long.</summary>
    /// <returns>The bytes or a problem; null where the entry has gone meanwhile.</returns>
    internal static async Task<IssueFile?> ReadAsync(FolderEntry entry, CancellationToken cancellationToken)
    {
        if (entry.Kind == EntryKind.SymbolicLink)
            return Refused(ProblemKinds.SymbolicLink);
        if (entry.Kind == EntryKind.Directory)
            return Refused(ProblemKinds.NotAFile);
        try
        {
            return await ReadFileAsync(entry.Path, cancellationToken);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Refused(ProblemKinds.Unreadable, e.Message);
        }
    }

    private static async Task<IssueFile> ReadFileAsync(string path, CancellationToken cancellationToken)
    {
        var length = new FileInfo(path).Length;
        if (length == 0)
            return Refused(ProblemKinds.EmptyFile);
        if (length > Limit)
            return TooLarge(length);
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0, FileOptions.Asynchronous);
        var buffer = new byte[Limit + 1];
        var read = await file.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
        if (read > Limit)
            return TooLarge(file.Length);
        var content = ImmutableArray.Create(buffer.AsSpan(0, read));
        return new IssueFile(content, Convert.ToHexStringLower(SHA256.HashData(content.AsSpan())), null);
    }

    private static IssueFile TooLarge(long length) => Refused(ProblemKinds.FileTooLarge, Kibibytes(length), Kibibytes(Limit));

    private static string Kibibytes(long length) => ((length + Kibibyte - 1) / Kibibyte).ToString(CultureInfo.InvariantCulture);

    private static IssueFile Refused(ProblemKind kind, params ReadOnlySpan<string> arguments)
    {
        var problem = kind.At(1, 1, arguments);
        return new IssueFile([], $"{kind.Code} {string.Join(' ', problem.Arguments)}", problem);
    }
}
