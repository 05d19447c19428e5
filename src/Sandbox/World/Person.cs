namespace BotDigest.Sandbox.World;

/// <summary>A Telegram account: a reader, an editor, or the bot.</summary>
/// <param name="Id">Its number; also the number of its private chat with the bot.</param>
/// <param name="FirstName">What others see.</param>
/// <param name="Username">Its public name without the <c>@</c>, or null.</param>
/// <param name="LanguageCode">The language of its app, or null.</param>
/// <param name="IsBot">True for bots.</param>
/// <param name="IsDeactivated">True for a deleted account.</param>
internal sealed record Person(long Id, string FirstName, string? Username = null, string? LanguageCode = null, bool IsBot = false, bool IsDeactivated = false);
