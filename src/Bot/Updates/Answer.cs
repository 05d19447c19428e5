using BotDigest.Bot.Commands;

namespace BotDigest.Bot.Updates;

/// <summary>What a command answers.</summary>
/// <param name="Command">The command's name.</param>
/// <param name="Reply">Its answer.</param>
internal sealed record Answer(string Command, Reply Reply);
