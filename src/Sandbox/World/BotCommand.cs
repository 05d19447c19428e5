namespace BotDigest.Sandbox.World;

/// <summary>A line of the bot's menu.</summary>
/// <param name="Command">The command without the slash.</param>
/// <param name="Description">What it does.</param>
internal sealed record BotCommand(string Command, string Description);
