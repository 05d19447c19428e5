namespace BotDigest.Sandbox.World;

/// <summary>A pressed button that waits for an answer.</summary>
/// <param name="Id">Its number.</param>
/// <param name="From">Who pressed.</param>
/// <param name="ChatId">The chat.</param>
/// <param name="MessageId">The message.</param>
/// <param name="Data">The button's data.</param>
/// <param name="At">When.</param>
/// <param name="Answer">The bot's answer, or null so far.</param>
internal sealed record CallbackQuery(string Id, Person From, long ChatId, int MessageId, string Data, DateTimeOffset At, CallbackAnswer? Answer = null);
