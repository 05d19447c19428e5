namespace BotDigest.Bot.Storage;

/// <summary>The database cannot be used; the message says why and what to do about it. Programs exit with code 3.</summary>
/// <param name="message">Cause and remedy, without secrets.</param>
/// <param name="inner">What the driver said.</param>
internal sealed class StorageException(string message, Exception? inner = null) : Exception(message, inner);
