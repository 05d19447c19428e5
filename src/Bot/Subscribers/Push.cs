using System.Globalization;

namespace BotDigest.Bot.Subscribers;

/// <summary>The brief of one issue on its way to one subscriber.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Chat">The subscriber.</param>
/// <param name="Date">The issue.</param>
/// <param name="Attempts">How often it has been tried, this time included.</param>
/// <param name="DueAt">When it was due.</param>
internal sealed record Push(long Id, long Chat, DateOnly Date, int Attempts, DateTimeOffset DueAt)
{
    /// <summary>The date for logs: <c>2026-01-15</c>.</summary>
    internal string Day => Date.ToString("O", CultureInfo.InvariantCulture);
}
