using BotDigest.Bot.Commands;

namespace BotDigest.Bot.Updates;

/// <summary>A command with the request that it is to answer.</summary>
/// <param name="Command">The command.</param>
/// <param name="Request">The request.</param>
internal sealed record CommandCall(ICommand Command, CommandRequest Request);
