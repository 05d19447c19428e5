using System.Globalization;

namespace BotDigest.Bot.Subscribers;

/// <summary>What one subscriber gets of a broadcast, on its way.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Subscriber">Who gets it, with the settings of now.</param>
/// <param name="Kind">What it brings.</param>
/// <param name="Date">The issue; the Monday of a week.</param>
/// <param name="Part">How many of its messages have arrived already.</param>
/// <param name="Attempts">How often the next one has been tried, this time included.</param>
/// <param name="WantedAt">When it was due at first.</param>
internal sealed record Push(long Id, Subscriber Subscriber, PushKind Kind, DateOnly Date, int Part, int Attempts, DateTimeOffset WantedAt)
{
    /// <summary>The chat.</summary>
    internal long Chat => Subscriber.Chat;

    /// <summary>Its date for logs: <c>2026-01-15</c>.</summary>
    internal string Day => Date.ToString("O", CultureInfo.InvariantCulture);
}
