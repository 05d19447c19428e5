namespace BotDigest.Bot.Storage;

/// <summary>What an issue was read from, to be parsed again: for the whole digest, long after the file has gone.</summary>
/// <param name="File">The file's name.</param>
/// <param name="Content">Its bytes.</param>
internal sealed record IssueSource(string File, byte[] Content);
