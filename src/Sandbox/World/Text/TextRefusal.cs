namespace BotDigest.Sandbox.World.Text;

/// <summary>A text that Telegram would not take.</summary>
/// <param name="message">Telegram's words, without any prefix.</param>
internal sealed class TextRefusal(string message) : Exception(message);
